"""How far a reading has come, in bytes on disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from cablereader.source.tree import files_in


class Odometer:
    """Counts the bytes of the files that were read, packed as they are."""

    def __init__(self) -> None:
        self._behind = 0
        self._file: BinaryIO | None = None

    @property
    def position(self) -> int:
        """Bytes so far."""
        if self._file is None:
            return self._behind
        return self._behind + os.lseek(self._file.fileno(), 0, os.SEEK_CUR)

    @contextmanager
    def reading(self, file: BinaryIO) -> Iterator[None]:
        """Count a file while it is read; one that is no file on disk counts nothing."""
        try:
            size = os.lseek(file.fileno(), 0, os.SEEK_END)
            os.lseek(file.fileno(), 0, os.SEEK_SET)
        except OSError:
            yield
            return
        self._file = file
        try:
            yield
        finally:
            self._file = None
            self._behind += size

    def pass_by(self, path: str) -> None:
        """Count a file that is not read again."""
        self._behind += Path(path).stat().st_size


def size_of(paths: Iterable[str]) -> int:
    """How many bytes there are to be read in some paths; what is no file counts 0."""
    return sum(map(_size, chain.from_iterable(map(_files, paths))))


def _files(path: str) -> Iterable[str]:
    return files_in(path, lambda _failure: None) if Path(path).is_dir() else (path,)


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0
