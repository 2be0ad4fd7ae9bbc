"""Texts that make a careless pattern try every way: they take no longer than others."""

from __future__ import annotations

import pytest

from cablereader.parse.document import parse

LONG = 60_000
TOP = """C O N F I D E N T I A L PRAIA 000123

E.O. 12958: DECL: 06/17/2018
TAGS: PREL, CV
SUBJECT: FOLDING CHAIRS
"""
PLACES = {
    "subject": "",
    "paragraph": "\n1. (C) They fold.\n\n",
    "marking": "\n1. (",
    "releases": "\n1. (S//REL TO ",
    "references": "REF: A. OSLO 9044\n\n",
    "authority": "Classified By: ",
    "tags": "TAGS: A\n",
}
UNITS = {
    "dashes": "-",
    "spaced dashes": "- ",
    "capitals": "A",
    "words": "AB ",
    "codes": "PREL,",
    "blanks": " ",
    "digits": "1",
    "numbers": "1. ",
    "parentheses": "(",
    "quotes": '"',
    "marking parts": "S/",
    "redactions": "X",
    "sentences": "He sat. ",
}
ENDS = ("x", "1", "\n\n2. (C) No more.")


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_no_run_of_one_sign_is_tried_in_every_way(place: str, unit: str) -> None:
    """A pattern that tried all parts of the run would never come to an end."""
    for end in ENDS:
        text = f"{TOP}{place}{unit * (LONG // len(unit))}{end}"
        cable = parse(text)
        assert (
            "".join(block.span.of(cable.body) for block in cable.blocks) == cable.body
        )
        assert cable.tags[:2] == ("PREL", "CV")
