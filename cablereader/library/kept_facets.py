"""What a whole archive is made of, counted once and kept for the next start.

Counting 250,000 cables takes as long as all else until the first screen is complete. It
is kept in the cache, with what tells whether the archive is still the one that was
counted; without it, or with anything odd in it, there is only the counting.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final
from zlib import crc32

from cablereader.errors import NotebookError
from cablereader.library import locations
from cablereader.library.atomic import make_directory, replace
from cablereader.library.lock import locked
from cablereader.library.small_file import Stamp, read_small
from cablereader.model.facets import Count, Facets

PARTS: Final = ("origins", "classifications", "tags", "months")


def kept_facets(archive: Path, stamp: Stamp) -> Facets | None:
    """The facets that were kept of an archive as it is; ``None`` where there are none.

    Never raises.

    Args:
        archive: Its path.
        stamp: Of its file now.
    """
    try:
        kept = json.loads(read_small(_file_of(archive)))
        if stamp is None or kept["stamp"] != list(stamp):
            return None
        counts = {part: tuple(_counts(kept[part])) for part in PARTS}
        return Facets(cables=int(kept["cables"]), **counts)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def keep_facets(archive: Path, stamp: Stamp, facets: Facets) -> None:
    """Keep the facets of an archive; where that fails, they are counted again.

    Args:
        archive: Its path.
        stamp: Of its file before it was counted.
        facets: What was counted.
    """
    parts = {
        part: [[count.value, count.cables] for count in getattr(facets, part)]
        for part in PARTS
    }
    content = json.dumps({"stamp": stamp, "cables": facets.cables} | parts)
    with suppress(OSError, NotebookError):
        path = _file_of(archive)
        make_directory(path.parent)
        with locked(path):
            replace(path, content.encode())


def _file_of(archive: Path) -> Path:
    # The stamp tells archives apart whose paths have the same number.
    return (
        locations.cache_directory()
        / f"facets-{crc32(bytes(archive.resolve())):08x}.json"
    )


def _counts(pairs: Iterable[tuple[str, int]]) -> Iterable[Count]:
    return (Count(str(value), int(cables)) for value, cables in pairs)
