"""What a killed session left beside the reader's files, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cablereader.archive.importing.import_lock import import_lock
from cablereader.library.files.leftovers import leftovers
from cablereader.library.files.owner import owner_name

GONE = f"{owner_name()}0"
"""Of a process that never was."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own[1].db"


def left(file: Path) -> Iterator[str]:
    return (path.name for path in leftovers([file]))


def test_half_of_a_file_and_its_journal_are_left(file: Path) -> None:
    for name in (".own[1].db.new", ".own[1].db.new-journal", "own[1].db.lock"):
        file.with_name(name).touch()
    assert list(left(file)) == [".own[1].db.new", ".own[1].db.new-journal"]
    file.with_name(".own[1].db.new-journal").unlink()
    assert list(left(file)) == [".own[1].db.new"]


def test_what_is_being_written_is_no_leftover(file: Path) -> None:
    file.with_name(".own[1].db.new").touch()
    with import_lock(file):
        assert not list(left(file))


@pytest.mark.parametrize(
    ("holder", "is_left"),
    [(GONE, True), (owner_name(), False), ("nobody", False), ("\udcff", False)],
    ids=["gone", "alive", "unknown", "no text"],
)
def test_a_lock_is_left_where_its_holder_is_gone(
    file: Path, holder: str, *, is_left: bool
) -> None:
    lock = file.with_name("own[1].db.lock.4711")
    lock.write_bytes(holder.encode("utf-8", "surrogateescape"))
    file.with_name("own1.db.lock.4711").write_text(GONE, "utf-8")  # of another file
    assert list(left(file)) == [lock.name] * is_left


def test_a_link_is_no_leftover(file: Path) -> None:
    file.with_name("mine").touch()
    file.with_name(".own[1].db.new").symlink_to(file.with_name("mine"))
    assert not list(left(file))


def test_a_folder_that_cannot_be_read_has_none(file: Path) -> None:
    assert not list(left(file.parent / "nothing" / "here.db"))
