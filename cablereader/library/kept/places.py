"""Where the cables of a whole archive are, gone through once.

With it the list of all cables, which is the first that a reader sees, costs next to
nothing however many there are.
"""

from __future__ import annotations

import sys
from array import array
from pathlib import Path
from typing import Final

from cablereader.library.files.small_file import Stamp
from cablereader.library.kept.kept import Kept, keep, kept
from cablereader.model.stretches import PLACE, Stretches

NAME: Final = "places-{}.kept"
ORDER: Final = f"{PLACE}{array(PLACE).itemsize}{sys.byteorder}"
"""How the numbers are written."""


def kept_places(archive: Path, stamp: Stamp) -> Stretches | None:
    """The places that were kept of an archive, rising, as of `kept`."""
    found = kept(NAME, archive, stamp)
    if found is None or found.said.get("order") != ORDER:
        return None
    numbers = array(PLACE)
    numbers.frombytes(found.rest)
    stretches = len(numbers) // 2
    return Stretches(numbers[:stretches], numbers[stretches:])


def keep_places(archive: Path, stamp: Stamp, places: Stretches) -> None:
    """Keep the places of all cables of an archive, as of `keep`."""
    rest = places.firsts.tobytes() + places.before.tobytes()
    keep(NAME, archive, stamp, Kept({"order": ORDER}, rest))
