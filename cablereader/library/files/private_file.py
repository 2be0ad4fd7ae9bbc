"""Files that the reader asks for, whole or not at all, and readable by nobody else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EEXIST
from pathlib import Path
from typing import BinaryIO

from cablereader.archive.folder import sync_directory
from cablereader.library.files.atomic import PRIVATE, target_of


@contextmanager
def private_file(path: Path, *, replacing: bool) -> Iterator[BinaryIO]:
    """A file to be written to in the block; whatever goes wrong there, it is not made.

    It gets its name at the end of the block, and is on the disk then: neither a kill
    nor a loss of power leaves half of it under that name.

    Args:
        path: A link is followed.
        replacing: Whether a file that is there already goes, at the end of the block.

    Raises:
        OSError: When it cannot be written; `FileExistsError` when there is one that
            is not to be replaced.
    """
    target = target_of(path)
    if not replacing:
        _refuse_file(target)
    fresh = target.with_name(f".{target.name}.new")
    fresh.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    descriptor = os.open(fresh, flags, PRIVATE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(descriptor)
        if not replacing:  # somebody may have been faster
            _refuse_file(target)
        fresh.replace(target)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
    sync_directory(target.parent)


def _refuse_file(target: Path) -> None:
    if os.path.lexists(target):
        raise FileExistsError(EEXIST, os.strerror(EEXIST), str(target))
