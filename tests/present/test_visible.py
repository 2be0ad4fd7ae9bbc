"""What documents say reaches no terminal but as marks that can be seen."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import category, combining

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.present.visible import (
    MOST_COMBINING,
    spelled,
    uncrowded,
    visible,
    visible_line,
)

ACUTE = "\u0301"
ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Plain words, as they are.", "Plain words, as they are."),
        ("two\nlines", "two\nlines"),
        ("a\tb", "a    b"),
        ("\x1b[31m", "␛[31m"),
        ("\x00\r\x7f", "␀␍␡"),
        ("\x9b31m", "\ufffd31m"),
        ("\u202egnp.exe", "\ufffdgnp.exe"),
        ("a\u200bb\ufeffc", "a\ufffdb\ufffdc"),
        ("a\xa0b\u3000c", "a b c"),
        ("\ud800", "\ufffd"),
        ("\ue000\U0010ffff", "\ufffd\ufffd"),
        ("\u2028\u2029\x85", "\ufffd\ufffd\ufffd"),
        ("\u2800\u3164\ufe0f", "\ufffd\ufffd\ufffd"),
        ("Reykjavík, Łódź, 東京", "Reykjavík, Łódź, 東京"),
    ],
    ids=ascii,
)
def test_each_sign_is_shown_as_one_that_can_be_seen(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY_TEXT)
def test_nothing_is_left_that_a_terminal_obeys_or_hides(text: str) -> None:
    shown = visible(text).replace("\n", "")
    assert shown.isprintable()
    assert not {category(character) for character in shown} & {"Cc", "Cf", "Cs", "Co"}


def test_every_character_becomes_one_cell_and_a_tab_four() -> None:
    lengths = {chr(code): len(visible(chr(code))) for code in range(0x3100)}
    assert {each for each, length in lengths.items() if length != 1} == {"\t"}


@pytest.mark.parametrize("marks", [1, MOST_COMBINING, MOST_COMBINING + 1, 500])
@pytest.mark.parametrize("clean", [visible, uncrowded])
def test_few_marks_stay_on_one_letter(clean: Callable[[str], str], marks: int) -> None:
    kept = min(marks, MOST_COMBINING)
    assert clean(f"e{ACUTE * marks} e") == f"e{ACUTE * kept} e"


@given(st.text(st.sampled_from(f"e{ACUTE}\u0489\u20dd")))
def test_no_run_of_marks_is_longer_than_that(text: str) -> None:
    run = 0
    for character in uncrowded(text):
        run = run + 1 if combining(character) or category(character) == "Me" else 0
        assert run <= MOST_COMBINING


def test_on_one_line_newlines_are_blanks() -> None:
    assert visible_line("one\ntwo\x1b") == "one two␛"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u200bb", "a<U+200B>b"),
        ("\u202e", "<U+202E>"),
        ("a\x1bb", "a␛b"),
        ("\ufffd", "\ufffd"),
        ("as it is", "as it is"),
    ],
    ids=ascii,
)
def test_what_nobody_can_see_is_named_where_it_is_spelled(
    text: str, shown: str
) -> None:
    assert spelled(text) == shown
