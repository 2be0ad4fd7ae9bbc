"""Lines of a list of references that look like the first of a text."""

from __future__ import annotations

import pytest

from cablereader.parse.reference_lines import (
    is_item,
    is_lettered,
    is_listed,
    is_remark,
    is_serial,
)

LETTERED = ["REF: (A) OSLO 9044", "(B) 07 OSLO 9012"]
NUMBERED = ["REF: 1. OSLO 9044"]


def test_a_letter_that_follows_is_no_marking() -> None:
    assert is_lettered(LETTERED, "(C) STATE 99001")
    assert not is_lettered(LETTERED, "(S) The chairs")
    assert not is_lettered(["REF: OSLO 9044"], "(C) The chairs")


@pytest.mark.parametrize(
    ("rest", "remark"),
    [("", True), ("; OSLO 9050", True), ("(D) OSLO 9050", True), ("The chair", False)],
)
def test_a_marking_with_no_words_behind_it_is_a_reference_s(
    rest: str, *, remark: bool
) -> None:
    assert is_remark(rest) is remark


@pytest.mark.parametrize(
    ("words", "serial"),
    [
        ("931 (U), (C) STATE 99001", True),
        ("19, STATE 99001", True),
        ("1 (C) The chairs", False),
        ("2. (C) They fold", False),
    ],
)
def test_a_number_may_be_that_of_the_post_above(words: str, *, serial: bool) -> None:
    assert is_serial(["REF: 07 REYKJAVIK"], words) is serial
    assert not is_serial(["REF: 07 REYKJAVIK 12"], words)


@pytest.mark.parametrize(
    ("known", "words", "listed"),
    [
        (NUMBERED, "2. REYKJAVIK 9031", True),
        (NUMBERED, "1. REYKJAVIK 9031", False),
        (NUMBERED, "2. (C) They fold", False),
        (["REF:"], "1. REYKJAVIK 9031", True),
        (["REF: OSLO 9044"], "1. REYKJAVIK 9031", False),
    ],
)
def test_a_number_may_be_the_next_of_a_list(
    known: list[str], words: str, *, listed: bool
) -> None:
    assert is_listed(known, words) is listed


@pytest.mark.parametrize(
    ("words", "item"),
    [("C. OSLO 9050", True), ("OSLO 9050", True), ("H. OSLO 9050", False)],
)
def test_a_line_behind_an_empty_one_may_be_an_item(words: str, *, item: bool) -> None:
    assert is_item(LETTERED, words) is item
