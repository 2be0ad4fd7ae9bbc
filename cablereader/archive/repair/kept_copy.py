"""A copy of a file as it was before a repair, which is never overwritten."""

from __future__ import annotations

import os
import shutil
from itertools import count
from pathlib import Path
from typing import Final

from cablereader.archive.folder import sync_directory

SUFFIX: Final = ".before-repair"
SIDECARS: Final = ("-wal", "-journal")
"""Files beside a database that are part of it."""


def keep_copy(path: Path) -> Path:
    """Copy a file and what belongs to it, for its owner alone, and flush it.

    Args:
        path: Without links.

    Returns:
        The copy's path: ``NAME.before-repair``, or with a number where that is taken.

    Raises:
        OSError: When there is no copy; then nothing may be repaired.
    """
    copy = free_name(path)
    for suffix in ("", *SIDECARS):
        source = Path(f"{path}{suffix}")
        if suffix and not source.exists():
            continue
        _copy(source, Path(f"{copy}{suffix}"))
    sync_directory(path.parent)
    return copy


def free_name(path: Path) -> Path:
    """The name of the next copy, under which there is nothing yet."""
    names = (f"{path}{SUFFIX}{'' if n == 1 else f'-{n}'}" for n in count(1))
    return next(each for each in map(Path, names) if not os.path.lexists(each))


def _copy(source: Path, target: Path) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    descriptor = os.open(target, flags, 0o600)
    try:
        with source.open("rb") as file, os.fdopen(descriptor, "wb") as copy:
            shutil.copyfileobj(file, copy)
            copy.flush()
            os.fsync(copy.fileno())
    except OSError:
        target.unlink(missing_ok=True)
        raise
