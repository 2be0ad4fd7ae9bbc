"""Where all cables of an archive are, from one start to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablereader.library import locations
from cablereader.library.files.small_file import stamp_of
from cablereader.library.kept.places import keep_places, kept_places
from cablereader.model.stretches import stretched

PLACES = stretched([3, 4, 5, 1029, 1030])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.db"
    path.write_bytes(b"an archive")
    return path


def test_the_places_are_there_at_the_next_start(archive: Path) -> None:
    keep_places(archive, stamp_of(archive), PLACES)
    kept = kept_places(archive, stamp_of(archive))
    assert kept is not None
    assert list(kept) == list(PLACES)


def test_an_archive_that_changed_is_gone_through_anew(archive: Path) -> None:
    before = stamp_of(archive)
    keep_places(archive, before, PLACES)
    archive.write_bytes(b"an archive with more")
    assert kept_places(archive, stamp_of(archive)) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"little", b"middle"),
        (b'"order"', b'"other"'),
        (b"\n", b"\nx"),
        (PLACES.firsts.tobytes(), b""),
        (b"{", b"[" * 100_000),
        (b"stamp", b"stomp"),
    ],
)
def test_what_makes_no_sense_is_gone_through_anew(
    archive: Path, old: bytes, new: bytes
) -> None:
    keep_places(archive, stamp_of(archive), PLACES)
    (path,) = locations.cache_directory().glob("places-*.kept")
    content = path.read_bytes()
    if old in content:
        path.write_bytes(content.replace(old, new, 1))
        assert kept_places(archive, stamp_of(archive)) is None


def test_an_archive_without_cables_has_no_places(archive: Path) -> None:
    keep_places(archive, stamp_of(archive), stretched([]))
    kept = kept_places(archive, stamp_of(archive))
    assert kept is not None
    assert list(kept) == []
