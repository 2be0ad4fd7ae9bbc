"""What comes out of packed bytes is counted, and a bomb is refused."""

from __future__ import annotations

import pytest

from cablereader.source import meter
from cablereader.source.meter import FREE, STEEPEST, Allowance, BombError, Meter


def test_a_little_may_come_of_nothing() -> None:
    Meter(lambda: 0).count(FREE)


@pytest.mark.parametrize("packed", [1, 1000, 2**20])
def test_more_than_any_text_packs_to_is_a_bomb(packed: int) -> None:
    counted = Meter(lambda: packed)
    counted.count(max(FREE, STEEPEST * packed))
    with pytest.raises(BombError, match="times its size"):
        counted.count(1)


def test_more_than_any_dump_has_is_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meter, "MOST", 2 * FREE)
    counted = Meter(lambda: FREE)
    counted.count(2 * FREE)
    with pytest.raises(BombError, match="GB"):
        counted.count(1)


@pytest.mark.parametrize("size", [-1, 0, 5000])
def test_a_member_may_be_read_and_a_header_behind_it(size: int) -> None:
    allowance = Allowance()
    allowance.renew(size)
    allowance.spend(max(size, 0) + FREE)
    with pytest.raises(BombError, match="header longer than 1 MB"):
        allowance.spend(1)
    allowance.renew(0)
    allowance.spend(FREE)
