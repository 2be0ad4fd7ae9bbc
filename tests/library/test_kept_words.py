"""The words of an archive, from one look for a piece of a word to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import add

from cablereader.archive.store import Archive
from cablereader.library import locations
from cablereader.library.archive_queue import ArchiveQueue
from cablereader.library.files.small_file import stamp_of
from cablereader.library.kept.words import keep_words, kept_words
from cablereader.model.query import Query
from cablereader.source.sample import read_sample


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "archive.db"
    add(path, read_sample())
    return path


def test_words_are_kept_when_a_piece_of_one_was_looked_for(path: Path) -> None:
    with Archive(path) as archive:
        places = archive.places(Query())
        queue = ArchiveQueue(archive, places)
        found = queue.likely(("umpsucke",), range(len(places)))
        words = archive.every_word()
    assert kept_words(path, stamp_of(path)) == words
    with Archive(path) as archive:
        again = ArchiveQueue(archive, places).likely(("umpsucke",), range(len(places)))
    assert 0 < len(again) < len(places)
    assert again == found


def test_words_of_an_archive_that_changed_are_found_out_anew(path: Path) -> None:
    with Archive(path) as archive:
        keep_words(path, stamp_of(path), archive.every_word())
    path.write_bytes(path.read_bytes() + b" ")
    assert kept_words(path, stamp_of(path)) is None


def test_words_that_were_damaged_are_found_out_anew(path: Path) -> None:
    with Archive(path) as archive:
        keep_words(path, stamp_of(path), archive.every_word())
    (kept,) = locations.cache_directory().glob("words-*.kept")
    content = bytearray(kept.read_bytes())
    content[-20] ^= 1
    kept.write_bytes(content)
    assert kept_words(path, stamp_of(path)) is None
