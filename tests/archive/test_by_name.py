"""Why a cable is found in which nothing is marked."""

from __future__ import annotations

import pytest

from cablereader.archive.finding.by_name import names_behind
from cablereader.archive.finding.hits import hits_in
from cablereader.archive.query.typed import read_query
from cablereader.parse.cable import read_cable
from cablereader.parse.plain_text import read_text

CABLE = read_cable(
    read_text(
        """\
R 211200Z JAN 09
FM AMEMBASSY LONDON
TO AMEMBASSY OSLO
UNCLAS LONDON 009002

SIPDIS

E.O. 12958: N/A
TAGS: PINR, UK
SUBJECT: A LIGHTHOUSE THAT MOVES

REF: OSLO 9001

1. (U) London has seen no lighthouse.
ROE
""",
        "09LONDON9002.txt",
    )
)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("lighthouse", ()),
        ("subject:intelligence", ()),
        ("walrus", ()),
        ("intelligence", ("TAG PINR (intelligence)",)),
        ("pinr OR walrus", ("TAG PINR (intelligence)",)),
        ("lighthouse intelligence", ("TAG PINR (intelligence)",)),
        ("oslo", ("the reference 09OSLO9001",)),
        ("-intelligence", ()),
    ],
)
def test_names_are_told_of_texts_that_stand_nowhere_else(
    query: str, names: tuple[str, ...]
) -> None:
    condition = read_query(query).condition
    found = names_behind(condition, CABLE)
    assert tuple(each.lower() for each in found) == tuple(map(str.lower, names))
    if names and "lighthouse" not in query:
        assert not hits_in(condition, CABLE)
