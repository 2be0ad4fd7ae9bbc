"""Words in the rows of a list, against a look at every row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cablereader.archive.importing.ingest import Import, import_paths
from cablereader.archive.store import Archive
from cablereader.model.entry import Entry
from cablereader.model.query import Query
from cablereader.source.sample import sample_folder


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("archive") / "sample.db"
    how = Import(report=print, progress=lambda _: None, stop=lambda: False)
    import_paths(path, [str(sample_folder())], how)
    with Archive(path) as archive:
        yield archive


def shows(entry: Entry, words: str) -> bool:
    texts = (entry.cable_id, entry.subject, entry.origin or "")
    if words == words.lower():
        return any(words in text.lower() for text in texts)
    return any(words in text for text in texts)


@pytest.mark.parametrize(
    "words",
    [
        *("oslo", "Oslo", "OSLO", "embassy", "9005", "the ", "LIGHT", "light"),
        *("zzzz", "100%", "c:\\", "_", "%", "embassy o", "'; --"),
    ],
)
def test_rows_with_words_are_those_that_a_reader_would_find(
    archive: Archive, words: str
) -> None:
    entries = list(archive.each(Query()))
    expected = {entry.place for entry in entries if shows(entry, words)}
    assert archive.places_with(words) == expected


def test_a_letter_with_an_accent_stands_for_any_letter(archive: Archive) -> None:
    assert archive.places_with("øslo") == archive.places_with("oslo") != frozenset()
