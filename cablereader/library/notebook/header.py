"""What a file is, by its first bytes: before SQLite could change anything about it.

See the database header in sqlite.org/fileformat: the name of the format at 0, the
version of the tables at 60, the number of the application at 68.
"""

from __future__ import annotations

import os
import stat
import struct
from errno import EISDIR
from pathlib import Path
from typing import Final

from cablereader.errors import NotebookError
from cablereader.library.notebook.schema import APPLICATION_ID, VERSION

FORMAT: Final = b"SQLite format 3\0"
NUMBERS: Final = struct.Struct(">60xI4xI")
STRANGE: Final = "is no notebook of this program; move it away"
KNOWN: Final[set[tuple[int, int]]] = set()
"""Disk and number of each file that was found to be a notebook since we began.

Such a file is not looked into again: whoever closes a file lets go of all locks that
its process has on it (fcntl(2)), also of those that SQLite holds for a session. Another
session would then take the journal away in which this one still writes.
"""


def has_notebook(path: Path) -> bool:
    """Whether there is a notebook, as far as can be told; false where none is yet.

    Raises:
        NotebookError: If there is something else.
        OSError: If it is no file, or cannot be read.
    """
    try:
        if _identity(path) in KNOWN:
            return path.stat().st_size > 0
        start = _start(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    if not start:
        return False
    if not path.with_name(f"{path.name}-journal").exists():
        refuse_strangers(path, *_numbers(path, start))
    return True


def remember(path: Path) -> None:
    """Note that a connection has this notebook open, and has looked at it."""
    KNOWN.add(_identity(path))


def refuse_strangers(path: Path, version: int, application: int) -> None:
    """Make sure that a database is a notebook, and of a version that we know.

    Raises:
        NotebookError: If it is not.
    """
    if application != APPLICATION_ID:
        raise NotebookError(f"{path}: {STRANGE}")
    if version > VERSION:
        raise NotebookError(
            f"{path}: was made by a newer version of this program"
            f" (tables {version}, known {VERSION}); update the program"
        )


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _numbers(path: Path, start: bytes) -> tuple[int, int]:
    if not start.startswith(FORMAT) or len(start) < NUMBERS.size:
        raise NotebookError(f"{path}: {STRANGE}")
    version, application = NUMBERS.unpack_from(start)
    return version, application


def _start(path: Path) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(EISDIR, "not a file; move it away")
        return os.read(descriptor, NUMBERS.size)
    finally:
        os.close(descriptor)
