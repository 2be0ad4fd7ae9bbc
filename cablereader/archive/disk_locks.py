"""Whether a disk lets processes lock files, as SQLite must.

Where it does not (some network disks, when their lock service is down), SQLite takes
each refusal for another process that holds the lock, and waits for it in vain.
"""

from __future__ import annotations

import fcntl
import os
from errno import ENOLCK, ENOSYS, EOPNOTSUPP
from functools import cache
from pathlib import Path
from typing import Final

UNSUPPORTED: Final = frozenset((ENOLCK, ENOSYS, EOPNOTSUPP))
"""What a disk says that knows no locks."""


@cache
def knows_locks(path: Path) -> bool:
    """Whether a file can be locked; false only where its disk says so.

    A disk is asked once a file, and must be asked before SQLite opens it: whoever
    closes a file lets go of all locks that its process has on it.

    Args:
        path: The file itself, its links already followed.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return True
    try:
        return can_lock(descriptor)
    finally:
        os.close(descriptor)


def can_lock(descriptor: int) -> bool:
    """The same of a file that is open for reading, and whose locks do not matter."""
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        fcntl.lockf(descriptor, fcntl.LOCK_UN)
    except OSError as error:
        return error.errno not in UNSUPPORTED
    return True
