"""Lines whose blanks mean something are kept as they are."""

from __future__ import annotations

import pytest

from cablereader.parse.line import split_lines
from cablereader.parse.tables import find_tables

ROWS = "heroin (kilos)    1,000    2\ncocaine           7,000   21\npills     3    4\n"


def tables(text: str) -> list[str]:
    lines = split_lines(text, 0, [])
    return [
        "\n".join(lines[index].text for index in table)
        for table in find_tables(text, lines, 0, len(lines))
    ]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(ROWS, id="columns"),
        pytest.param("Cocaine 8,389 7,968\nHeroin 12 14\nOpium 0 -\n", id="figures"),
        pytest.param("Name\tPost\nOsgood\tPraia\nHolloway\tOslo\n", id="tabs"),
        pytest.param(ROWS.replace("\n", "\n\n", 1), id="empty line inside"),
    ],
)
def test_three_rows_are_a_table(rows: str) -> None:
    (table,) = tables(f"The figures are these:\n{rows}He was pleased.\n")
    assert table == rows.rstrip().replace("\t", "\t")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(ROWS.split("\n")[:2]), id="two rows"),
        pytest.param("He said so.  She did.\n" * 4, id="sentences"),
        pytest.param("in 2008 and 2009\nof 12 and 14\nat 3 and 4", id="dates"),
        pytest.param(f"one   {'long line of text ' * 9}\n" * 4, id="long lines"),
    ],
)
def test_less_is_none(text: str) -> None:
    assert not tables(text)
