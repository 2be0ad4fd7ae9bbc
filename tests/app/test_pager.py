"""Pages of rows: the keys that move in them, and what they answer."""

from __future__ import annotations

import pytest
from reading import press, shown

from cablereader.app.app import CableReader
from cablereader.app.screens.legend import Legend
from cablereader.app.screens.version_list import VersionList
from cablereader.app.widgets.pick_list import PickList
from cablereader.present.piece import Piece


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("down", "down"), 2),
        (("j", "down", "up"), 1),
        (("end", "home", "down"), 1),
    ],
)
async def test_arrows_move_in_a_page_as_j_and_k_do(
    app: CableReader, keys: tuple[str, ...], line: int
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "z", "i", *keys)
        assert isinstance(app.screen, Legend)
        assert app.screen.query_one(PickList).line == line


async def test_the_version_that_is_shown_says_so_and_another_is_the_answer(
    app: CableReader,
) -> None:
    chosen: list[int | None] = []
    rows = [(Piece("2010", "key"),), (Piece("2009", "key"),)]
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(VersionList("Versions", rows), chosen.append)
        await press(pilot, "enter")
        assert "this is the version that is shown; choose another" in shown(app)
        assert chosen == []
        await press(pilot, "down")
        assert "this is the version" not in shown(app)
        await press(pilot, "enter")
        assert chosen == [1]
