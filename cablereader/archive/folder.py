"""Folders of the reader's files: nobody else's, and still there after a power loss."""

from __future__ import annotations

import os
from contextlib import suppress
from errno import EINVAL
from pathlib import Path
from typing import Final

PRIVATE_DIRECTORY: Final = 0o700


def make_directory(path: Path) -> None:
    """Make a directory and what is missing above it, for its owner alone."""
    if path.is_dir():
        return
    if path.parent != path:
        make_directory(path.parent)
    with suppress(FileExistsError):
        path.mkdir(PRIVATE_DIRECTORY)
        sync_directory(path.parent)


def sync_directory(path: Path) -> None:
    """Make names that were added to a directory outlive a power loss."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != EINVAL:  # some network disks know no such thing
            raise
    finally:
        os.close(descriptor)
