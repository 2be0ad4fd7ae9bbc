"""One writer at a time: a lock in a file of its own, which is never renamed.

A lock on the file that is then replaced protects nothing: the next writer locks
another inode. Where the disk knows no locks (some network disks), a second name of a
file stands for one: only one process can make it.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EAGAIN, EWOULDBLOCK
from pathlib import Path
from typing import Final

from cablereader.archive.disk_locks import UNSUPPORTED
from cablereader.archive.folder import make_directory
from cablereader.errors import NotebookError
from cablereader.library.files.atomic import PRIVATE, write_all
from cablereader.library.files.owner import is_gone, owner_name

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
    end = time.monotonic() + patience
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE)
    try:
        if _wait(lambda: _locks(descriptor), lock, end):
            yield
        else:
            with _named(lock, end):
                yield
    finally:
        os.close(descriptor)


def _wait(take: Callable[[], bool | None], lock: Path, end: float) -> bool:
    """Try until it is taken; false where that is impossible (``None``)."""
    pause = FIRST_PAUSE
    while (taken := take()) is False:
        if time.monotonic() > end:
            raise NotebookError(
                f"{lock}: another session holds this lock; end it, and try again"
            )
        time.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)
    return bool(taken)


def _locks(descriptor: int) -> bool | None:
    """Take the lock of the whole file, or the POSIX one where there is no other."""
    for take, held in ((fcntl.flock, (EWOULDBLOCK,)), (fcntl.lockf, (EAGAIN, EACCES))):
        try:
            take(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in held:
                return False
            if error.errno not in UNSUPPORTED:
                raise
        else:
            return True
    return None


@contextmanager
def _named(lock: Path, end: float) -> Iterator[None]:
    """Hold the lock by a second name of a file that says whose it is."""
    name = lock.with_name(f"{lock.name}.held")
    own = lock.with_name(f"{lock.name}.{os.uname().nodename}.{os.getpid()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC
    descriptor = os.open(own, flags, PRIVATE)
    try:
        write_all(descriptor, owner_name().encode())
        _wait(lambda: _linked(own, name), lock, end)
        try:
            yield
        finally:
            name.unlink(missing_ok=True)
    finally:
        os.close(descriptor)
        own.unlink(missing_ok=True)


def _linked(own: Path, name: Path) -> bool:
    try:
        name.hardlink_to(own)
    except FileExistsError:
        _clear_if_dead(name)
        return False
    return True


def _clear_if_dead(name: Path) -> None:
    """Take away the name that a process of this machine left when it was killed."""
    with suppress(OSError, ValueError):
        if is_gone(name.read_text("utf-8")):
            name.unlink()
