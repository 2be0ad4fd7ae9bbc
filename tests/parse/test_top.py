"""Where a cable begins behind what stands before it."""

from __future__ import annotations

import pytest
from documents import BODY, HEADER

from cablereader.parse.top import find_top

TEASER = (
    "C O N F I D E N T I A L OSLO 009001 SUBJECT: THE GOAT 1. (C) Summary: The goat,"
    " which is fiction, was bought in February, and it has eaten the report that the"
    " political section had drafted on the fisheries treaty and its many annexes...\n"
)
RECORD = """9001
3/14/2007 16:04
07OSLO9001
Embassy Oslo
CONFIDENTIAL
"""


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("", id="nothing"),
        pytest.param(
            f"{RECORD}\n{HEADER}\n----------------- header ends ----------------\n",
            id="record",
        ),
        pytest.param(TEASER, id="10LIMA97"),
        pytest.param("Wednesday, 14 March 2007, 16:04\n", id="date line"),
    ],
)
def test_the_cable_begins_at_its_classification_line(before: str) -> None:
    assert find_top(before + BODY, 0) == len(before)


def test_what_stands_before_the_header_is_no_cable() -> None:
    assert find_top(f"{BODY}\n\n{BODY}", len(BODY)) == len(BODY) + 2


def test_a_cable_without_a_classification_line_begins_at_once() -> None:
    assert find_top("E.O. 12958: N/A\nTAGS: PREL\n\n1. (C) One.", 0) == 0
    assert find_top("", 0) == 0
