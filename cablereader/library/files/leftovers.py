"""Files that a killed session left beside the reader's own, and nobody needs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from cablereader.archive.importing.import_lock import is_held
from cablereader.library.files.owner import is_gone


def leftovers(files: Iterable[Path]) -> Iterator[Path]:
    """What killed sessions left; never what a living one may still be using.

    A lock's own file (``NAME.lock``) is none: it stays for the next one.

    Args:
        files: Those of the reader, whether or not they are there.
    """
    for file in files:
        target = Path(os.path.realpath(file))
        with suppress(OSError):
            yield from _beside(target)


def _beside(target: Path) -> Iterator[Path]:
    lock = target.with_name(f"{target.name}.lock")
    fresh = target.with_name(f".{target.name}.new")
    if _is_file(fresh) and not is_held(lock):
        yield fresh
        journal = Path(f"{fresh}-journal")
        if _is_file(journal):
            yield journal
    for name in sorted(target.parent.glob(f"{_literal(lock.name)}.*")):
        if _is_file(name) and _is_left(name):
            yield name


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _is_left(name: Path) -> bool:
    """Whether the process that made a lock of this kind has ended."""
    try:
        with name.open("rb") as file:
            return is_gone(file.read(1024).decode())
    except (OSError, ValueError):
        return False


def _literal(name: str) -> str:
    """A name as a pattern that only it matches."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)
