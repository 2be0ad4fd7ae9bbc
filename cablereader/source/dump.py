"""The rows of a dump, one after the other: files of any length in constant memory."""

from __future__ import annotations

import io
from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import Final

from cablereader.model.raw import RawCable
from cablereader.parse.csv_row import (
    COLUMNS,
    LONGEST_ROW,
    Row,
    read_row,
    split_fields,
    split_rows,
    stretches_of,
)
from cablereader.parse.dialect import Dialect, detect_dialect
from cablereader.source.encoding import DOUBT, REMEDY, decode_row
from cablereader.source.failure import Failure, Report
from cablereader.source.stream import BLOCK

MEND: Final = "mend it, or give its dialect with --dialect"


def read_rows(
    stream: io.BufferedReader,
    head: str,
    path: str,
    dialect: Dialect | None,
    report: Report,
    first: int = 1,
) -> Iterator[RawCable]:
    """The raw cables of a dump.

    Args:
        stream: The whole file.
        head: How it begins, to tell the dialect by.
        path: What to call it.
        dialect: The one to read, or ``None`` to tell it by the first rows.
        report: Told of each broken row, which costs no other.
        first: The line of the first row that is wanted.
    """
    dialect = dialect or detect_dialect(head)
    _skip_lines(stream, first - 1)
    for row in split_rows(_stretches(stream), first):
        raw = _read(row, path, dialect, report)
        if raw:
            yield raw


def _skip_lines(stream: io.BufferedReader, count: int) -> None:
    """Go on behind some lines: a tenth of the time that reading their rows takes."""
    while count and (part := stream.readline(LONGEST_ROW)):
        count -= part.endswith(b"\n")


def _stretches(stream: io.BufferedReader) -> Iterator[str]:
    """The lines of a dump, of each block those that it ends, the last at the end."""
    decoder = getincrementaldecoder("utf-8-sig")("surrogateescape")
    begun = ""
    while block := stream.read1(BLOCK):
        lines, newline, rest = (begun + decoder.decode(block)).rpartition("\n")
        if newline:
            yield from stretches_of(lines + newline)
        elif len(rest) > LONGEST_ROW:
            yield rest
            rest = ""
        begun = rest
    yield from stretches_of(begun + decoder.decode(b"", final=True))


def _read(row: Row, path: str, dialect: Dialect, report: Report) -> RawCable | None:
    if row.overlong:
        what = f"a row longer than {LONGEST_ROW // 2**20} MB, skipped"
        report(Failure(path, what, MEND, row.line))
        return None
    if not row.text.strip() or (row.line == 1 and _names_columns(row.text)):
        return None
    text, sure = decode_row(row.text)
    if not sure:
        report(Failure(path, DOUBT, REMEDY, row.line))
    fields = split_fields(text, dialect)
    readable = len(fields.columns) == COLUMNS
    if fields.fault:
        done = "read as it stands" if readable else "skipped"
        report(Failure(path, f"{fields.fault}; {done}", MEND, row.line))
    return read_row(fields.columns, path=path, line=row.line) if readable else None


def _names_columns(text: str) -> bool:
    """Whether the first row has names of columns, as some programs write them."""
    return "\n" not in text and not any(map(str.isdigit, text))
