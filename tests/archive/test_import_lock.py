"""One import at a time; whoever comes second is told whom to wait for."""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path

import pytest

from cablereader.archive.importing.import_lock import import_lock, is_held
from cablereader.errors import ArchiveError


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "new" / "archive.db"


def lock_of(archive: Path) -> Path:
    return archive.with_name("archive.db.lock")


def test_the_second_import_is_told_who_has_the_first(archive: Path) -> None:
    with import_lock(archive):
        assert is_held(lock_of(archive))
        refused = pytest.raises(ArchiveError, match=f"process {os.getpid()} on ")
        with refused, import_lock(archive):
            pytest.fail("two at a time")
    assert not is_held(lock_of(archive))
    with import_lock(archive):
        assert is_held(lock_of(archive))


def test_a_holder_that_wrote_no_name_is_another_process(archive: Path) -> None:
    archive.parent.mkdir()
    with lock_of(archive).open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        refused = pytest.raises(ArchiveError, match="another process is importing")
        with refused, import_lock(archive):
            pytest.fail("two at a time")


def test_where_no_import_ever_was_none_holds_the_lock(archive: Path) -> None:
    assert not is_held(lock_of(archive))
    assert not archive.parent.exists()


@pytest.mark.parametrize(
    ("code", "raised"),
    [(errno.ENOTSUP, ArchiveError), (errno.EIO, OSError)],
    ids=["a disk without locks", "a disk that fails"],
)
def test_a_disk_that_cannot_lock_is_no_import_that_runs(
    archive: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    raised: type[Exception],
) -> None:
    def flock(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", flock)
    with pytest.raises(raised) as failure, import_lock(archive):
        pytest.fail("without a lock")
    assert "importing into it" not in str(failure.value)
