"""The files of a folder, and files opened so that nothing but a file is ever read."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cablereader.source.failure import Failure, Report, failure_of

STANDARD_INPUT: Final = "-"
"""Among paths; no file of that name is meant."""
KINDS: Final = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
PASSED_ON: Final = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""Where a shell puts what it passes on: ``<(zcat cables.gz)`` is a pipe and meant."""


def files_in(root: str, report: Report) -> Iterator[str]:
    """The regular files below a folder, sorted by name, deepest first on its way.

    Hidden ones are left out. Links are followed to files inside the folder only, so
    that there is no way out and no loop.

    Args:
        root: The folder.
        report: Told of what is there but no file, and of what cannot be entered.
    """
    real_root = os.path.realpath(root)
    left = [root]
    while left:
        path = left.pop()
        try:
            mode = os.lstat(path).st_mode
            if stat.S_ISDIR(mode) or path == root:
                left += sorted(_visible_in(path), reverse=True)
            elif stat.S_ISREG(mode) or (
                stat.S_ISLNK(mode) and _stays_inside(path, real_root, report)
            ):
                yield path
            elif not stat.S_ISLNK(mode):
                report(_no_file(path, mode))
        except OSError as error:
            report(failure_of(path, error))


def _visible_in(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        return [entry.path for entry in entries if not entry.name.startswith(".")]


def _stays_inside(link: str, real_root: str, report: Report) -> bool:
    """Whether a link leads to a file in the folder; one that leads out is reported."""
    target = Path(os.path.realpath(link))
    if not target.is_relative_to(real_root):
        what = "a link out of the folder, not followed"
        report(Failure(link, what, "name its target"))
        return False
    if not target.exists():
        report(Failure(link, "a link to nothing", "mend it or remove it"))
    return target.is_file()


def open_file(path: str) -> io.BufferedReader | Failure:
    """A file, opened to be read; never waits for the other end of a pipe."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        return failure_of(path, error)
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode) or (stat.S_ISFIFO(mode) and path.startswith(PASSED_ON)):
        os.set_blocking(descriptor, True)
        return io.BufferedReader(io.FileIO(descriptor))
    os.close(descriptor)
    return _no_file(path, mode)


def _no_file(path: str, mode: int) -> Failure:
    kind = KINDS.get(stat.S_IFMT(mode), "no file")
    return Failure(path, f"{kind}, not a file", "to read from a pipe, give -")
