"""Rows of the full dump, in the three dialects that it is handed on in (format.md §7).

A row begins where a line begins with a running number and a date, whatever stood
before: a broken row costs only itself.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cablereader.model.cable import Source
from cablereader.model.frozen import frozen
from cablereader.model.raw import RawCable
from cablereader.parse.dialect import Dialect, detect_dialect
from cablereader.parse.grammar import row

COLUMNS: Final = 8
LONGEST_ROW: Final = 16 * 1024 * 1024
"""Characters; the longest cable has 70,000."""
BEGINNINGS: Final = frozenset('"0123456789')
"""Characters that a row can begin with."""
LETTERS: Final = {"n": "\n", "t": "\t", "r": "", "0": "\ufffd"}
"""What a letter after a backslash stands for in an SQL export."""

csv.field_size_limit(LONGEST_ROW)  # its own limit is 131,072: some bodies are longer


@frozen
class Row:
    """The lines of a file that belong to one row."""

    line: int
    """Where it begins, counted from 1."""
    text: str
    """Without its last newline; empty when ``overlong``."""
    overlong: bool = False
    """Whether it has more than `LONGEST_ROW` characters."""


@frozen
class Fields:
    """The columns of one row, and what is wrong with it."""

    columns: tuple[str, ...]
    fault: str | None = None


def stretches_of(lines: str) -> Iterator[str]:
    """Some lines in stretches, for `split_rows`: no row begins inside of one."""
    start = 0
    for match in row.NEXT.finditer(lines):
        yield lines[start : match.end()]
        start = match.end()
    yield lines[start:]


def split_rows(stretches: Iterable[str], number: int = 1) -> Iterator[Row]:
    """The rows of a file, without holding more than one.

    Args:
        stretches: Of its lines with their newlines: a row may begin only where one
            begins. A very long line may come in several parts.
        number: Of the first of these lines in the file.
    """
    held: list[str] = []
    size = 0
    first = number
    style: tuple[str, str] | None = None
    for stretch in stretches:
        if stretch[:1] in BEGINNINGS and (match := row.ROW.match(stretch)):
            own = match["quote"], match["separator"]
            style = style or own
            if held and own == style:
                yield _row(first, held, size)
                held, size, first = [], 0, number
        size += len(stretch)
        if size <= LONGEST_ROW:
            held.append(stretch)
        else:
            held = [stretch[-1:]]
        number += stretch.count("\n")
    if held:
        yield _row(first, held, size)


def _row(line: int, held: Sequence[str], size: int) -> Row:
    if size > LONGEST_ROW:
        return Row(line, "", overlong=True)
    return Row(line, "".join(held).rstrip("\r\n"))


def split_fields(text: str, dialect: Dialect) -> Fields:
    """The columns of one row; whatever is wrong, those that can be told apart."""
    if dialect is Dialect.TSV:
        fields = Fields(tuple(_tsv_columns(text)))
    else:
        fields = _csv_columns(text, escape=dialect is Dialect.BACKSLASH)
    if not fields.fault and len(fields.columns) != COLUMNS:
        fault = f"a row has {COLUMNS} columns, this one {len(fields.columns)}"
        return Fields(fields.columns, fault)
    return fields


def _csv_columns(text: str, *, escape: bool) -> Fields:
    escapechar = "\\" if escape else None
    try:
        columns = next(csv.reader([text], escapechar=escapechar, strict=True), [])
    except csv.Error:
        fault = "a quotation mark is missing, or one too many"
        return Fields(tuple(_columns_between_marks(text) if escape else ()), fault)
    return Fields(tuple(columns))


def _columns_between_marks(text: str) -> Iterator[str]:
    """The columns of a row of which every field is quoted, by what is between them."""
    for field in text.removeprefix('"').removesuffix('"').split('","', COLUMNS - 1):
        yield row.BACKSLASHED.sub(r"\1", field)


def _tsv_columns(text: str) -> Iterator[str]:
    held = ""
    for part in text.split("\t"):
        held += part
        if (len(held) - len(held.rstrip("\\"))) % 2:
            held += "\t"
        else:
            yield _unescaped(held)
            held = ""
    if held:
        yield _unescaped(held[:-1])


def _unescaped(field: str) -> str:
    if field == "\\N":
        return ""
    return row.BACKSLASHED.sub(lambda match: LETTERS.get(match[1], match[1]), field)


def read_row(
    fields: Sequence[str], *, path: str | None = None, line: int | None = None
) -> RawCable:
    """The raw cable of the eight columns of a row.

    Never raises: columns that are missing are empty.

    Args:
        fields: Running number, created, reference id, origin, classification,
            references joined by ``|``, header, body.
        path: The file that the row stands in.
        line: Where in that file the row begins, counted from 1.
    """
    filled = (*fields, *[""] * (COLUMNS - len(fields)))
    _, created, cable_id, origin, classification, references, header, body = filled[
        :COLUMNS
    ]
    return RawCable(
        source=Source("csv", path, line),
        cable_id=cable_id.strip() or None,
        created=_iso(created.strip()) or None,
        origin=origin.strip() or None,
        classification=classification.strip().upper() or None,
        references=tuple(filter(None, map(str.strip, references.split("|")))),
        header=header,
        body=body,
    )


def read_first_row(text: str) -> RawCable:
    """The raw cable of the first row of a dump that is whole; else of the first.

    Never raises.
    """
    dialect = detect_dialect(text)
    lines = (f"{line}\n" for line in text.removeprefix("\ufeff").split("\n"))
    rows = [(each.line, split_fields(each.text, dialect)) for each in split_rows(lines)]
    whole = (each for each in rows if not each[1].fault)
    line, fields = next(whole, rows[0])
    return read_row(fields.columns, line=line)


def _iso(created: str) -> str:
    """``12/28/1966 8:48`` as ``1966-12-28 08:48``; other forms stay as they are."""
    match = row.DATE.match(created)
    if not match:
        return created[:16]
    year, month, day, hour, minute = match.group(
        "year", "month", "day", "hour", "minute"
    )
    return f"{year}-{month:0>2}-{day:0>2}" + (f" {hour:0>2}:{minute}" if hour else "")
