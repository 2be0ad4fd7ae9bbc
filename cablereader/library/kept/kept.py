"""What is known of a whole archive, found out once and kept for the next start.

It is kept in the cache, with what tells whether the archive is still the one that it
was found out of; without it, or with anything odd in it, it is found out anew. A file
is a line of JSON, and bytes behind it if there are any.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final
from zlib import crc32

from cablereader.archive.folder import make_directory
from cablereader.errors import NotebookError
from cablereader.library import locations
from cablereader.library.files.atomic import replace
from cablereader.library.files.lock import locked
from cablereader.library.files.small_file import Stamp, read_small
from cablereader.model.frozen import frozen

MOST: Final = 16
"""Megabytes of what is kept."""


@frozen
class Kept:
    """What was kept of an archive."""

    said: Mapping[str, object]
    """As JSON has it."""
    rest: bytes = b""


def kept(name: str, archive: Path, stamp: Stamp) -> Kept | None:
    """What was kept of an archive as it is; ``None`` where there is nothing.

    Never raises.

    Args:
        name: Of the file, with ``{}`` for what stands for the archive.
        archive: Its path.
        stamp: Of its file now.
    """
    try:
        line, _, rest = read_small(_file_of(name, archive), MOST).partition(b"\n")
        said = json.loads(line)
    except (OSError, ValueError, RecursionError):
        return None
    if stamp is None or not isinstance(said, dict):
        return None
    known = said.get("stamp") == list(stamp) and said.get("rest") == crc32(rest)
    return Kept(said, rest) if known else None


def keep(name: str, archive: Path, stamp: Stamp, found: Kept) -> None:
    """Keep something of an archive; where that fails, it is found out again.

    Args:
        name: As of `kept`.
        archive: Its path.
        stamp: Of its file before anything was found out.
        found: What was found out.
    """
    said = {"stamp": stamp, "rest": crc32(found.rest), **found.said}
    content = json.dumps(said).encode() + b"\n" + found.rest
    with suppress(OSError, NotebookError):
        path = _file_of(name, archive)
        make_directory(path.parent)
        with locked(path):
            replace(path, content)


def _file_of(name: str, archive: Path) -> Path:
    # The stamp tells archives apart whose paths have the same number.
    number = crc32(bytes(archive.resolve()))
    return locations.cache_directory() / name.format(f"{number:08x}")
