"""One import into an archive at a time; a second one is told who holds it."""

from __future__ import annotations

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from cablereader.archive.disk_locks import UNSUPPORTED, can_lock
from cablereader.archive.folder import make_directory
from cablereader.errors import ArchiveError

PRIVATE: Final = 0o600
LONGEST: Final = 200
"""Bytes that name the holder."""
LOCKLESS: Final = (
    "its disk knows no locks, so that nothing can be imported there; import into a file"
    " on another disk (--archive PATH), and copy it"
)


@contextmanager
def import_lock(archive: Path) -> Iterator[None]:
    """Hold the lock that belongs to an archive: ``NAME.lock`` beside it.

    The system lets go of it when the process ends, however it ends.

    Raises:
        ArchiveError: When another import holds it (says which), or there are no locks.
        OSError: When there can be no file beside the archive.
    """
    make_directory(archive.parent)
    path = archive.with_name(f"{archive.name}.lock")
    lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE)
    try:
        _take(lock, archive)
        os.ftruncate(lock, 0)
        os.pwrite(lock, _ourselves().encode(), 0)
        yield
        os.ftruncate(lock, 0)
    finally:
        os.close(lock)


def is_held(lock: Path) -> bool:
    """Whether a process holds the lock of such a file; nothing is made or written.

    Raises:
        OSError: When nobody can tell.
    """
    try:
        descriptor = os.open(lock, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _take(lock: int, archive: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.pread(lock, LONGEST, 0).decode("utf-8", "replace")
        raise ArchiveError(
            f"{archive}: {holder or 'another process'} is importing into it;"
            " wait until it is done, or stop it"
        ) from error
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        raise ArchiveError(f"{archive}: {LOCKLESS}") from error
    if not can_lock(lock):
        raise ArchiveError(f"{archive}: {LOCKLESS}")


def _ourselves() -> str:
    now = datetime.now(UTC)
    return f"process {os.getpid()} on {socket.gethostname()} (since {now:%H:%M} UTC)"
