"""What a whole cable says of itself: id, message, origin, times, defects."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import BODY, HEADER, TEXT

from cablereader.model.cable import Cable, Source
from cablereader.model.raw import RawCable
from cablereader.parse.cable import read_cable
from cablereader.parse.document import parse

RAW = RawCable(
    source=Source("html"),
    cable_id="07OSLO9001",
    title="THE GOAT OF SKARVEGRUNN",
    created="2007-03-14 16:30",
    released="2011-02-01 21:09",
    classification="CONFIDENTIAL//NOFORN",
    origin="Embassy Oslo",
    header=HEADER,
    body=BODY,
)


def codes(cable: Cable) -> list[str]:
    return [defect.code for defect in cable.defects]


def test_what_the_page_says_goes_before_what_the_text_says() -> None:
    cable = read_cable(RAW)
    assert cable.classification
    assert cable.classification.text == "CONFIDENTIAL//NOFORN"
    assert f"{cable.released:%Y-%m-%d %H:%M}" == "2011-02-01 21:09"
    assert cable.page
    assert cable.page.created == "2007-03-14 16:30"


@pytest.mark.parametrize(
    ("page", "created"),
    [
        pytest.param("2007-03-14 16:30", "2007-03-14 16:04", id="same hour"),
        pytest.param("2007-03-15 16:30", "2007-03-15 16:30", id="other day"),
        pytest.param(None, "2007-03-14 16:04", id="no page"),
    ],
)
def test_the_minute_is_that_of_the_header(page: str | None, created: str) -> None:
    cable = read_cable(replace(RAW, created=page))
    assert f"{cable.created:%Y-%m-%d %H:%M}" == created


@pytest.mark.parametrize(
    ("text", "cable_id"),
    [
        pytest.param(TEXT, "07OSLO9001", id="classification line"),
        pytest.param(HEADER, "07OSLO9001", id="header alone"),
        pytest.param(BODY, None, id="no year"),
        pytest.param(
            TEXT.replace("OSLO 009001", "PRAIA 000123"), "07OSLO9001", id="readdressed"
        ),
    ],
)
def test_an_id_is_put_together_from_post_and_number(
    text: str, cable_id: str | None
) -> None:
    assert parse(text).cable_id == cable_id


def test_the_message_is_the_one_of_the_classification_line() -> None:
    message = parse(TEXT.replace("OSLO 009001", "PRAIA 000123")).message
    assert message
    assert (message.post, message.number) == ("PRAIA", "000123")
    assert message.cable_id == "07PRAIA123"
    assert parse(HEADER).message is None


def test_a_misread_id_of_a_scan_gives_way_to_that_of_its_header() -> None:
    scan = replace(RAW, cable_id="07OSL09001", scanned=True)
    assert read_cable(scan).cable_id == "07OSLO9001"
    assert read_cable(replace(scan, scanned=False)).cable_id == "07OSL09001"
    other = replace(scan, cable_id="08PRAIA123")
    assert read_cable(other).cable_id == "08PRAIA123"


def test_the_origin_is_known_by_the_sender() -> None:
    assert parse(TEXT).origin == "Embassy Oslo"
    assert parse("1. (C) One.").origin is None


def test_the_subject_has_no_marking() -> None:
    cable = parse(TEXT.replace("SUBJECT: ", "SUBJECT: (C) "))
    assert cable.subject == "THE GOAT OF SKARVEGRUNN"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        pytest.param(BODY.replace("2. (U)", "4. (U)"), "number-gap", id="gap"),
        pytest.param(BODY.replace("2. (U)", "1. (U)"), "number-repeated", id="again"),
        pytest.param(BODY.replace("\n", "\\\n"), "escaped-newline", id="07BERN881"),
        pytest.param(
            BODY.replace("\n2.", "\u20282."), "line-separator", id="06MEXICO2220"
        ),
        pytest.param(
            BODY.replace("fiction", '""fiction""'), "doubled-quotes", id="quotes"
        ),
        pytest.param(
            BODY.replace("\n\nHOLLOWAY", "\n\n* Missing Section 002 *\n"),
            "missing-section",
            id="section",
        ),
        pytest.param(BODY.replace("\n\nHOLLOWAY", " It al..."), "cut-text", id="cut"),
    ],
)
def test_what_is_odd_is_a_defect(body: str, code: str) -> None:
    assert code in codes(read_cable(replace(RAW, body=body)))
    assert code not in codes(read_cable(RAW))


def test_a_caption_in_the_classification_line_is_one() -> None:
    raw = replace(RAW, body="UNCLAS E F T O OSLO 009001\n\nSIPDIS\n\nSUBJECT: GOATS")
    assert read_cable(raw).captions == ("EFTO", "SIPDIS")
