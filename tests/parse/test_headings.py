"""Titles between paragraphs: their lines, and what only looks like them."""

from __future__ import annotations

import pytest

from cablereader.parse.headings import find_headings, inner_rules, inner_titles
from cablereader.parse.headings import title_of as title
from cablereader.parse.line import split_lines


def titles(text: str, *, apart: bool = False, closed: bool = True) -> list[str]:
    """Of the headings in a stretch behind which a paragraph begins."""
    lines = split_lines(text, 0, [])
    found = find_headings(lines, 0, len(lines), apart=apart, closed=closed)
    return [title(lines, heading) for heading in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("----\nAims\n----", ["Aims"], id="boxed"),
        pytest.param("The Players\n-----------", ["The Players"], id="underlined"),
        pytest.param("\n-----\nAims\n", ["Aims"], id="rule above only"),
        pytest.param("======\n\nAims\n\n======", ["Aims"], id="10CAIRO195"),
        pytest.param("*****\nAims\n*****", ["Aims"], id="stars"),
        pytest.param(
            "A TITLE THAT GOES\nON FOR A WHILE\n--------------",
            ["A TITLE THAT GOES ON FOR A WHILE"],
            id="two lines",
        ),
        pytest.param(
            "Aims\n-------------------\n-- ---", ["Aims"], id="rule that wraps"
        ),
        pytest.param("He said so.\n\nAims\n", ["Aims"], id="short line alone"),
        pytest.param("He said so.\nAims", ["Aims"], id="short line under text"),
        pytest.param("one.\n----\nAims\n----", ["Aims"], id="right under text"),
    ],
)
def test_a_heading_is_found_with_its_rules(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("he said so", id="goes on in small letters"),
        pytest.param("\nA sentence of its own.", id="sentence"),
        pytest.param("\n-- A bullet", id="bullet"),
        pytest.param(
            "\n" + "A line that is much too long for a title, " * 2, id="long"
        ),
        pytest.param("\none\ntwo\nthree", id="three lines"),
        pytest.param("\n1988 1,200", id="figures"),
        pytest.param("\n,\nFOLDING CHAIRS", id="a comma above a short line"),
    ],
)
def test_other_lines_are_none(text: str) -> None:
    assert not titles(text)


def test_a_short_line_needs_a_paragraph_behind_it() -> None:
    assert titles("So.\n\nAims\n", closed=True) == ["Aims"]
    assert not titles("So.\n\nAims\n", closed=False)


def test_a_first_line_needs_room_before_it() -> None:
    assert titles("Aims", apart=True) == ["Aims"]
    assert not titles("Aims", apart=False)


def test_a_rule_inside_a_line_parts_it() -> None:
    text = "he said. ------- SUMMARY ------- 1. (C) He"
    (line,) = split_lines(text, 0, [])
    assert list(inner_rules(text, line)) == [9, 16, 25, 32]


@pytest.mark.parametrize("text", ["-------", "a -- b", "=====CABLE ENDS====="])
def test_other_dashes_part_no_line(text: str) -> None:
    (line,) = split_lines(text, 0, [])
    assert not list(inner_rules(text, line))


def test_a_title_in_capitals_ends_a_long_line() -> None:
    text = f"{'The minister said so again. ' * 4}THE WAY AHEAD NOW"
    (line,) = split_lines(text, 0, [])
    (at,) = inner_titles(text, line)
    assert text[at:].strip() == "THE WAY AHEAD NOW"
