"""Which rows of a damaged notebook still mean something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.archive.repair.salvage import Row, Table
from cablereader.library.notebook.history import pack
from cablereader.library.notebook.rows import MAY_BE_MISSING, TABLES, TYPES, mended
from cablereader.model.step import Aspect, Change

STEP = pack([Change(Aspect.STAR, "09OSLO9001", "", "*")])
SOUND = {"state": "read", "since": "2026-11-24T03:00:00Z", "changes": STEP}
NUMBERS = {"share": 0.5, "number": 7, "undone": 3}


def sound(table: Table) -> Row:
    return tuple(
        SOUND.get(column, NUMBERS.get(column, "text")) for column in table.columns
    )


every_column = pytest.mark.parametrize(
    ("table", "at"),
    [
        pytest.param(table, at, id=f"{table.name}.{column}")
        for table in TABLES
        for at, column in enumerate(table.columns)
    ],
)


@every_column
def test_only_what_may_be_missing_may_be(table: Table, at: int) -> None:
    row = sound(table)
    assert mended(table, row) == row
    holed = (*row[:at], None, *row[at + 1 :])
    may = (table.name, table.columns[at]) in MAY_BE_MISSING
    assert mended(table, holed) == (holed if may else None)


@every_column
def test_a_value_of_another_kind_means_nothing(table: Table, at: int) -> None:
    row = sound(table)
    wrong = "x" if table.columns[at] in TYPES else b"x"
    if table.columns[at] != "changes":
        assert mended(table, (*row[:at], wrong, *row[at + 1 :])) is None


def test_a_state_or_a_step_that_says_nothing_is_none() -> None:
    tables = {table.name: table for table in TABLES}
    assert mended(tables["state"], ("09OSLO9001", "zebra", "")) is None
    assert mended(tables["step"], (1, "me", "starred it", b"\x78\x00", None)) is None
    assert mended(tables["step"], (1, "me", "starred it", "[[", None)) is None


@given(st.binary(max_size=8))
def test_bytes_that_are_no_text_become_marks(content: bytes) -> None:
    (star,) = (table for table in TABLES if table.name == "star")
    text = content.decode("utf-8", "surrogateescape")
    row = mended(star, (text,))
    assert row
    assert row[0].encode() == content.decode("utf-8", "replace").encode()
