"""Portion markings: what is one, what it says, and what only looks like one."""

from __future__ import annotations

import pytest

from cablereader.model.classification import Level
from cablereader.parse.marking import take_marking

U, C, S = Level.UNCLASSIFIED, Level.CONFIDENTIAL, Level.SECRET


@pytest.mark.parametrize(
    ("text", "written", "level", "caveats"),
    [
        pytest.param("(S/NF) The", "S/NF", S, ("NOFORN",), id="09MEXICO3195"),
        pytest.param("(C//NF) The", "C//NF", C, ("NOFORN",), id="09BERLIN1271"),
        pytest.param("(S NF) The", "S NF", S, ("NOFORN",), id="09KAMPALA551"),
        pytest.param("(S-NF) The", "S-NF", S, ("NOFORN",), id="08NAIROBI2290"),
        pytest.param("( C ) The", "C", C, (), id="10ROME87"),
        pytest.param("(c) the", "c", C, (), id="00TASHKENT4223"),
        pytest.param("(SBU) The", "SBU", U, ("SBU",), id="09SANJOSE525"),
        pytest.param("(SBU/NF) The", "SBU/NF", U, ("SBU", "NOFORN"), id="09LONDON2187"),
        pytest.param("(U//FOUO) The", "U//FOUO", U, ("FOUO",), id="09STATE63860"),
        pytest.param("(C - ENTIRE TEXT).", "C - ENTIRE TEXT", C, (), id="79TEHRAN8980"),
        pytest.param(
            "(S/Rel to Ukraine) For",
            "S/Rel to Ukraine",
            S,
            ("REL UKRAINE",),
            id="08STATE103511",
        ),
        pytest.param(
            "(S//REL AFGHANISTAN, \nUZBEKISTAN):  Posts",
            "S//REL AFGHANISTAN, UZBEKISTAN",
            S,
            ("REL AFGHANISTAN, UZBEKISTAN",),
            id="08STATE79112",
        ),
        pytest.param(
            "(SECRET/REL FRANCE) Begin",
            "SECRET/REL FRANCE",
            S,
            ("REL FRANCE",),
            id="09STATE96222",
        ),
    ],
)
def test_reads_a_marking(
    text: str, written: str, level: Level, caveats: tuple[str, ...]
) -> None:
    taken = take_marking(text)
    assert taken is not None
    assert (taken.marking.text, taken.marking.level) == (written, level)
    assert taken.marking.caveats == caveats
    assert text[taken.stop - 1] == ")"
    assert not taken.defects


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        pytest.param("(NC) The", C, "marking-slip", id="07REYKJAVIK298"),
        pytest.param("(SE) The", S, "marking-slip", id="09CARACAS1443"),
        pytest.param("(N/SF) The", S, "marking-slip", id="letters swapped"),
        pytest.param("(S/NR) The", S, "marking-slip", id="a letter wrong"),
        pytest.param("(SBU During", U, "marking-unclosed", id="06BRASILIA2433"),
        pytest.param("(C/XYZ) The", C, "unknown-control", id="unknown"),
    ],
)
def test_reads_a_damaged_marking_and_says_so(
    text: str, level: Level, code: str
) -> None:
    taken = take_marking(text)
    assert taken is not None
    assert taken.marking.level == level
    assert [defect.code for defect in taken.defects] == [code]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(U.S.)   Issue", id="09BERLIN1148"),
        pytest.param("(Afghanistan) Elections", id="09BERLIN1148 country"),
        "(UN) forces",
        "(a) a list",
        "(3) three",
        "(SBU Annex) text",
        "(C'est la vie) text",
        "(S and others who have been there for long) text",
        "C) text",
        "",
    ],
)
def test_takes_nothing_where_there_is_nothing(text: str) -> None:
    assert take_marking(text) is None


def test_starts_where_it_is_told() -> None:
    taken = take_marking("1.(C) The chairs", 2)
    assert taken is not None
    assert taken.stop == 5


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("(8BU) The", "SBU"),
        ("(5/NF) The", "S/NF"),
        ("(S/NE) The", "S/NF"),
        ("(0) The", "C"),
        ("(Cy General", "C"),
    ],
)
def test_what_a_scanner_misread_is_read_as_it_was_written(
    text: str, written: str
) -> None:
    taken = take_marking(text, scanned=True)
    assert taken is not None
    assert taken.marking.text == written


@pytest.mark.parametrize("text", ["(8BU) The", "(0) The", "(Cy General"])
def test_a_typed_text_has_no_misread_letters(text: str) -> None:
    assert take_marking(text) is None
