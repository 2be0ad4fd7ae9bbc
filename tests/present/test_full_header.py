"""The header box in full: every field once, none cut, short ones together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cablereader.parse.document import parse
from cablereader.present.full_header import full_rows

CABLE = """\
R 201200Z JAN 09
FM AMEMBASSY OSLO
TO SECSTATE WASHDC
S E C R E T OSLO 009001

NOFORN
SIPDIS

E.O. 12958: DECL: 01/20/2019
TAGS: PREL, EFIS, NO
SUBJECT: A LIGHTHOUSE THAT MOVES

REF: A. LONDON 9002
     B. 08 REYKJAVIK 9003
     C. 08 REYKJAVIK 9004

Classified By: Ambassador J. Doe for reasons 1.4 (b) and (d).

1. (C) Seen again, further north.
DOE
"""


def rows(width: int) -> list[str]:
    return [
        "".join(piece.text for piece in row).rstrip()
        for row in full_rows(parse(CABLE), width)
    ]


def test_short_fields_share_a_row() -> None:
    assert rows(90) == [
        "Reference   Created           Released    Classification  Origin",
        "09OSLO9001  2009-01-20 12:00  not stated  SECRET//NOFORN  Embassy Oslo",
        "A LIGHTHOUSE THAT MOVES",
        "Captions NOFORN, SIPDIS   TAGS PREL EFIS NO   E.O. 12958: DECL: 01/20/2019",
        "Classified by J. Doe, Ambassador   Reasons 1.4(b) 1.4(d)   Signed DOE",
        "Ref A LONDON 9002   B 08 REYKJAVIK 9003   C 08 REYKJAVIK 9004",
    ]


def test_what_does_not_fit_into_the_columns_follows_with_its_label() -> None:
    assert rows(55)[:4] == [
        "Reference   Created           Released",
        "09OSLO9001  2009-01-20 12:00  not stated",
        "Classification SECRET//NOFORN   Origin Embassy Oslo",
        "A LIGHTHOUSE THAT MOVES",
    ]


def test_to_whom_it_went_is_said_where_the_routing_list_is_out_of_sight() -> None:
    *_, last = full_rows(parse(CABLE), 40, "zr routing")
    assert "".join(each.text for each in last) == (
        "To SECSTATE WASHDC            zr routing"
    )


def test_of_many_references_none_is_divided() -> None:
    assert rows(45)[-2:] == [
        "Ref A LONDON 9002   B 08 REYKJAVIK 9003",
        "C 08 REYKJAVIK 9004",
    ]


def test_a_field_longer_than_a_row_is_wrapped_under_itself() -> None:
    assert "Captions NOFORN," in rows(20)
    assert "         SIPDIS" in rows(20)


@given(st.integers(30, 250))
def test_no_word_is_lost_at_any_width(width: int) -> None:
    words = set(" ".join(rows(250)).split())
    assert set(" ".join(rows(width)).split()) == words


@given(st.integers(45, 250))
def test_no_row_is_longer_than_the_box(width: int) -> None:
    assert max(map(len, rows(width))) <= width
