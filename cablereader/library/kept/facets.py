"""What a whole archive is made of, counted once.

Counting 250,000 cables takes as long as all else until the first screen is complete.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cablereader.library.files.small_file import Stamp
from cablereader.library.kept.kept import Kept, keep, kept
from cablereader.model.facets import Count, Facets

NAME: Final = "facets-{}.json"
PARTS: Final = ("origins", "classifications", "tags", "months")


def kept_facets(archive: Path, stamp: Stamp) -> Facets | None:
    """The facets that were kept of an archive, as of `kept`."""
    found = kept(NAME, archive, stamp)
    match found.said if found else None:
        case {"cables": int(cables), **parts}:
            try:
                counts = {part: tuple(_counts(parts[part])) for part in PARTS}
            except (ValueError, TypeError, KeyError):
                return None
            return Facets(cables=cables, **counts)
    return None


def keep_facets(archive: Path, stamp: Stamp, facets: Facets) -> None:
    """Keep the facets of an archive, as of `keep`."""
    parts = {
        part: [[count.value, count.cables] for count in getattr(facets, part)]
        for part in PARTS
    }
    keep(NAME, archive, stamp, Kept({"cables": facets.cables, **parts}))


def _counts(pairs: object) -> Iterator[Count]:
    if not isinstance(pairs, list):
        raise TypeError(pairs)
    for value, cables in pairs:
        yield Count(str(value), int(cables))
