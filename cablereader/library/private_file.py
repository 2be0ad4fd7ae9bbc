"""Files that the reader asks for, whole or not at all, and readable by nobody else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from cablereader.library.atomic import PRIVATE, target_of


@contextmanager
def private_file(path: Path, *, replacing: bool) -> Iterator[BinaryIO]:
    """A file to be written to in the block; whatever goes wrong there, it is not made.

    Args:
        path: A link is followed.
        replacing: Whether a file that is there already goes, at the end of the block.

    Raises:
        OSError: When it cannot be written; `FileExistsError` when there is one that
            is not to be replaced.
    """
    target = target_of(path)
    fresh = target.with_name(f".{target.name}.new") if replacing else target
    if replacing:
        fresh.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    descriptor = os.open(fresh, flags, PRIVATE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(descriptor)
        if replacing:
            fresh.replace(target)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
