"""The page "How to search": all that it shows can be typed, and finds something."""

from __future__ import annotations

import pytest

from cablereader.archive.query.typed import read_query
from cablereader.model.query_field import DIRECTIVES, FIELDS, RELATED, SECOND_NAMES
from cablereader.present.searching import (
    EXAMPLES,
    VALUES,
    WORDS,
    Form,
    searching_rows,
)


def page(width: int) -> list[str]:
    return ["".join(piece.text for piece in row) for row in searching_rows(width)]


@pytest.mark.parametrize("width", [40, 76])
def test_it_names_every_field_in_its_width(width: int) -> None:
    lines = page(width)
    assert max(map(len, lines)) <= width
    starts = [line.split()[0] for line in lines if line.strip()]
    for field in (*FIELDS.values(), *DIRECTIVES):
        assert f"{field.name}:" in starts


@pytest.mark.parametrize(
    "form", [*WORDS, *VALUES, *EXAMPLES], ids=lambda each: each.typed
)
def test_all_that_it_shows_is_a_query(form: Form) -> None:
    assert str(read_query(form.typed))
    assert form.typed in "\n".join(page(76))


def test_second_names_are_of_fields_and_are_none() -> None:
    assert set(SECOND_NAMES.values()) <= set(FIELDS)
    assert not {*SECOND_NAMES, *RELATED} & set(FIELDS)
    assert not SECOND_NAMES.keys() & RELATED.keys()
    assert {name for names in RELATED.values() for name in names} <= set(FIELDS)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("year:2007", "date:2007"),
        ("post:oslo", "origin:oslo"),
        ("title:a", "subject:a"),
    ],
)
def test_a_second_name_is_read_as_the_field(typed: str, read: str) -> None:
    assert read_query(typed) == read_query(read)
