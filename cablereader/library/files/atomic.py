"""Small files, replaced whole or not at all, and never readable by others.

Who replaces a file holds its lock (`cablereader.library.files.lock`), so that the new
content can be written under one fixed name beside it: what a killed writer leaves
there, the next one takes away.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from errno import ELOOP
from pathlib import Path
from typing import Final

from cablereader.archive.folder import make_directory, sync_directory

PRIVATE: Final = 0o600


def target_of(path: Path) -> Path:
    """Where the file really is: links are followed, so that they survive.

    Raises:
        OSError: When the links lead in a circle.
    """
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(ELOOP, os.strerror(ELOOP), str(path))
    return target


def write_all(descriptor: int, content: bytes) -> None:
    """Write every byte, however many calls that takes."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def replace(path: Path, content: bytes, *, backups: int = 0) -> None:
    """Put ``content`` in the place of a file; the caller holds its lock.

    The mode of the old file is kept, a new one has 0600. Whatever goes wrong, the old
    file is as it was.

    Args:
        path: A link is followed, and its target replaced.
        content: All of the new file.
        backups: So many older versions stay beside it, as ``.bak1`` (the newest) on.

    Raises:
        OSError: When it could not be replaced.
    """
    target = target_of(path)
    make_directory(target.parent)
    fresh = target.with_name(f".{target.name}.new")
    try:
        _write(fresh, content, _mode_of(target))
        if backups:
            _rotate(target, backups)
        fresh.replace(target)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise
    sync_directory(target.parent)


def _mode_of(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode) & 0o666
    except FileNotFoundError:
        return PRIVATE


def _write(path: Path, content: bytes, mode: int) -> None:
    with suppress(FileNotFoundError):
        path.unlink()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    descriptor = os.open(path, flags, PRIVATE)
    try:
        os.fchmod(descriptor, mode)
        write_all(descriptor, content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _rotate(target: Path, backups: int) -> None:
    """Keep the file under ``.bak1`` as well, and shift the older ones by one."""
    names = [target.with_name(f"{target.name}.bak{n + 1}") for n in range(backups)]
    for newer, older in zip(reversed(names[:-1]), reversed(names[1:]), strict=True):
        with suppress(FileNotFoundError):
            newer.replace(older)
    with suppress(FileNotFoundError):
        os.link(target, names[0])
