"""What the name of a file that is being typed may become."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from os import scandir
from pathlib import Path

from cablereader.app.state.completion import Choice, Completions


def file_completions() -> Completions:
    """Completions of a path to what is in its folder, folders first.

    A folder is read once, however much is typed behind it: it may be far away.
    """
    entries = cache(_entries)

    def complete(path: str) -> Sequence[Choice]:
        if path == "~":
            return (Choice("~/", "~/"),)
        folder, slash, begun = path.rpartition("/")
        return [
            Choice(f"{folder}{slash}{name}", name)
            for name in entries(f"{folder}{slash}")
            if name.startswith(begun) and name != begun
            if begun or not name.startswith(".")
        ]

    return complete


def _entries(folder: str) -> Sequence[str]:
    """The names in a folder, with a slash behind folders; of those that can be typed.

    There are none in what is no folder, or may not be read.
    """
    found: list[tuple[bool, str]] = []
    with (
        suppress(OSError, RuntimeError, ValueError),
        scandir(Path(folder).expanduser()) as entries,
    ):
        found.extend((not each.is_dir(), each.name) for each in entries)
    return tuple(_typed(found))


def _typed(found: list[tuple[bool, str]]) -> Iterator[str]:
    for is_file, name in sorted(found):
        if name.isprintable():
            yield name if is_file else f"{name}/"
