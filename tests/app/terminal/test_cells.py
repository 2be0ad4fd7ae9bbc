"""One code point a cell, and back."""

from __future__ import annotations

import pytest
from app.terminal.frames import WORDS
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cablereader.app.terminal.cells import HALF, Cells

ALPHABET = "aé│漢字アＡ¶…\u0301\u0327한"


@given(st.text(ALPHABET, max_size=30))
def test_text_takes_as_many_cells_as_rich_says(text: str) -> None:
    cells = Cells().of_text(text)
    assert len(cells) == cell_len(text)


@given(st.lists(st.sampled_from(WORDS)).map("".join))
def test_whole_cells_give_their_text_back(text: str) -> None:
    cells = Cells()
    assert cells.to_text(cells.of_text(text)) == text


def test_a_cell_keeps_all_marks_over_it() -> None:
    cells = Cells()
    accented = cells.of_text("e\u0301\u0327")
    assert len(accented) == 1
    assert cells.to_text(accented) == "e\u0301\u0327"
    assert cells.of_text("漢\u0301")[1] == HALF


@pytest.mark.parametrize("private", ["\U000f0000", "\U0010fffd"])
def test_private_characters_cannot_pass_for_cells(private: str) -> None:
    assert Cells().of_text(f"a{private}b") == "a\ufffdb"
