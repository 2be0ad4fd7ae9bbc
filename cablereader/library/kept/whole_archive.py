"""What a reader asks of a whole archive, found out when cables came into it.

Otherwise the first start after an import would go through all cables while somebody
waits, and the first search for a piece of a word through all words. They still do where
nothing could be kept.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from cablereader.archive.store import Archive
from cablereader.errors import ArchiveError
from cablereader.library.files.small_file import stamp_of
from cablereader.library.kept.facets import keep_facets, kept_facets
from cablereader.library.kept.places import keep_places, kept_places
from cablereader.library.kept.words import keep_words
from cablereader.model.query import Query
from cablereader.model.stretches import Stretches

PART: Final = 20
"""The words are kept too where so many times the cables that came are more than all."""


def keep_whole(path: Path, came: int = 0) -> None:
    """Keep where all cables of an archive are, and what they are made of.

    Half a second for a quarter of a million, and three for their words; nothing where
    it is kept already. Never raises: an archive that cannot be read is told of by
    whoever reads it.

    Args:
        path: Of the archive.
        came: Cables that came into it just now. After a few, nobody waits for words.
    """
    stamp, every = stamp_of(path), Query()
    if kept_places(path, stamp) and kept_facets(path, stamp):
        return
    with suppress(ArchiveError), Archive(path) as archive:
        places = archive.places(every)
        if isinstance(places, Stretches):
            keep_places(path, stamp, places.turned(falling=False))
        keep_facets(path, stamp, archive.facets(every))
        if came * PART > archive.size:
            keep_words(path, stamp, archive.every_word())
