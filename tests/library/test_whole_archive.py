"""What the first start after an import finds there."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import add
from generator import cables

from cablereader.archive.store import Archive
from cablereader.cli import main
from cablereader.library import locations
from cablereader.library.files.small_file import stamp_of
from cablereader.library.kept import whole_archive
from cablereader.library.kept.facets import kept_facets
from cablereader.library.kept.places import kept_places
from cablereader.library.kept.whole_archive import keep_whole
from cablereader.library.kept.words import kept_words
from cablereader.model.query import Query
from cablereader.source.sample import sample_folder


def imported(*words: str) -> Path:
    assert main(["import", "--jobs", "1", *words]) == 0
    return locations.archive()


def assert_all_is_kept(path: Path) -> None:
    stamp = stamp_of(path)
    with Archive(path) as archive:
        places = kept_places(path, stamp)
        assert places is not None
        assert list(places) == sorted(archive.places(Query()))
        assert kept_facets(path, stamp) == archive.facets(Query())


def test_an_import_keeps_what_is_known_of_the_whole_archive() -> None:
    page = sample_folder() / "07OSLO9012.html"
    assert_all_is_kept(imported(str(page)))
    assert_all_is_kept(imported(str(sample_folder())))
    assert_all_is_kept(imported("--reparse"))


def test_words_are_kept_where_many_cables_came() -> None:
    path = imported(str(sample_folder()))
    with Archive(path) as archive:
        assert kept_words(path, stamp_of(path)) == archive.every_word()


def test_after_a_few_cables_nobody_waits_for_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(whole_archive, "PART", 1)
    imported(str(sample_folder()))
    add(locations.archive(), cables(3))
    path = locations.archive()
    keep_whole(path, came=3)
    assert kept_facets(path, stamp_of(path))
    assert kept_words(path, stamp_of(path)) is None


def test_what_is_kept_is_not_found_out_again() -> None:
    path = imported(str(sample_folder()))
    before = [kept.stat().st_ino for kept in locations.cache_directory().iterdir()]
    keep_whole(path)
    after = [kept.stat().st_ino for kept in locations.cache_directory().iterdir()]
    assert before == after


@pytest.mark.parametrize("content", [None, b"", b"no archive"])
def test_what_is_no_archive_is_left_to_those_who_read_it(
    content: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / "archive.db"
    if content is not None:
        path.write_bytes(content)
    keep_whole(path)
    assert kept_facets(path, stamp_of(path)) is None
