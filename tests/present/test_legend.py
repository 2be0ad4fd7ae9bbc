"""The legend has every sign that the screen draws."""

from __future__ import annotations

from cablereader.model.classification import LETTERED, Level, Marking
from cablereader.present.entry_row import STATES, Flags
from cablereader.present.facet_row import LEVELS
from cablereader.present.legend import (
    CHART,
    CLASSES,
    FLAGS,
    GUTTER,
    IN_LIST,
    legend_rows,
    row_signs,
)


def test_all_states_and_marks_of_a_row_are_in_it() -> None:
    signs = [sign.sign for sign in IN_LIST.signs]
    assert {*signs} == {*(each.replace(" ", "blank") for each in STATES.values()), "+"}
    all_set = Flags(starred=True, bookmarked=True, noted=True).letters
    assert [sign.sign for sign in FLAGS.signs] == [*all_set, "."]


def test_letters_stand_for_what_they_are_made_from() -> None:
    assert all(marking.letters == each for each, marking in LETTERED.items())
    shown = [sign.sign for sign in CLASSES.signs]
    assert shown == ["U", "UO", "LO", "R", "C", "CN", "S", "SN", "TS", "TSN", "?"]
    assert {Marking("", level).letters for level in Level} <= {*shown}


def test_the_chart_names_its_ends() -> None:
    signs = {sign.sign for sign in CHART.signs}
    assert {LEVELS[1], LEVELS[-1]} <= signs


def test_its_rows_keep_to_the_width() -> None:
    rows = legend_rows((IN_LIST, FLAGS, CLASSES, GUTTER, CHART), 40)
    lines = ["".join(piece.text for piece in row) for row in rows]
    assert max(map(len, lines)) <= 72
    assert any(line.startswith("  ?C ") for line in lines)


def test_a_row_of_the_list_says_what_its_own_signs_mean() -> None:
    flags = Flags(state="x", starred=True, noted=True, selected=True)
    marking = Marking("SECRET//NOFORN", Level.SECRET, ("NOFORN",))
    signs = [(sign.sign, sign.meaning) for sign in row_signs(flags, marking)]
    assert signs == [
        ("x", "set aside"),
        ("+", "selected"),
        ("SN", "secret, not for foreigners (NOFORN)"),
        ("*", "starred"),
        ("n", "has a note"),
    ]
    (_, unmarked) = row_signs(Flags(state=" "), None)
    assert (unmarked.sign, unmarked.meaning) == ("?", "not marked")
