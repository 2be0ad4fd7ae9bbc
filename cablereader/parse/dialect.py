"""How the rows of a dump are written: three ways, told apart by the first rows."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from cablereader.parse.grammar import row

LOOKED_AT: Final = 100_000
"""Characters that the dialect is told by."""


class Dialect(StrEnum):
    """How a row writes a quotation mark or a newline inside a field."""

    BACKSLASH = "backslash"
    r"""The published dump: every field quoted, ``\"``, real newlines."""
    DOUBLED = "doubled"
    """A spreadsheet's export: quoted where needed, ``""``."""
    TSV = "tsv"
    """An SQL export: tabs, nothing quoted, a backslash before each newline."""


def detect_dialect(text: str) -> Dialect:
    """The dialect of a file, by its first rows.

    Args:
        text: The file, or its first 100,000 characters.
    """
    start = text[:LOOKED_AT]
    first = next(filter(None, map(row.ROW.match, start.split("\n"))), None)
    if first and first["separator"] == "\t":
        return Dialect.TSV
    escaped = len(row.ESCAPED.findall(start))
    doubled = len(row.DOUBLED.findall(start))
    if escaped == doubled:
        quoted = first is None or bool(first["quote"])
        return Dialect.BACKSLASH if quoted else Dialect.DOUBLED
    return Dialect.BACKSLASH if escaped > doubled else Dialect.DOUBLED
