"""The front door: any document in, a cable out."""

from __future__ import annotations

import pytest
from documents import TEXT, dump_row, page
from hypothesis import given
from hypothesis import strategies as st

from cablereader.parse.document import parse


@pytest.mark.parametrize(
    ("text", "format_"),
    [(page(), "html"), (TEXT, "text"), (dump_row(1), "csv")],
    ids=["page", "text", "row"],
)
def test_the_forms_of_one_cable_parse_alike(text: str, format_: str) -> None:
    cable = parse(text)
    assert cable.source.format == format_
    assert cable.cable_id == "07OSLO9001"
    assert cable.subject == "THE GOAT OF SKARVEGRUNN"
    assert [str(each.marking) for each in cable.paragraphs] == ["C", "U"]
    assert cable.paragraphs[1].text == "It eats."
    assert cable.header.sender
    assert str(cable.header.sender) == "AMEMBASSY OSLO"


def test_names_of_columns_and_broken_rows_are_passed_over() -> None:
    broken = '"1","3/14/2007 16:04","x"\n'
    text = f"id,created\n{broken}{dump_row(2)}"
    assert parse(text).cable_id == "07OSLO9002"
    assert parse(broken).cable_id == "x"


def test_an_id_can_be_given_to_a_fragment() -> None:
    fragment = "1. (C) The goat."
    assert parse(fragment).cable_id is None
    assert parse(fragment, reference_id="07OSLO9001").cable_id == "07OSLO9001"
    assert parse(page(), reference_id="09OSLO1").cable_id == "07OSLO9001"


@given(st.text() | st.text().map(lambda text: f'"1","3/14/2007","{text}'))
def test_no_text_raises(text: str) -> None:
    parse(text)
