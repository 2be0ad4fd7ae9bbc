"""Rows of the dump in three dialects, and what a broken one costs: itself."""

from __future__ import annotations

import pytest
from documents import BODY, HEADER, dump_row
from hypothesis import given
from hypothesis import strategies as st

from cablereader.parse import csv_row
from cablereader.parse.csv_row import read_row, split_fields, split_rows
from cablereader.parse.dialect import Dialect, detect_dialect

QUOTED = 'the "goat\'s" lamp\nsecond line\\'
BACKSLASH = dump_row(1, body=QUOTED)
DOUBLED = (
    '1,3/14/2007 16:04,07OSLO9001,"Embassy Oslo",CONFIDENTIAL,86OSLO9003,"head",'
    '"the ""goat\'s"" lamp\nsecond line\\"\n'
)
TSV = (
    "1\t2007-03-14 16:04:00\t07OSLO9001\tEmbassy Oslo\tCONFIDENTIAL\t\\N\thead\t"
    'the "goat\'s" lamp\\\nsecond line\\\\\n'
)
EXAMPLES = {
    Dialect.BACKSLASH: BACKSLASH,
    Dialect.DOUBLED: DOUBLED,
    Dialect.TSV: TSV,
}
FIELDS = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\0\r")),
    min_size=5,
    max_size=5,
)


def lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.removesuffix("\n").split("\n")]


@pytest.mark.parametrize("dialect", Dialect)
def test_reads_a_row_of_each_dialect(dialect: Dialect) -> None:
    (row,) = split_rows(lines(EXAMPLES[dialect]))
    fields = split_fields(row.text, dialect)
    assert fields.fault is None
    raw = read_row(fields.columns, path="dump.csv", line=row.line)
    assert raw.cable_id == "07OSLO9001"
    assert raw.created == "2007-03-14 16:04"
    assert raw.origin == "Embassy Oslo"
    assert raw.body == QUOTED
    assert (raw.source.path, raw.source.line) == ("dump.csv", 1)


@pytest.mark.parametrize("dialect", Dialect)
def test_tells_the_dialect_by_the_first_rows(dialect: Dialect) -> None:
    assert detect_dialect(EXAMPLES[dialect]) is dialect
    assert detect_dialect(f"id,created\n{EXAMPLES[dialect]}") is dialect


def test_numbers_in_quotation_marks_mean_the_published_dump() -> None:
    assert detect_dialect(dump_row(1)) is Dialect.BACKSLASH
    assert detect_dialect(dump_row(1).replace('"1"', "1", 1)) is Dialect.DOUBLED


def test_splits_the_references() -> None:
    (row,) = split_rows([dump_row(1)])
    raw = read_row(split_fields(row.text, Dialect.BACKSLASH).columns)
    assert raw.references == ("86OSLO9003", "07REYKJAVIK9007")
    assert (raw.header, raw.body) == (HEADER, BODY)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1/2/2005 3:04", "2005-01-02 03:04"),
        ("12/28/1966 18:48", "1966-12-28 18:48"),
        ("12/28/1966", "1966-12-28"),
        ("2007-03-14 16:04:00", "2007-03-14 16:04"),
        ("", None),
    ],
)
def test_reads_both_ways_to_write_a_time(written: str, read: str | None) -> None:
    assert read_row(["1", written]).created == read


def test_rows_know_their_lines() -> None:
    text = dump_row(1) + dump_row(2) + dump_row(3)
    rows = list(split_rows(lines(text)))
    height = dump_row(1).count("\n")
    assert [row.line for row in rows] == [1, height + 1, 2 * height + 1]


@pytest.mark.parametrize(
    "broken",
    [
        dump_row(2).replace('"Embassy Oslo"', '"Embassy Oslo', 1),
        dump_row(2).replace('"CONFIDENTIAL",', "", 1),
        dump_row(2)[:-2] + "\n",
        '"2","3/14/2007 16:04"\n',
        '"2","3/14/2007 16:04","\n\n"""\n,,,,\n\n',
    ],
    ids=["lone mark", "column missing", "no last mark", "cut", "rubbish"],
)
def test_a_broken_row_costs_no_other(broken: str) -> None:
    text = dump_row(1) + broken + dump_row(3)
    one, two, three = split_rows(lines(text))
    assert split_fields(two.text, Dialect.BACKSLASH).fault
    for row in (one, three):
        fields = split_fields(row.text, Dialect.BACKSLASH)
        assert fields.fault is None
        assert fields.columns[7] == BODY


@pytest.mark.parametrize(
    ("dialect", "pasted"),
    [
        pytest.param(
            Dialect.BACKSLASH, '"7","1/2/2005 3:04","07OSLO1",', id="06MEXICO"
        ),
        pytest.param(Dialect.BACKSLASH, "7\t2005-01-02 03:04:00\tX", id="07BERN881"),
    ],
)
def test_a_record_pasted_into_a_body_is_no_row(dialect: Dialect, pasted: str) -> None:
    text = dump_row(1, body=f"One\n{pasted}\ntwo") + dump_row(2)
    rows = list(split_rows(lines(text)))
    assert [split_fields(row.text, dialect).fault for row in rows] == [None, None]


def test_a_record_pasted_into_a_spreadsheet_is_no_row() -> None:
    pasted = '7,1/2/2005 3:04,07OSLO1,""Embassy Oslo"",SECRET,,""h"",""b""'
    text = DOUBLED.replace("second line", pasted) + DOUBLED
    assert len(list(split_rows(lines(text)))) == 2


def test_a_row_without_end_is_dropped_in_constant_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(csv_row, "LONGEST_ROW", 1000)
    endless = ['"2","3/14/2007 16:04","', *["x" * 400] * 50, "\n", '"\n']
    one, two, three = split_rows([*lines(dump_row(1)), *endless, *lines(dump_row(3))])
    assert (one.overlong, two.overlong, three.overlong) == (False, True, False)
    assert two.text == ""


@given(FIELDS)
def test_fields_of_the_dump_come_back_as_they_were(texts: list[str]) -> None:
    escaped = (text.replace("\\", "\\\\").replace('"', '\\"') for text in texts)
    row = '"1","1/2/2005 3:04","07OSLO1",' + ",".join(f'"{each}"' for each in escaped)
    columns = split_fields(row, Dialect.BACKSLASH).columns
    assert list(columns[3:]) == texts


@given(FIELDS)
def test_fields_of_a_spreadsheet_come_back_as_they_were(texts: list[str]) -> None:
    doubled = (text.replace('"', '""') for text in texts)
    row = "1,1/2/2005 3:04,07OSLO1," + ",".join(f'"{each}"' for each in doubled)
    columns = split_fields(row, Dialect.DOUBLED).columns
    assert list(columns[3:]) == texts


@given(FIELDS)
def test_fields_of_an_sql_export_come_back_as_they_were(texts: list[str]) -> None:
    escaped = [
        text.replace("\\", "\\\\").replace("\t", "\\\t").replace("\n", "\\\n")
        for text in texts
    ]
    row = "\t".join(["1", "2005-01-02 03:04:00", "07OSLO1", *escaped])
    columns = split_fields(row, Dialect.TSV).columns
    assert list(columns[3:]) == texts


@given(st.lists(st.text()), st.sampled_from(Dialect))
def test_never_raises(texts: list[str], dialect: Dialect) -> None:
    for row in split_rows(texts):
        read_row(split_fields(row.text, dialect).columns)
