"""Lines keep their places, whatever is cut out of the text or undone in it."""

from __future__ import annotations

import pytest

from cablereader.model.defect import Span
from cablereader.parse.line import parted, split_lines
from cablereader.parse.normalise import has_doubled_quotes, legible
from cablereader.parse.spacing import is_double_spaced, single_spaced


def test_lines_are_split_at_newlines_only() -> None:
    lines = split_lines("one\x0btwo \n  three\n", 0, [])
    assert [line.text for line in lines] == ["one\x0btwo", "three"]
    assert [(line.start, line.at, line.stop) for line in lines] == [
        (0, 0, 8),
        (9, 11, 16),
    ]
    assert lines[1].indent == 2


def test_what_is_cut_out_leaves_the_parts_of_its_line() -> None:
    text = "had been PRAIA 002 standing"
    lines = split_lines(text, 0, [Span(8, 19)])
    assert [line.text for line in lines] == ["had been", "standing"]
    assert [line.broken for line in lines] == [False, True]


def test_scanned_lines_have_single_blanks_and_no_loose_signs() -> None:
    (line,) = split_lines("E . O . 12958:  DECL : N/A", 0, [], scanned=True)
    assert line.text == "E. O. 12958: DECL: N/A"


def test_a_line_is_parted_between_its_words_only() -> None:
    text = "  one 2. two"
    (line,) = split_lines(text, 0, [])
    assert [part.text for part in parted(line, text, [2, 6, 12])] == ["one", "2. two"]
    assert [part.at for part in parted(line, text, [6])] == [2, 6]


@pytest.mark.parametrize(
    ("body", "copy"),
    [
        pytest.param("one \\\ntwo\\", "one  \ntwo ", id="07BERN881"),
        pytest.param("one\u20282. two", "one\n2. two", id="06MEXICO2220"),
        pytest.param("one\r\ntwo\xa0x", "one \ntwo x", id="other blanks"),
    ],
)
def test_the_copy_has_plain_newlines_and_blanks(body: str, copy: str) -> None:
    assert legible(body) == copy


@pytest.mark.parametrize("scrap", ['"', '",', "\\N", "\\", '"\\', ">"], ids=str)
def test_the_copy_has_no_scraps_of_a_row_behind_its_last_word(scrap: str) -> None:
    assert legible(f"They fold.\n\nOSGOOD{scrap}\n").split()[-1] == "OSGOOD"


@pytest.mark.parametrize("end", ['"It folds."', 'it "folds"', "<end>", '\n"'])
def test_what_ends_a_sentence_is_no_scrap(end: str) -> None:
    assert legible(f"He said: {end}").endswith(end)


@pytest.mark.parametrize(
    ("body", "doubled"),
    [
        pytest.param('the ""many more problems"" it has', True, id="08BUENOSAIRES1706"),
        ('"one" and "two" and ""', False),
        ("no quotes", False),
    ],
)
def test_doubled_quotes_are_told_by_the_single_ones(
    body: str, *, doubled: bool
) -> None:
    assert has_doubled_quotes(body) is doubled


DOUBLE = "\n\n".join(f"the words of line {number} go on and" for number in range(12))


def test_a_body_with_empty_lines_inside_its_sentences_is_double_spaced() -> None:
    lines = split_lines(f"{DOUBLE} end.\n\n\n2. (C) More", 0, [])
    assert is_double_spaced(lines)
    written = [line.text for line in single_spaced(lines)]
    assert written[:2] == [
        "the words of line 0 go on and",
        "the words of line 1 go on and",
    ]
    assert written[-2:] == ["", "2. (C) More"]


def test_a_body_of_one_line_a_paragraph_is_not() -> None:
    text = "\n\n".join(f"{number}. (C) A whole paragraph." for number in range(20))
    assert not is_double_spaced(split_lines(text, 0, []))
