"""Batches of derived cables: none is lost to another, and all can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import generator
import pytest

from cablereader.archive.importing.derivation import batches
from cablereader.archive.importing.derive import derive
from cablereader.archive.words.indexing import MOST_PASSAGES
from cablereader.model.frozen import replace
from cablereader.model.raw import RawCable

CABLES = 5


def raws() -> list[RawCable]:
    return list(generator.cables(CABLES))


def after(calls: int) -> Callable[[], bool]:
    """Says so often that there is time."""
    asked = count(1)
    return lambda: next(asked) > calls


def test_a_fault_of_the_program_costs_one_cable_and_is_said() -> None:
    good, spoilt = raws(), raws()
    no_text: Any = None
    spoilt[2] = replace(spoilt[2], body=no_text)
    (batch,) = batches(iter(spoilt), jobs=0, stop=lambda: False)
    kept = [each.id for each in batch.derived]
    assert kept == [each.cable_id for each in good[:2] + good[3:]]
    (refused,) = batch.refused
    assert refused.what.startswith("a fault of the program (")


def test_a_cable_without_an_id_is_refused_with_the_reason() -> None:
    nameless = replace(raws()[0], cable_id=None, header="", body="Words.")
    (batch,) = batches(iter([nameless]), jobs=0, stop=lambda: False)
    assert not batch.derived
    assert "no reference id" in batch.refused[0].what


@pytest.mark.parametrize("calls", range(2 * CABLES))
def test_wherever_it_is_stopped_only_whole_batches_come(calls: int) -> None:
    sizes = [
        len(batch.derived)
        for batch in batches(iter(raws()), jobs=0, stop=after(calls), size=2)
    ]
    assert sizes == [2, 2, 1][: len(sizes)]


def test_passages_beyond_the_last_number_share_it() -> None:
    body = "\n\n".join(f"Goat w{n} went." for n in range(1, MOST_PASSAGES + 40))
    derived = derive(replace(raws()[0], body=body))
    assert derived
    assert len(derived.passages) == MOST_PASSAGES
    words = derived.passages[-1].decode().split()
    assert {f"w{n}" for n in range(MOST_PASSAGES, MOST_PASSAGES + 40)} <= {*words}
