"""One writer at a time: a lock in a file of its own, which is never renamed.

A lock on the file that is then replaced protects nothing: the next writer locks
another inode.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EAGAIN, ENOLCK, ENOSYS, EOPNOTSUPP, EWOULDBLOCK
from pathlib import Path
from typing import Final

from cablereader.errors import NotebookError
from cablereader.library.atomic import PRIVATE, make_directory

HELD: Final = frozenset({EACCES, EAGAIN, EWOULDBLOCK})
UNSUPPORTED: Final = frozenset({ENOLCK, ENOSYS, EOPNOTSUPP})
PATIENCE: Final = 10.0
"""Seconds to wait for another session; each holds the lock for milliseconds."""
FIRST_PAUSE: Final = 0.001
LONGEST_PAUSE: Final = 0.02


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock that belongs to a file: ``NAME.lock`` beside it.

    Args:
        path: The file itself, its links already followed.
        patience: Seconds to wait for whoever holds the lock.

    Raises:
        NotebookError: When another session did not let go of it.
        OSError: When there can be no lock there.
    """
    make_directory(path.parent)
    lock = path.with_name(f"{path.name}.lock")
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE)
    try:
        _wait(descriptor, lock, time.monotonic() + patience)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, lock: Path, end: float) -> None:
    pause = FIRST_PAUSE
    while not _taken(descriptor):
        if time.monotonic() > end:
            raise NotebookError(
                f"{lock}: another session holds this lock; end it, and try again"
            )
        time.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in HELD:
            return False
        if error.errno not in UNSUPPORTED:
            raise
        return _taken_by_range(descriptor)
    return True


def _taken_by_range(descriptor: int) -> bool:
    """The same where only POSIX locks work (some network disks)."""
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in HELD:
            return False
        raise
    return True
