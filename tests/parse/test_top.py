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


def test_a_teaser_of_a_top_without_classification_line_is_known() -> None:
    body = BODY.partition("\n\n")[2] * 2
    teaser = f"{body[:245]}...\n\n"
    assert find_top(teaser + body, 0) == len(teaser)


@pytest.mark.parametrize("above", ["", "\n\n", " \n" * 40])
def test_empty_lines_are_no_part_of_a_teaser(above: str) -> None:
    short = f"UNCLAS OSLO 009001 {'GOAT ' * 25}...\n"
    assert find_top(above + TEASER + BODY, 0) == len(above + TEASER)
    assert find_top(above + short + BODY, 0) == len(above)


def test_the_line_of_a_later_section_is_no_second_top() -> None:
    first = BODY.replace("OSLO", "SECTION 01 OF 02 OSLO", 1).replace(
        "SKARVEGRUNN", f"SKARVEGRUNN {'AND ' * 20}..."
    )
    later = BODY.replace("OSLO", "SECTION 02 OF 02 OSLO", 1)
    assert find_top(f"{first}\n\n{later}", 0) == 0


def test_what_stands_before_the_header_is_no_cable() -> None:
    assert find_top(f"{BODY}\n\n{BODY}", len(BODY)) == len(BODY) + 2


def test_a_cable_without_a_classification_line_begins_at_once() -> None:
    assert find_top("E.O. 12958: N/A\nTAGS: PREL\n\n1. (C) One.", 0) == 0
    assert find_top("", 0) == 0
