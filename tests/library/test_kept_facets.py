"""What an archive is made of, from one start to the next."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from cablereader.library import locations
from cablereader.library.files.small_file import stamp_of
from cablereader.library.kept.facets import keep_facets, kept_facets
from cablereader.model.facets import Count, Facets

FACETS = Facets(
    cables=3,
    origins=(Count("Embassy Oslo", 2), Count("Embassy Reykjavik", 1)),
    classifications=(Count("SECRET", 3),),
    tags=(Count("PREL", 3), Count("EFIS", 1)),
    months=(Count("2009-11", 3),),
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.db"
    path.write_bytes(b"an archive")
    return path


def kept() -> Path:
    (path,) = locations.cache_directory().glob("facets-*.json")
    return path


def test_what_was_counted_is_there_at_the_next_start(archive: Path) -> None:
    keep_facets(archive, stamp_of(archive), FACETS)
    assert kept_facets(archive, stamp_of(archive)) == FACETS


def test_another_archive_has_facets_of_its_own(archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"an archive")
    keep_facets(archive, stamp_of(archive), FACETS)
    assert kept_facets(other, stamp_of(other)) is None


def test_an_archive_that_changed_is_counted_anew(archive: Path) -> None:
    before = stamp_of(archive)
    keep_facets(archive, before, FACETS)
    archive.write_bytes(b"an archive with more")
    assert kept_facets(archive, stamp_of(archive)) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'"stamp"',
        b"{}",
        b'{"stamp": [1, 2, 3, 4]}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_what_makes_no_sense_is_counted_anew(archive: Path, content: bytes) -> None:
    keep_facets(archive, stamp_of(archive), FACETS)
    kept().write_bytes(content)
    assert kept_facets(archive, stamp_of(archive)) is None


def test_odd_counts_are_counted_anew(archive: Path) -> None:
    keep_facets(archive, stamp_of(archive), FACETS)
    kept().write_text(kept().read_text().replace('["PREL", 3]', "7"))
    assert kept_facets(archive, stamp_of(archive)) is None


def test_it_is_nobody_elses(archive: Path) -> None:
    before = os.umask(0)
    try:
        keep_facets(archive, stamp_of(archive), FACETS)
    finally:
        os.umask(before)
    assert stat.S_IMODE(kept().stat().st_mode) == 0o600


def test_without_a_place_for_it_it_is_counted_each_time(
    archive: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "file"))
    keep_facets(archive, stamp_of(archive), FACETS)
    assert kept_facets(archive, stamp_of(archive)) is None
