"""Where the cables of a whole archive are, gone through once.

With it the list of all cables, which is the first that a reader sees, costs the same
however many there are.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from cablereader.library.kept import keep, kept
from cablereader.library.small_file import Stamp
from cablereader.model.stretches import Stretches

NAME: Final = "places"
END: Final = 1 << 40
"""Behind all places that there can be."""


def kept_places(archive: Path, stamp: Stamp) -> Stretches | None:
    """The places that were kept of an archive, rising, as of `kept`."""
    match kept(NAME, archive, stamp):
        case {"firsts": [*firsts], "sizes": [*sizes]} if len(firsts) == len(sizes):
            try:
                ranges = list(map(_range, firsts, sizes))
            except TypeError:
                return None
            if all(before.stop < after.start for before, after in pairwise(ranges)):
                return Stretches((each.start for each in ranges), map(len, ranges))
    return None


def keep_places(archive: Path, stamp: Stamp, places: Stretches) -> None:
    """Keep the places of all cables of an archive, as of `keep`."""
    content = {"firsts": list(places.firsts), "sizes": list(places.sizes)}
    keep(NAME, archive, stamp, content)


def _range(first: Any, size: Any) -> range:
    """The places of a stretch.

    Raises:
        TypeError: If they make no sense.
    """
    if type(first) is int and type(size) is int and 0 <= first < first + size < END:
        return range(first, first + size)
    raise TypeError(first, size)
