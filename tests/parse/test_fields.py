"""The fields of the top, one by one."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from cablereader.model.classification import Level
from cablereader.model.dtg import DateTimeGroup
from cablereader.parse.authority import read_authority
from cablereader.parse.captions import is_caption, read_captions
from cablereader.parse.classification import classification_of, read_classification
from cablereader.parse.dates import creation_time, preamble_time, read_time
from cablereader.parse.executive_order import read_order
from cablereader.parse.openings import take_opening
from cablereader.parse.tags import read_tags


@pytest.mark.parametrize(
    ("line", "level", "post", "number"),
    [
        pytest.param(
            "S E C R E T SECTION 01 OF 05 MEXICO 003195",
            Level.SECRET,
            "MEXICO",
            "003195",
            id="09MEXICO3195",
        ),
        pytest.param(
            "C O N F I D E N T I A LCAIRO 000079 SIPDIS",
            Level.CONFIDENTIAL,
            "CAIRO",
            "000079",
            id="09CAIRO79",
        ),
        pytest.param(
            "UNCLAS E F T O LONDON 002187",
            Level.UNCLASSIFIED,
            "LONDON",
            "002187",
            id="09LONDON2187",
        ),
        pytest.param(
            "UNCLAS SECTION 01 GF 02 BISHIEK 00Q021",
            Level.UNCLASSIFIED,
            "BISHIEK",
            "00Q021",
            id="08BISHKEK1021",
        ),
        pytest.param(
            "S e c r e t state 068250",
            Level.SECRET,
            "state",
            "068250",
            id="88BAGHDAD28",
        ),
        pytest.param(
            "SS E C R E T PRAIA 000123", Level.SECRET, "PRAIA", "000123", id="doubled"
        ),
        pytest.param(
            "UUNCLAS PRAIA 000123", Level.UNCLASSIFIED, "PRAIA", "000123", id="UUNCLAS"
        ),
        pytest.param(
            "E C R E T PRAIA 000123", Level.SECRET, "PRAIA", "000123", id="lost"
        ),
    ],
)
def test_a_classification_line_names_level_post_and_serial(
    line: str, level: Level, post: str, number: str
) -> None:
    opening = take_opening(line, 0)
    assert opening is not None
    assert (opening.level, opening.post, opening.number) == (level, post, number)


@pytest.mark.parametrize(
    "line",
    [
        "SECRETARY OF STATE 2009",
        "STATE FOR AF",
        "1. (C)",
        pytest.param("C O N F \u0130 D E N T I A L PRAIA 000123", id="Turkish"),
    ],
)
def test_other_lines_are_no_classification_lines(line: str) -> None:
    assert take_opening(line, 0) is None


@pytest.mark.parametrize(
    ("text", "level", "caveats"),
    [
        ("SECRET//NOFORN", Level.SECRET, ("NOFORN",)),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", Level.UNCLASSIFIED, ("FOUO",)),
        ("CONFIDENTIAL", Level.CONFIDENTIAL, ()),
    ],
)
def test_the_six_values_of_a_page(
    text: str, level: Level, caveats: tuple[str, ...]
) -> None:
    marking = classification_of(text)
    assert marking is not None
    assert (marking.text, marking.level, marking.caveats) == (text, level, caveats)


@pytest.mark.parametrize(
    ("line", "captions", "text"),
    [
        ("S E C R E T PRAIA 000123", ("NOFORN", "SIPDIS"), "SECRET//NOFORN"),
        (
            "UNCLAS PRAIA 000123",
            ("SENSITIVE", "SIPDIS"),
            "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
        ),
        ("UNCLAS PRAIA 000123", ("SIPDIS",), "UNCLASSIFIED"),
        ("C O N F I D E N T I A L PRAIA 000123", (), "CONFIDENTIAL"),
    ],
)
def test_line_and_captions_give_the_same(
    line: str, captions: tuple[str, ...], text: str
) -> None:
    marking = read_classification(take_opening(line, 0), captions)
    assert marking == classification_of(text)


@pytest.mark.parametrize(
    ("security", "text"),
    [
        ("ZNY SSSSS ZZH", "SECRET"),
        ("ZNY CCCCC ZZH", "CONFIDENTIAL"),
        ("ZNR UUUUU ZZH", "UNCLASSIFIED"),
        ("ZNY", None),
        (None, None),
    ],
)
def test_the_security_line_counts_without_a_classification_line(
    security: str | None, text: str | None
) -> None:
    assert read_classification(None, (), security) == classification_of(text)
    opening = take_opening("S E C R E T PRAIA 000123", 0)
    assert read_classification(opening, (), security) == classification_of("SECRET")


@pytest.mark.parametrize("text", [None, "", "RATHER SECRET"])
def test_nothing_is_made_of_other_words(text: str | None) -> None:
    assert classification_of(text) is None


@pytest.mark.parametrize(
    ("lines", "captions", "attention"),
    [
        (["SIPDIS", "SIPDIS"], ("SIPDIS",), None),
        (["SENSITIVE SIPDIS"], ("SENSITIVE", "SIPDIS"), None),
        (["sipdis, noforn"], ("SIPDIS", "NOFORN"), None),
        (["//FGI//NOFORN"], ("FGI", "NOFORN"), None),
        (["C O R R E C T E D C O PY (TEXT)"], ("CORRECTED COPY",), None),
        (
            ["SIPDIS DEPT FOR AF/W,", "NSC FOR OSGOOD; SIPDIS"],
            ("SIPDIS",),
            "DEPT FOR AF/W, NSC FOR OSGOOD",
        ),
        (["SENSITIVITY FOR OSGOOD"], (), "SENSITIVITY FOR OSGOOD"),
    ],
)
def test_captions_stand_once_and_the_rest_is_attention(
    lines: list[str], captions: tuple[str, ...], attention: str | None
) -> None:
    assert read_captions(lines) == (captions, attention)


def test_a_line_of_captions_holds_nothing_else() -> None:
    assert is_caption("NOFORN SIPDIS")
    assert not is_caption("SIPDIS FOR OSGOOD")


@pytest.mark.parametrize(
    ("line", "order", "declassify"),
    [
        pytest.param(
            "E.O. 12958: DECL: 07/24/2019", "12958", date(2019, 7, 24), id="x"
        ),
        pytest.param(
            "EO 12958 DECL: 09/21/10", "12958", date(2010, 9, 21), id="00HARARE"
        ),
        pytest.param(
            "E.O. 12958: DECL: 2020/01/28", "12958", date(2020, 1, 28), id="y"
        ),
        pytest.param("E.0. 12958: N/A", "12958", None, id="09BERLIN1148"),
        pytest.param("E.O.12356: DECL:OADR", "12356", None, id="89PANAMA8545"),
        pytest.param("E.O. 12065: GDS 8/12/85", "12065", None, id="79TEHRAN8980"),
        pytest.param("E.O. 12958: DECL: 02/30/2019", "12958", None, id="no day"),
    ],
)
def test_an_order_says_until_when(
    line: str, order: str, declassify: date | None
) -> None:
    read = read_order([line])
    assert read is not None
    assert (read.text, read.order, read.declassify) == (line, order, declassify)


def test_no_order_is_none() -> None:
    assert read_order([]) is None


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        pytest.param(["TAGS: PREL PGOV"], ("PREL", "PGOV"), id="linked"),
        pytest.param(["TAGS: PREL, PGOV, "], ("PREL", "PGOV"), id="commas"),
        pytest.param(
            ["TAGS: PREL PGOV", "EAGR, IN"],
            ("PREL", "PGOV", "EAGR", "IN"),
            id="05NEWDELHI9527",
        ),
        pytest.param(
            ["TAGS: OVIP, RICE CONDOLEEZZA, IZ"],
            ("OVIP", "RICE CONDOLEEZZA", "IZ"),
            id="words",
        ),
        pytest.param(
            ["TAGS OVIP (CLINTON, HILLARY), UAE"],
            ("OVIP", "CLINTON HILLARY", "UAE"),
            id="09STATE34688",
        ),
        pytest.param(["TAGS: ECON/EFIN CS"], ("ECON", "EFIN", "CS"), id="stroke"),
        pytest.param(["TAGS: PREL PGOV PREL"], ("PREL", "PGOV"), id="repeated"),
        pytest.param([], (), id="none"),
    ],
)
def test_tags_are_codes_once_each(lines: list[str], tags: tuple[str, ...]) -> None:
    assert read_tags(lines)[0] == tags


@pytest.mark.parametrize(
    ("line", "name", "title", "reasons"),
    [
        pytest.param(
            "Classified By: Political Minister Counselor Gustavo Delgado."
            " Reason: 1.4 (b),(d).",
            "Gustavo Delgado",
            "Political Minister Counselor",
            ("1.4(b)", "1.4(d)"),
            id="09MEXICO3195",
        ),
        pytest.param(
            "CLASSIFIED BY: Chris Stevens, CDA, U.S. Embassy - Tripoli, Dept of State."
            " REASON: 1.4 (b), (d)",
            "Chris Stevens",
            "CDA, U.S. Embassy - Tripoli, Dept of State",
            ("1.4(b)", "1.4(d)"),
            id="08TRIPOLI402",
        ),
        pytest.param(
            "Classified By: CLASSIFIED BY CHARGE D'AFFAIRES DANNY R. RUSSEL FOR REAS"
            " ONS 1.5 (B AND D)",
            "DANNY R. RUSSEL",
            "CHARGE D'AFFAIRES",
            ("1.5(b)", "1.5(d)"),
            id="03THEHAGUE1865",
        ),
        pytest.param(
            "Classified By: Charge d’ Affaires Patricia Butenis"
            " for reasons 1.4 (b) a nd (d)",
            "Patricia Butenis",
            "Charge d’ Affaires",
            ("1.4(b)", "1.4(d)"),
            id="09BAGHDAD791",
        ),
        pytest.param(
            "Classified By: Ambassador for reasons 1.4 (b) and (d)",
            None,
            "Ambassador",
            ("1.4(b)", "1.4(d)"),
            id="09KUWAIT110",
        ),
        pytest.param(
            "Classified By: AMBASSADOR PHILIP D. MURPHY. REASONS: 1.4 (B) AND (D).",
            "PHILIP D. MURPHY",
            "AMBASSADOR",
            ("1.4(b)", "1.4(d)"),
            id="10BERLIN157",
        ),
        pytest.param(
            "Classified By: D/Polcouns Art Muirhead for Reason 1.4 (B, D)",
            "Art Muirhead",
            "D/Polcouns",
            ("1.4(b)", "1.4(d)"),
            id="06LIMA622",
        ),
    ],
)
def test_authority_is_a_name_an_office_and_reasons(
    line: str, name: str | None, title: str | None, reasons: tuple[str, ...]
) -> None:
    classified_by, found = read_authority([line])
    assert classified_by is not None
    assert (classified_by.name, classified_by.title) == (name, title)
    assert found == reasons


@pytest.mark.parametrize(
    "line", ["", "Classified By: Derived from Multiple Sources", "Reason: unknown"]
)
def test_no_authority_is_nobody(line: str) -> None:
    assert read_authority([line]) == (None, ())


@pytest.mark.parametrize(
    ("page", "sent", "expected"),
    [
        pytest.param(
            "2009-11-10 00:12", (2009, 11, 10, 0, 13), "00:13", id="same hour"
        ),
        pytest.param(
            "2009-11-10 00:12", (2009, 11, 10, 1, 13), "00:12", id="other hour"
        ),
        pytest.param("2009-11-10 00:12", None, "00:12", id="no group"),
        pytest.param(None, (2009, 11, 10, 1, 13), "01:13", id="no page"),
    ],
)
def test_the_group_knows_the_minute(
    page: str | None, sent: tuple[int, int, int, int, int] | None, expected: str
) -> None:
    group = DateTimeGroup("", datetime(*sent)) if sent else None  # noqa: DTZ001  # UTC
    created = creation_time(read_time(page), group)
    assert created is not None
    assert f"{created:%H:%M}" == expected


@pytest.mark.parametrize(
    ("told", "expected"), [("2009-11-10 00:13", "00:13"), ("2009-11-10 01:13", "00:12")]
)
def test_without_a_group_a_date_line_knows_it(told: str, expected: str) -> None:
    page = read_time("2009-11-10 00:12")
    assert f"{creation_time(page, None, read_time(told)):%H:%M}" == expected


@pytest.mark.parametrize("text", [None, "", "yesterday", "2009-13-45 00:00"])
def test_what_is_no_time_is_none(text: str | None) -> None:
    assert read_time(text) is None


@pytest.mark.parametrize(
    ("preamble", "expected"),
    [
        pytest.param(
            "Monday, 23 March 2009, 09:27\n", "2009-03-23 09:27", id="09BAGHDAD791"
        ),
        pytest.param(
            "Cable dated:2006-02-15T07:44:00", "2006-02-15 07:44", id="06CAIRO941"
        ),
        pytest.param("date: 4/11/2002 20:44", "2002-04-11 20:44", id="02BOGOTA3281"),
        pytest.param("04.10.2009 01:32\n", "2009-10-04 01:32", id="record of lines"),
    ],
)
def test_a_date_line_gives_the_time(preamble: str, expected: str) -> None:
    assert f"{preamble_time(preamble):%Y-%m-%d %H:%M}" == expected


def test_no_date_line_gives_none() -> None:
    assert preamble_time("12/31/99 or so") is None
