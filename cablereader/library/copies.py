"""The last texts that were copied, each as a file of its own."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from cablereader.archive.folder import make_directory
from cablereader.library.bookmarks.key import new_key
from cablereader.library.files.atomic import PRIVATE, write_all

KEPT: Final = 50


def keep(folder: Path, text: str) -> Path:
    """Write a text to a new file, and take the oldest away when there are many.

    Raises:
        OSError: When it could not be written; then there is no file.
    """
    make_directory(folder)
    older = kept(folder)
    path = folder / f"{new_key(older[0].stem if older else '')}.txt"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    descriptor = os.open(path, flags, PRIVATE)
    try:
        write_all(descriptor, text.encode(errors="replace"))
    except OSError:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)
    for old in older[KEPT - 1 :]:
        with suppress(OSError):
            old.unlink()
    return path


def kept(folder: Path) -> tuple[Path, ...]:
    """The files of the last copies, newest first; none where there is no folder."""
    with suppress(OSError):
        return tuple(sorted(folder.glob("*.txt"), reverse=True))
    return ()
