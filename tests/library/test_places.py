"""Where files are, how they are replaced, and who may write to them."""

from __future__ import annotations

import multiprocessing
import os
import stat
import subprocess
import sys
from errno import EINVAL
from functools import partial
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from cablereader.errors import NotebookError
from cablereader.library import locations
from cablereader.library.bookmarks import bookmark_file
from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.library.files import atomic, lock
from cablereader.library.files.lock import locked
from cablereader.library.files.owner import owner_name
from cablereader.library.remembered import RememberedFile


def test_every_place_is_where_the_interface_says(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert locations.config() == home / "config/cablereader/config.yaml"
    assert locations.themes() == home / "config/cablereader/themes"
    assert locations.archive() == home / "data/cablereader/archive.db"
    assert locations.bookmarks() == home / "data/cablereader/bookmarks.yaml"
    assert locations.triage() == home / "data/cablereader/triage.db"
    assert locations.log() == home / "state/cablereader/cablereader.log"
    assert locations.state().parent == locations.copies().parent
    assert list(home.iterdir()) == []
    monkeypatch.setenv("CABLEREADER_ARCHIVE", "/srv/cables.db")
    assert locations.archive() == Path("/srv/cables.db")


@pytest.mark.parametrize("value", ["", "own/data", "~/data"])
def test_a_relative_folder_is_no_place(
    home: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", value)
    assert locations.bookmarks().is_absolute()


@pytest.mark.parametrize("kind", ["config", "data", "state", "cache"])
@pytest.mark.parametrize("named", [None, "", "own", "~/own", "/srv", "/srv/a b/"])
@pytest.mark.parametrize("home", ["/home/ann", "/home/ann/", "/", "ann", "", None])
def test_every_place_is_where_platformdirs_has_it(
    monkeypatch: pytest.MonkeyPatch, kind: str, named: str | None, home: str | None
) -> None:
    for name, value in (("HOME", home), (f"XDG_{kind.upper()}_HOME", named)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    theirs = getattr(PlatformDirs("cablereader", appauthor=False), f"user_{kind}_path")
    assert getattr(locations, f"{kind}_directory")() == theirs


def test_somebody_without_a_home_can_read_but_not_save() -> None:
    code = (
        "import os, pwd\n"
        "pwd.getpwuid = lambda _: (_ for _ in ()).throw(KeyError())\n"
        "from cablereader.library import locations\n"
        "from cablereader.library.bookmarks.bookmark_file import BookmarkFile\n"
        "print(BookmarkFile(locations.bookmarks()).load().read_only)\n"
    )
    env = {"PATH": os.environ["PATH"]}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=env,
        text=True,
        capture_output=True,
        check=True,
    )
    assert "HOME-is-not-set" in done.stdout


def test_a_file_is_replaced_whole_with_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file"
    atomic.replace(path, b"one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700
    path.chmod(0o644)
    atomic.replace(path, b"two")
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert [each.name for each in path.parent.iterdir()] == ["file"]


def test_older_versions_stay_and_the_oldest_goes(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for number in range(6):
        atomic.replace(path, b"%d" % number, backups=3)
    assert path.read_bytes() == b"5"
    backups = sorted(each.name for each in tmp_path.glob("*.bak*"))
    assert backups == ["file.bak1", "file.bak2", "file.bak3"]
    assert [(tmp_path / each).read_bytes() for each in backups] == [b"4", b"3", b"2"]


def test_what_a_killed_writer_left_is_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "own" / "file"
    path.parent.mkdir()
    path.with_name(".file.new").write_bytes(b"half")
    atomic.replace(path, b"whole")
    assert [each.name for each in path.parent.iterdir()] == ["file"]


def test_a_disk_that_cannot_sync_folders_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def picky(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(EINVAL, "Invalid argument")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", picky)
    atomic.replace(tmp_path / "file", b"x")
    assert (tmp_path / "file").read_bytes() == b"x"


def test_a_lock_that_is_held_is_waited_for_and_then_named(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with (
        locked(path),
        pytest.raises(NotebookError, match=r"file\.lock: another session"),
        locked(path, patience=0.05),
    ):
        pass
    with locked(path, patience=0.05):
        pass


def test_a_session_whose_file_is_locked_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bookmarks.yaml"
    monkeypatch.setattr(bookmark_file, "locked", partial(locked, patience=0.05))
    with locked(path), pytest.raises(NotebookError):
        BookmarkFile(path).remove("x")


def unlocked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that knows no locks."""
    monkeypatch.setattr(lock, "_locks", lambda _: None)


def test_a_name_stands_for_the_lock_where_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlocked(monkeypatch)
    path = tmp_path / "own" / "file"
    with locked(path):
        held = path.with_name("file.lock.held")
        assert str(os.getpid()) in held.read_text()
        with pytest.raises(NotebookError), locked(path, patience=0.05):
            pass
        assert held.exists()
    assert [each.name for each in path.parent.iterdir()] == ["file.lock"]


def dead_process() -> int:
    process = multiprocessing.get_context("spawn").Process()
    process.start()
    process.join()
    assert process.pid
    return process.pid


@pytest.mark.parametrize("boot", ["", "an-earlier-boot"])
def test_the_name_that_a_killed_session_left_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, boot: str
) -> None:
    unlocked(monkeypatch)
    host, _, alive, start = owner_name().split()
    owner = f"{host} {boot} {alive} {start}" if boot else owner_name(dead_process())
    (tmp_path / "file.lock.held").write_text(owner)
    with locked(tmp_path / "file", patience=1):
        pass


@pytest.mark.parametrize("owner", ["another-host boot 1 1", "", "rubbish", "w x y z"])
def test_the_name_of_another_machine_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: str
) -> None:
    unlocked(monkeypatch)
    (tmp_path / "file.lock.held").write_text(owner)
    with pytest.raises(NotebookError), locked(tmp_path / "file", patience=0.05):
        pass
    assert (tmp_path / "file.lock.held").read_text() == owner


def test_what_is_remembered_is_there_the_next_time(tmp_path: Path) -> None:
    file = RememberedFile(tmp_path / "state" / "state.json")
    assert file.load() == {}
    file.note("theme", "paper")
    RememberedFile(file.path).note("place", "09OSLO9066:5 é")
    file.note("theme", "contrast")
    assert file.load() == {"theme": "contrast", "place": "09OSLO9066:5 é"}
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]", b'{"theme": 1}', b"\xff", b"[" * 99_999],
    ids=lambda content: repr(content[:20]),
)
def test_what_cannot_be_read_is_forgotten(tmp_path: Path, content: bytes) -> None:
    file = RememberedFile(tmp_path / "state.json")
    file.path.write_bytes(content)
    assert file.load() == {}
    file.note("theme", "paper")
    assert file.load() == {"theme": "paper"}
