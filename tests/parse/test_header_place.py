"""Where a header stands in a plain text."""

from __future__ import annotations

import pytest
from headers import FULL, PARTIAL, SHORT, TABLE

from cablereader.parse.header_place import split_header

BODY = """\
S E C R E T RIGA 000412

SIPDIS

E.O. 12958: DECL: 05/02/2017
TAGS: PREL LG
SUBJECT: TEA

1. (S) FM LIEPA TOLD US.
"""


@pytest.mark.parametrize("header", [FULL, SHORT, TABLE + SHORT, PARTIAL])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_finds_the_header_before_the_body(header: str, gap: str) -> None:
    text = f"{header}{gap}{BODY}"
    assert text[slice(*split_header(text))] == header


@pytest.mark.parametrize(
    "body",
    [
        "UNCLAS SECTION 01 OF 02 RIGA 000412",
        "CONFIDENTIAL RIGA 000412",
        "SS E C R E T RIGA 000412",
        "O N F I D E N T I A L RIGA 000412",
        "CSE C R E T RIGA 000412",
        "C O N F I D E N T I A LRIGA 000412",
        "S e c r e t section 01 of 02 riga 000412",
        "SCTION 02 OF 02 RIGA 000412",
        "SECTION01 OF 03 RIGA 000412",
        '"S E C R E T RIGA 000412',
        "SIPDIS",
        "E.O. 12958: N/A",
        "E . O . 12958:  N/A",
        "Monday, 23 March 2009, 09:27",
        "9/22/2008 14:07 CONFIDENTIAL",
        "ID: 190648",
        "238278\n2009-12-04 20:33:00\n07RIGA412",
        "Cable dated:2007-05-03T15:44:00",
        "----------------- header ends ----------------",
        "CONFIDENTIAL\n\nSIPDIS",
    ],
)
def test_knows_the_first_line_of_a_body(body: str) -> None:
    text = f"{FULL}\n{body}\n\n1. Tea.\n"
    assert text[slice(*split_header(text))] == FULL


def test_finds_the_header_behind_page_furniture() -> None:
    text = f"Viewing cable 07RIGA412, TEA\n\nReference ID  Created\n{FULL}\n\n{BODY}"
    assert text[slice(*split_header(text))] == FULL


def test_finds_a_scanned_header() -> None:
    scanned = FULL.replace(" ", "  ").replace("\n", " \n\n").replace("XRO", "XR0")
    text = f"Pages\n\n{scanned}\n\n{BODY}"
    assert text[slice(*split_header(text))] == scanned


def test_addressees_may_go_on_after_a_page_line() -> None:
    header = (
        f"{SHORT}\n\n                 CONFIDENTIAL\n\n"
        "PAGE 02        RIGA    004627  251246Z\nAMEMBASSY VILNIUS"
    )
    text = f"{header}\n\n{BODY}"
    assert text[slice(*split_header(text))] == header


def test_a_pasted_record_is_not_part_of_the_header_before_it() -> None:
    text = f"{FULL}\n\n{FULL}\n\n{BODY}"
    assert text[slice(*split_header(text))] == FULL


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        BODY,
        "FM LIEPA SAID\nTHAT TEA\n",
        "R 031544Z MAY 07\nwas the time.\n",
    ],
)
def test_a_text_may_have_no_header(text: str) -> None:
    assert split_header(text) == (0, 0)


def test_a_header_repeated_far_behind_the_top_is_part_of_the_text() -> None:
    text = BODY + "2. (S) More tea. " * 200 + f"\n\n{SHORT}\n\nS E C R E T\n"
    assert split_header(text) == (0, 0)


def test_a_header_alone_is_all_header() -> None:
    assert split_header(FULL) == (0, len(FULL))


def test_a_line_like_a_first_line_is_passed_over() -> None:
    text = f"FM radio was heard.\n\n{SHORT}\n\n{BODY}"
    assert text[slice(*split_header(text))] == SHORT


def test_no_more_than_a_table_is_taken_above_a_header() -> None:
    rows = "PM-00    PRS-00   ACE-00\n" * 50
    start, _ = split_header(f"{rows}{SHORT}")
    assert start == 10 * len("PM-00    PRS-00   ACE-00\n")
