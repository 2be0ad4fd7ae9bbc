"""A cable as text: its header, its body, and the row of its page if that is there."""

from __future__ import annotations

import pytest
from documents import BODY, HEADER, TEXT
from hypothesis import given
from hypothesis import strategies as st

from cablereader.parse.ocr_text import is_scanned
from cablereader.parse.plain_text import read_text

CHROME = """Viewing cable 07OSLO9001, THE GOAT OF SKARVEGRUNN

If you are new to these pages, please read an introduction.

Reference ID Created Released Classification Origin
07OSLO9001 2007-03-14 16:04 2011-08-30 01:44 CONFIDENTIAL Embassy Oslo

"""


def test_the_header_is_set_apart_from_the_body() -> None:
    raw = read_text(TEXT, "goat.txt")
    assert raw.header == HEADER
    assert raw.body.strip() == BODY
    assert raw.header_at == 0
    assert raw.source.path == "goat.txt"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BODY, id="no header"),
        pytest.param("REF: A. OSLO 9044\n     B. 07 OSLO 9012", id="references"),
        pytest.param("He said so.", id="prose"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_text_without_header_is_all_body(text: str) -> None:
    raw = read_text(text)
    assert (raw.header, raw.body) == ("", text)


def test_a_header_alone_has_no_body() -> None:
    raw = read_text(HEADER)
    assert raw.header == HEADER
    assert not raw.body.strip()


def test_a_header_of_a_later_section_belongs_to_the_body() -> None:
    text = f"{BODY}\n\n{HEADER}\n{BODY}"
    assert read_text(text).body == text


def test_the_row_of_a_page_is_read_and_stays_in_the_body() -> None:
    raw = read_text(CHROME + TEXT)
    assert raw.cable_id == "07OSLO9001"
    assert raw.title == "THE GOAT OF SKARVEGRUNN"
    assert raw.created == "2007-03-14 16:04"
    assert raw.released == "2011-08-30 01:44"
    assert raw.classification == "CONFIDENTIAL"
    assert raw.origin == "Embassy Oslo"
    assert raw.header == HEADER
    assert raw.body.startswith(CHROME)
    assert raw.header_at == len(CHROME)


def test_a_misread_id_gives_way_to_the_other() -> None:
    assert read_text(CHROME.replace("cable 07", "cable O7")).cable_id == "07OSLO9001"
    assert read_text(CHROME.replace("\n07", "\nO7")).cable_id == "07OSLO9001"


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    raw = read_text(text)
    assert raw.body.startswith(text[: raw.header_at])
    assert text[raw.header_at :].startswith(raw.header)
    assert text.endswith(raw.body[raw.header_at :])


@pytest.mark.parametrize(
    ("text", "scanned"),
    [
        pytest.param(TEXT, False, id="typed"),
        pytest.param(TEXT.replace(" ", "  ") * 5, True, id="doubled blanks"),
        pytest.param(
            CHROME + TEXT.replace("1. (C)", "41. (C)"), True, id="09MEXICO3195"
        ),
        pytest.param(
            "11. (C) One.\n12. (S/NF) Two.\n43. (C) Three.", True, id="misread numbers"
        ),
        pytest.param("1. (C) One.\n2. (C) Two.\n3. (U) Three.", False, id="clean"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_a_scan_is_known_by_its_damage(text: str, *, scanned: bool) -> None:
    assert is_scanned(text) is scanned
