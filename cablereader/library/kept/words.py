"""Which words an archive has, gone through once."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Final

from cablereader.archive.finding.word_list import WordList
from cablereader.library.files.small_file import Stamp
from cablereader.library.kept.kept import Kept, keep, kept

NAME: Final = "words-{}.kept"
QUICKLY: Final = 1
"""How the words are packed: a tenth of the time for most of the gain."""


def kept_words(archive: Path, stamp: Stamp) -> WordList | None:
    """The words that were kept of an archive, as of `kept`."""
    found = kept(NAME, archive, stamp)
    if found is None:
        return None
    try:
        return WordList(zlib.decompress(found.rest))
    except zlib.error:
        return None


def keep_words(archive: Path, stamp: Stamp, words: WordList) -> None:
    """Keep the words of an archive, as of `keep`."""
    keep(NAME, archive, stamp, Kept({}, zlib.compress(words.words, QUICKLY)))
