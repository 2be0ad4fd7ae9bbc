"""From paths to cables, one at a time; what cannot be read never costs the rest."""

from __future__ import annotations

import io
import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from itertools import dropwhile
from pathlib import Path
from typing import Final, cast

from cablereader.model.cable import Cable, Source
from cablereader.model.raw import RawCable
from cablereader.parse.cable import read_cable
from cablereader.parse.dialect import Dialect
from cablereader.parse.sniff import Format, sniff
from cablereader.source.document import LONGEST, read_document
from cablereader.source.failure import Failure, Report, failure_of
from cablereader.source.odometer import Odometer
from cablereader.source.packing import Packing, packing_of
from cablereader.source.stream import read_head, rejoined
from cablereader.source.tree import STANDARD_INPUT, files_in, open_file

HEAD: Final = 64 * 1024
"""Bytes that the format is told by."""


def read(
    path: str | os.PathLike[str],
    *,
    dialect: str | None = None,
    report: Report | None = None,
) -> Iterator[Cable]:
    """The cables of a file, a folder, a dump or an archive of them, one at a time.

    Args:
        path: ``-`` is standard input.
        dialect: Of a dump: ``backslash``, ``doubled`` or ``tsv``; told by its first
            rows where it is not given.
        report: Takes a `Failure` for each thing that cannot be read; without it they
            become warnings. The rest is read.
    """
    chosen = Dialect(dialect) if dialect else None
    for raw in read_raw([os.fspath(path)], report=report or _warn, dialect=chosen):
        yield read_cable(raw)


def _warn(failure: Failure) -> None:
    warnings.warn(str(failure), stacklevel=3)


def read_raw(
    paths: Iterable[str], *, report: Report, dialect: Dialect | None = None
) -> Iterator[RawCable]:
    """The raw cables of paths, in their order, one at a time.

    Args:
        paths: Files, folders, dumps, archives of them; ``-`` is standard input.
        report: Told of each thing that cannot be read.
        dialect: Of the dumps among them.
    """
    reading = Reading(report, dialect)
    for path in paths:
        yield from reading.of(path)


class Reading:
    """How to read: what to take a dump for, and whom to tell what goes wrong."""

    def __init__(
        self,
        report: Report,
        dialect: Dialect | None,
        start: Source | None = None,
        odometer: Odometer | None = None,
    ) -> None:
        """Read nothing yet.

        Args:
            report: Told of each thing that cannot be read.
            dialect: Of the dumps; ``None`` where their first rows tell it.
            start: The cable to begin with, which an earlier reading has met.
            odometer: Kept up with what is read.
        """
        self.report = report
        self.dialect = dialect
        self.start = start
        self.odometer = odometer or Odometer()

    def of(self, path: str) -> Iterator[RawCable]:
        """The raw cables of one path."""
        if path == STANDARD_INPUT:
            yield from self._streamed(path, cast("io.BufferedReader", sys.stdin.buffer))
        elif Path(path).is_dir():
            yield from self._folder(path)
        else:
            yield from self._file(path)

    def _folder(self, path: str) -> Iterator[RawCable]:
        empty = True
        for file in dropwhile(self._is_before, files_in(path, self.report)):
            for raw in self._file(file):
                empty = False
                yield raw
        if empty:
            remedy = "give a folder with pages, texts or CSV files"
            self.report(Failure(path, "no cable in this folder", remedy))

    def _file(self, path: str) -> Iterator[RawCable]:
        file = open_file(path)
        if isinstance(file, Failure):
            self.report(file)
            return
        with file, self.odometer.reading(file):
            yield from self._streamed(path, file)

    def _is_before(self, path: str) -> bool:
        """Whether a file comes before the one to begin with."""
        if self.start is None or self.start.path is None:
            return False
        before = path != self.start.path and not self.start.path.startswith(f"{path}/")
        if before:
            self.odometer.pass_by(path)
        return before

    def _streamed(self, path: str, stream: io.BufferedReader) -> Iterator[RawCable]:
        """The raw cables of a file, packed or not."""
        try:
            head = read_head(stream, HEAD)
            packing = packing_of(head)
            if packing:
                yield from self._packed(path, stream, head, packing)
            else:
                yield from self._plain(path, stream, head)
        except OSError as error:
            self.report(failure_of(path, error))

    def _packed(
        self, path: str, stream: io.BufferedReader, head: bytes, packing: Packing
    ) -> Iterator[RawCable]:
        # The standard modules that unpack are slow to load.
        from cablereader.source.unpack import (  # noqa: PLC0415
            UNPACKING_ERRORS,
            unpack,
            unpacking_failure,
        )

        if stream.seekable():
            stream.seek(0)
        elif packing is Packing.ZIP:
            self.report(Failure(path, "a zip in a pipe", "give it as a file"))
            return
        else:
            stream = rejoined(head, stream)
        try:
            members = unpack(stream, packing, path, self.report)
            for own, member in dropwhile(self._is_member_before(path), members):
                try:
                    yield from self._member(own, member)
                except UNPACKING_ERRORS as error:
                    self.report(unpacking_failure(own, error))
        except UNPACKING_ERRORS as error:
            self.report(unpacking_failure(path, error))

    def _is_member_before(self, path: str) -> Callable[[tuple[str, object]], bool]:
        """Tells members of an archive that come before the one to begin with."""
        wanted = self.start.path if self.start else None
        inside = wanted is not None and wanted.startswith(f"{path}/")
        return lambda member: inside and member[0] != wanted

    def _member(self, path: str, stream: io.BufferedReader) -> Iterator[RawCable]:
        head = read_head(stream, HEAD)
        if packing_of(head):
            what = "an archive inside an archive"
            self.report(Failure(path, what, "unpack it yourself"))
        else:
            yield from self._plain(path, stream, head)

    def _plain(
        self, path: str, stream: io.BufferedReader, head: bytes
    ) -> Iterator[RawCable]:
        """The raw cables of a file of rows, or of a document."""
        text = head.decode("utf-8", "replace")
        format_ = sniff(text)
        if format_ is Format.CSV or (self.dialect and format_ is Format.TEXT):
            from cablereader.source.dump import read_rows  # noqa: PLC0415  # if it is one

            whole = rejoined(head, stream)
            first = self.start.line if self.start and self.start.path == path else 1
            yield from read_rows(
                whole, text, path, self.dialect, self.report, first or 1
            )
            return
        content = head + stream.read(LONGEST + 1 - len(head))
        raw = read_document(content, path, self.report)
        if raw:
            yield raw
