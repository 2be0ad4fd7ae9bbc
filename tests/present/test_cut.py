"""Text that is cut where there is no room for it."""

from __future__ import annotations

import pytest

from cablereader.present.cut import (
    cells_of,
    cut,
    cut_at_paths,
    cut_before,
    cut_row,
    cut_within,
)
from cablereader.present.piece import Piece


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("08BUENOSAIRES1706", 17, "08BUENOSAIRES1706"),
        ("08USUNNEWYORK170612", 17, "08USUNNEWYORK170…"),
        ("a word", 3, "a…"),
        ("a word", 0, ""),
        ("a word", -3, ""),
        ("\u706f\u706f\u706f", 6, "\u706f\u706f\u706f"),
        ("\u706f\u706f\u706f", 5, "\u706f\u706f…"),
    ],
)
def test_what_is_cut_ends_in_an_ellipsis(text: str, width: int, expected: str) -> None:
    assert cut(text, width) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("all > wine", 10, "all > wine"),
        ("all > origin:oslo > wine", 10, "…lo > wine"),
        ("all", 0, ""),
        ("\u706f\u706f\u706f", 5, "…\u706f\u706f"),
        ("\u706f\u706f\u706f", 4, "…\u706f"),
    ],
)
def test_what_is_cut_before_begins_with_an_ellipsis(
    text: str, width: int, expected: str
) -> None:
    shown = cut_before(text, width)
    assert shown == expected
    assert cells_of(shown) <= max(width, 0)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("S/NF", 12, "S/NF"),
        ("SECRET//NOFORN//ORCON", 12, "SECRET…ORCON"),
        ("SECRET//NOFORN", 2, "S…"),
        ("SECRET", 1, ""),
        ("SECRET", 0, ""),
        ("\u706f\u706f\u706f\u706f", 6, "\u706f…\u706f"),
    ],
)
def test_what_is_cut_within_keeps_both_ends(
    text: str, width: int, expected: str
) -> None:
    shown = cut_within(text, width)
    assert shown == expected
    assert cells_of(shown) <= max(width, 0)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("written: /home/doe/all.md", 25, "written: /home/doe/all.md"),
        ("written: /home/doe/all.md", 24, "written: /home/do…all.md"),
        ("to /home/doe/of/all.md, 9 bytes", 26, "to /home/do…ll.md, 9 bytes"),
        ("to /home/doe/all.md, 9 bytes", 12, "to /home/do…"),
        ("copied: 09OSLO9001", 10, "copied: 0…"),
    ],
)
def test_a_message_is_cut_at_its_path_first(
    text: str, width: int, expected: str
) -> None:
    shown = cut_at_paths(text, width)
    assert shown == expected
    assert cells_of(shown) <= width


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (14, ("07OSLO1 ", "goats ")),
        (13, ("07OSLO1 ", "goats ")),
        (12, ("07OSLO1 ", "goa…")),
        (9, ("07OSLO1 ", "…")),
        (8, ("07OSLO1…",)),
        (3, ("07…",)),
        (0, ("",)),
    ],
)
def test_a_row_that_is_cut_ends_in_an_ellipsis(
    width: int, expected: tuple[str, ...]
) -> None:
    row = (Piece("07OSLO1 ", "id"), Piece("goats "))
    assert tuple(piece.text for piece in cut_row(row, width)) == expected
