"""The reader's own files: small, regular, and perhaps in a bad way."""

from __future__ import annotations

import os
import stat
from errno import EACCES, EDQUOT, EFBIG, EISDIR, ENOSPC, EROFS
from pathlib import Path
from typing import Final, TypeAlias

MEGABYTE: Final = 1024 * 1024
ADVICE: Final = {
    ENOSPC: "make room on the disk, and try again",
    EDQUOT: "make room in your quota, and try again",
    EROFS: "the disk is read-only; set XDG_DATA_HOME to a folder you can write to",
    EACCES: "see who may write there: ls -l",
}

Stamp: TypeAlias = tuple[int, int, int, int] | None
"""Device, inode, size and time of a file, which tell whether it changed."""


def stamp_of(path: Path) -> Stamp:
    """What changes when the file does; ``None`` where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def read_small(path: Path, megabytes: int = 1) -> bytes:
    """All of a regular file that is no larger than this.

    Raises:
        OSError: When it is no such file, or can't be read.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(EISDIR, "not a file; move it away")
        if status.st_size > megabytes * MEGABYTE:
            raise OSError(EFBIG, f"larger than {megabytes} MB; move it away")
        chunks = iter(lambda: os.read(descriptor, MEGABYTE), b"")
        return b"".join(chunks)
    finally:
        os.close(descriptor)


def reason(error: Exception) -> str:
    """What went wrong, in lower case, and what to do if that is known."""
    if not isinstance(error, OSError):
        return f"{error}; put it right, or move it away"
    text = error.strerror or str(error)
    text = text[:1].lower() + text[1:]
    return f"{text}; {ADVICE[error.errno]}" if error.errno in ADVICE else text
