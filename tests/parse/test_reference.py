"""REF blocks in every form that format.md §6.4 names."""

from __future__ import annotations

import pytest

from cablereader.model.reference import Reference, ReferenceKind
from cablereader.parse.reference import read_references


def read(block: str) -> tuple[Reference, ...]:
    return read_references(block, year=2009, post="RIGA")


def ids(block: str) -> list[str | None]:
    return [reference.cable_id for reference in read(block)]


def labelled(block: str) -> list[tuple[str | None, str | None]]:
    return [(reference.label, reference.cable_id) for reference in read(block)]


@pytest.mark.parametrize(
    "label",
    [
        "REF:", "REFS:", "Ref:", "Refs:", "REF", "REFTEL:", "REFTELS:", "REF.",
        "Ref(s):", "Q:", "REF: REF:", "(REF)", "REFERENCE:", " REF: ", "ref :", "",
    ],
)  # fmt: skip
def test_the_label_of_the_block_is_no_part_of_it(label: str) -> None:
    assert read(f"{label} OSLO 431") == (
        Reference(
            label=None, text="OSLO 431", kind=ReferenceKind.CABLE, cable_id="09OSLO431"
        ),
    )


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("OSLO 431", ["09OSLO431"], id="no year"),
        pytest.param("08 OSLO 431", ["08OSLO431"], id="two digits"),
        pytest.param("2008 OSLO 431", ["08OSLO431"], id="four digits"),
        pytest.param("1998 OSLO 431", ["98OSLO431"], id="of the 1900s"),
        pytest.param("OSLO 00431", ["09OSLO431"], id="zeros"),
        pytest.param("Oslo 431", ["09OSLO431"], id="mixed case"),
        pytest.param("LONDON2498", ["09LONDON2498"], id="glued"),
        pytest.param(
            "09CAIRO0561; 08CAIRO2528", ["09CAIRO561", "08CAIRO2528"], id="10CAIRO195"
        ),
        pytest.param("OSLO 431 (08)", ["08OSLO431"], id="year behind"),
        pytest.param("OSLO 431 ('08)", ["08OSLO431"], id="year behind with apostrophe"),
        pytest.param("OSLO 431 (2004)", ["04OSLO431"], id="full year behind"),
        pytest.param("OSLO 431/08", ["08OSLO431"], id="year after a slash"),
        pytest.param("OSLO 431-04", ["04OSLO431"], id="year after a dash"),
        pytest.param("OSLO 936/935", ["09OSLO936", "09OSLO935"], id="two numbers"),
        pytest.param("05/11/07 OSLO 936", ["09OSLO936"], id="a date before it"),
        pytest.param("OSLO 936/08 LIMA 5", ["09OSLO936", "08LIMA5"], id="slash, year"),
        pytest.param("OSLO 936 'LIMA 5'", ["09OSLO936", "09LIMA5"], id="a quoted one"),
        pytest.param("OSLO 936 - MEMO 5", ["09OSLO936"], id="a memo behind it"),
        pytest.param("1 2 3 4 OSLO", [None], id="numbers before it"),
        pytest.param("OSLO 936.5", [None], id="a fraction"),
        pytest.param("OSLO 12345678", [None], id="eight digits"),
        pytest.param("OSLO 936/1", ["09OSLO936"], id="a part, no number"),
        pytest.param("DEPTEL 12", ["09STATE12"], id="a telegram of the Department"),
        pytest.param("'08 OSLO 431", ["08OSLO431"], id="apostrophe"),
        pytest.param("(08) OSLO 431", ["08OSLO431"], id="parentheses"),
        pytest.param(
            "STATE 12 AND 13, 14 (08)",
            ["08STATE12", "08STATE13", "08STATE14"],
            id="further numbers",
        ),
        pytest.param(
            "STATE 12, 08 OSLO 431", ["09STATE12", "08OSLO431"], id="a year, no number"
        ),
        pytest.param("STATE 1201, 5 MAY 2008", ["09STATE1201"], id="a date, no number"),
        pytest.param("STATE 12 AND 2 OTHERS", ["09STATE12"], id="a count, no number"),
        pytest.param("1234 STATE", ["09STATE1234"], id="reversed"),
        pytest.param("1234", ["09RIGA1234"], id="the post's own"),
        pytest.param("#1234", ["09RIGA1234"], id="the post's own with its sign"),
        pytest.param(
            "STATE 12; 1234", ["09STATE12", "09STATE1234"], id="the same post"
        ),
        pytest.param("094 QUITO 841", ["94QUITO841"], id="three digits"),
        pytest.param("O4 CHENNAI 12", ["04CHENNAI12"], id="letter for zero"),
        pytest.param("COTON0U 12", ["09COTONOU12"], id="zero for letter"),
        pytest.param("LAGOS O1512", ["09LAGOS1512"], id="letter in the number"),
        pytest.param("STATE 12 (NOTAL)", ["09STATE12"], id="10RABAT5"),
        pytest.param("STATE 12 AND PREVIOUS", ["09STATE12"], id="and previous"),
        pytest.param(
            "SECSTATE 96412  (SBU/NF)", ["09STATE96412"], id="09EFTOLONDON2187"
        ),
        pytest.param("SECSTATE WASHDC 12", ["09STATE12"], id="with its city"),
        pytest.param("THE HAGUE 097", ["09THEHAGUE97"], id="two words"),
        pytest.param("RIO\n\nDE JANEIRO 1291", ["09RIODEJANEIRO1291"], id="wrapped"),
        pytest.param("PORT A 76", ["09PORTAUPRINCE76"], id="clipped"),
        pytest.param("ST. PETERSBURG 75", ["09STPETERSBURG75"], id="a dot in it"),
        pytest.param("N'DJAMENA 511", ["09NDJAMENA511"], id="an apostrophe in it"),
        pytest.param("10-OTTAWA-57", ["10OTTAWA57"], id="dashes"),
        pytest.param("STATE: 73097", ["09STATE73097"], id="a colon"),
        pytest.param("BAGHDAD #3565", ["09BAGHDAD3565"], id="a number sign"),
        pytest.param("AMEMBASSY PARIS 123", ["09PARIS123"], id="with AMEMBASSY"),
        pytest.param("USUN NEW YORK 12", ["09USUNNEWYORK12"], id="a mission"),
        pytest.param("ISLAMBAD 123", ["09ISLAMABAD123"], id="a slip"),
        pytest.param("ATLANTIS 123", ["09ATLANTIS123"], id="a post that nobody knows"),
        pytest.param(
            "TEHRAN 1091: TEHRAN 263: MOSCOW 1603",
            ["09TEHRAN1091", "09TEHRAN263", "09MOSCOW1603"],
            id="72TEHRAN1164",
        ),
        pytest.param(
            "KUWAIT 79 KUWAIT 90", ["09KUWAIT79", "09KUWAIT90"], id="in a row"
        ),
        pytest.param(
            'OSLO 12 "NAPLES 2010: TEA", LIMA 13', ["09OSLO12", "09LIMA13"], id="quoted"
        ),
        pytest.param("STATE 255577 TOSEC 140323", ["09STATE255577"], id="TOSEC"),
        pytest.param("STATE 493Classified", ["09STATE493"], id="a word glued to it"),
    ],
)
def test_reads_a_printed_id(printed: str, expected: list[str]) -> None:
    assert ids(f"REF: {printed}") == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("GUHA-CARTER E-MAIL (07SEP07)", ReferenceKind.EMAIL),
        ("LEE-GOLDSTEIN EMAIL 05/11/07", ReferenceKind.EMAIL),
        ("WILSON/MACK TELECON", ReferenceKind.TELCON),
        ("USDAO NAIROBI IIR 6 854 0108 08 291553Z JAN 08", ReferenceKind.REPORT),
        ("USDAO PARIS 1234", ReferenceKind.REPORT),
        ("Td-314/011589-09", ReferenceKind.REPORT),
        ("FBIS GMP20090504", ReferenceKind.REPORT),
        ("PARIS POINTS 12", ReferenceKind.REPORT),
        ("SECDEF WASHINGTON DC 301601Z SEP 08", ReferenceKind.OTHER),
        ("STATE CA-3400 NOV 2, 1966", ReferenceKind.OTHER),
        ("UNSCR 1701", ReferenceKind.OTHER),
        ("9 FAM 41", ReferenceKind.OTHER),
        ("AS NOTED IN TEXT", ReferenceKind.OTHER),
        ("MARCH 12 LETTER", ReferenceKind.OTHER),
        ("MOSCOW 12 MAY MEETING", ReferenceKind.OTHER),
        ("JCIC-DIP (SFO-GVA-VIII-005)", ReferenceKind.OTHER),
        ("Phase 2 of the study", ReferenceKind.OTHER),
        ("TEHRAN A-123", ReferenceKind.OTHER),
    ],
)
def test_keeps_what_is_no_cable(text: str, kind: ReferenceKind) -> None:
    assert read(f"REF: {text}") == (Reference(label=None, text=text, kind=kind),)


@pytest.mark.parametrize(
    "block",
    [
        pytest.param("REF: A. OSLO 1\n     B. 08 LIMA 2\n     C. RIGA 3", id="lines"),
        pytest.param("REF: A. OSLO 1 B. 08 LIMA 2 C. RIGA 3", id="one line"),
        pytest.param("REF: A) OSLO 1, B) 08 LIMA 2,\n C) RIGA 3", id="86MADRID5480"),
        pytest.param("REF: A) OSLO 1;B) 08 LIMA 2;C) RIGA 3", id="96ANKARA12278"),
        pytest.param("REF: (A) OSLO 1 (B) 08 LIMA 2 (C) RIGA 3", id="90BAGHDAD4397"),
        pytest.param(
            "REF: A. A) OSLO 1\n B. B) 08 LIMA 2\n C. C) RIGA 3", id="06MEXICO456"
        ),
        pytest.param(
            "REF: A. (A) OSLO 1\n B. (B) 08 LIMA 2\n C. (C) RIGA 3", id="both"
        ),
        pytest.param("REF: A: OSLO 1\nB: 08 LIMA 2\nC: RIGA 3", id="colons"),
        pytest.param("REF: a. OSLO 1 b. 08 LIMA 2 c. RIGA 3", id="small letters"),
        pytest.param("REF: A.. OSLO 1\nB). 08 LIMA 2\nC.) RIGA 3", id="doubled signs"),
        pytest.param("REF: A OSLO 1\nB 08 LIMA 2\nC RIGA 3", id="bare"),
        pytest.param("REF: A . OSLO 1\n\nB . 08 LIMA 2\n\nC . RIGA 3", id="scanned"),
        pytest.param("REF: A. OSLO 1 ¶B. 08 LIMA 2 ¶C. RIGA 3", id="with anchors"),
        pytest.param("REF A OSLO 1 REF B 08 LIMA 2 REF C RIGA 3", id="with REF"),
        pytest.param(
            "REF: A.OSLO 1\n\nB.08 LIMA 2\n\nC.RIGA 3", id="tight, spaced out"
        ),
        pytest.param("REFS: A. OSLO 1 (C) B. 08 LIMA 2 C. RIGA 3", id="a marking"),
    ],
)
def test_the_letters_are_labels(block: str) -> None:
    expected = [("A", "09OSLO1"), ("B", "08LIMA2"), ("C", "09RIGA3")]
    assert labelled(block) == expected


def test_numbers_are_labels_too() -> None:
    assert labelled("REF: 1. OSLO 1\n 2. LIMA 2") == [
        ("1", "09OSLO1"),
        ("2", "09LIMA2"),
    ]


def test_further_numbers_have_the_label_of_the_first() -> None:
    first, second, third = read("REF: A. STATE 12 AND 13 B. OSLO 1")
    assert (first.label, second.label, third.label) == ("A", "A", "B")
    assert (first.text, second.text) == ("STATE 12", "13")


def test_an_entry_before_the_first_letter_has_no_label() -> None:
    assert labelled("REF: OSLO 1\n     B. LIMA 2") == [
        (None, "09OSLO1"),
        ("B", "09LIMA2"),
    ]


def test_a_letter_may_be_missing_where_one_begins_a_line() -> None:
    block = "REF: A. OSLO 1\nC. LIMA 2"
    assert labelled(block) == [("A", "09OSLO1"), ("C", "09LIMA2")]


def test_initials_are_no_labels() -> None:
    (email,) = read("REF: J. B. SMITH EMAIL\nS. LEE")
    assert (email.label, email.kind) == (None, ReferenceKind.EMAIL)


def test_a_note_stays_in_the_text() -> None:
    (reference,) = read("REF: OSLO 12 (NOTAL),\n  dated May 5")
    assert reference.text == "OSLO 12 (NOTAL), dated May 5"


@pytest.mark.parametrize(
    "marker",
    [
        "RIGA 00000563  001.2 OF 003",
        "CONFIDENTIAL\nPAGE 02 RIGA 01196 01 OF 02 082030Z",
        "CONFIDENTIAL PAGE 02 RIGA 01196 01 OF 02 082030Z",
    ],
)
def test_a_page_marker_is_no_reference(marker: str) -> None:
    block = f"REF: A. OSLO 1 {marker} B. LIMA 2"
    assert labelled(block) == [("A", "09OSLO1"), ("B", "09LIMA2")]


@pytest.mark.parametrize(
    "field", ["Classified By: Consul 5", "DERIVED FROM: DSCG 05-1"]
)
def test_the_next_field_ends_a_mashed_block(field: str) -> None:
    assert ids(f"REF: OSLO 1 {field}") == ["09OSLO1"]


@pytest.mark.parametrize("block", ["", "REF:", "REF: ", "REF: ;;", "REF: A. B."])
def test_an_empty_block_has_no_entries(block: str) -> None:
    assert read(block) == ()


def test_without_a_year_only_dated_ids_are_cables() -> None:
    references = read_references("REF: OSLO 1; 08 LIMA 2", year=None, post=None)
    assert [reference.cable_id for reference in references] == [None, "08LIMA2"]


def test_a_bare_number_without_a_post_is_text() -> None:
    (reference,) = read_references("REF: 1234", year=2009, post=None)
    assert reference.kind is ReferenceKind.OTHER
