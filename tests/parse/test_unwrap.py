"""Words as they would be typed without a line length."""

from __future__ import annotations

import pytest

from cablereader.model.defect import Span
from cablereader.parse.line import split_lines
from cablereader.parse.unwrap import text_width, unwrapped

WIDTH = 60


def words(text: str, *, scanned: bool = False) -> str:
    return unwrapped(split_lines(text, 0, [], scanned=scanned), WIDTH, scanned=scanned)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("one\ntwo", "one two", id="inside a sentence"),
        pytest.param("one  two   three", "one two three", id="blanks"),
        pytest.param("One.\n\nTwo.", "One.\n\nTwo.", id="blocks"),
        pytest.param("one\n\ntwo", "one two", id="empty line inside a sentence"),
        pytest.param("long-\n\nterm", "long- term", id="dash before an empty line"),
        pytest.param("Points:\n-- one\n-- two", "Points:\n-- one\n-- two", id="list"),
        pytest.param(
            "Points:\n\n-- one\n\n-- two", "Points:\n\n-- one\n-- two", id="loose list"
        ),
        pytest.param("-- one\nthat goes on\n-- two", "-- one that goes on\n-- two"),
        pytest.param("he said\n-- at last --\nso", "he said -- at last -- so"),
        pytest.param("One.\n-\nTwo.", "One.\n\nTwo.", id="90CAPETOWN97"),
        pytest.param("One.\n------\nTwo.", "One.\n\nTwo.", id="rule"),
        pytest.param(
            "Dear Sir:\nI write to you", "Dear Sir:\nI write to you", id="meant break"
        ),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_line_break_is_a_blank_unless_it_was_meant(text: str, whole: str) -> None:
    assert words(text) == whole


def test_an_empty_line_means_nothing_in_a_scan() -> None:
    assert words("The end.\n\nOf it.", scanned=True) == "The end. Of it."
    assert words("The end.\n\nOf it.") == "The end.\n\nOf it."


def test_a_sentence_is_mended_where_a_page_line_broke_it() -> None:
    text = "had been\n\nPAGE\n\nStanding"
    lines = split_lines(text, 0, [Span(9, 16)])
    assert unwrapped(lines, WIDTH) == "had been Standing"


def test_the_width_is_that_of_the_longest_wrapped_line() -> None:
    text = f"{'x' * 66}\n{'x' * 40}\n{'x' * 300}"
    assert text_width(split_lines(text, 0, [])) == 66
    assert text_width([]) == 0


def test_a_break_that_a_long_word_forced_is_a_blank() -> None:
    before, long = "the harbour of the", "Konstitusjonskomitefullmektigenes-Forsamling"
    assert words(f"{before}\n{long} sat") == f"{before} {long} sat"
    assert words(f"{before}\nFolketing sat") == f"{before}\nFolketing sat"
