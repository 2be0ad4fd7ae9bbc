"""What is known of a whole archive, found out once and kept for the next start.

It is kept in the cache, with what tells whether the archive is still the one that it
was found out of; without it, or with anything odd in it, it is found out anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from cablereader.archive.folder import make_directory
from cablereader.errors import NotebookError
from cablereader.library import locations
from cablereader.library.atomic import replace
from cablereader.library.lock import locked
from cablereader.library.small_file import Stamp, read_small


def kept(name: str, archive: Path, stamp: Stamp) -> dict[str, object] | None:
    """What was kept of an archive as it is; ``None`` where there is nothing.

    Never raises.

    Args:
        name: Of what was kept.
        archive: Its path.
        stamp: Of its file now.
    """
    try:
        content = json.loads(read_small(_file_of(name, archive)))
    except (OSError, ValueError, RecursionError):
        return None
    if stamp is None or not isinstance(content, dict):
        return None
    return content if content.get("stamp") == list(stamp) else None


def keep(name: str, archive: Path, stamp: Stamp, content: Mapping[str, object]) -> None:
    """Keep something of an archive; where that fails, it is found out again.

    Args:
        name: Of what is kept.
        archive: Its path.
        stamp: Of its file before anything was found out.
        content: As JSON has it.
    """
    text = json.dumps({"stamp": stamp, **content})
    with suppress(OSError, NotebookError):
        path = _file_of(name, archive)
        make_directory(path.parent)
        with locked(path):
            replace(path, text.encode())


def _file_of(name: str, archive: Path) -> Path:
    # The stamp tells archives apart whose paths have the same number.
    number = crc32(bytes(archive.resolve()))
    return locations.cache_directory() / f"{name}-{number:08x}.json"
