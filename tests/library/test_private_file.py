"""Files that the reader asks for: whole or not at all, and nobody else's."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from errno import ENOSPC
from pathlib import Path

import pytest

from cablereader.library.files.private_file import private_file

KILLED = """
import os, sys
from pathlib import Path
from cablereader.library.files.private_file import private_file
with private_file(Path(sys.argv[1]), replacing=sys.argv[2] == "True") as file:
    file.write(b"half of it")
    file.flush()
    os.kill(os.getpid(), 9)
"""
either_way = pytest.mark.parametrize("replacing", [False, True])


def written(path: Path, *, replacing: bool) -> None:
    with private_file(path, replacing=replacing) as file:
        file.write(b"all of it")


@either_way
def test_a_writer_that_is_killed_leaves_no_half_of_it_under_the_name(
    tmp_path: Path, *, replacing: bool
) -> None:
    path = tmp_path / "cables.md"
    if replacing:
        path.write_text("mine", "utf-8")
    words = [sys.executable, "-c", KILLED, str(path), str(replacing)]
    done = subprocess.run(words, check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.exists() == replacing
    assert not replacing or path.read_text("utf-8") == "mine"
    written(path, replacing=replacing)
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [path.name]
    assert path.read_text("utf-8") == "all of it"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@either_way
def test_it_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, replacing: bool
) -> None:
    made: list[str] = []

    def noted(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def noting(*args: object, **kwargs: object) -> object:
            made.append(name)
            return call(*args, **kwargs)

        return noting

    for name in ("fsync", "replace"):
        monkeypatch.setattr(os, name, noted(name, getattr(os, name)))
    written(tmp_path / "cables.md", replacing=replacing)
    assert made == ["fsync", "replace", "fsync"]


def overtaken(path: Path) -> None:
    with private_file(path, replacing=False) as file:
        file.write(b"all of it")
        path.write_text("mine", "utf-8")


def test_a_file_that_is_there_is_kept_whenever_it_came(tmp_path: Path) -> None:
    path = tmp_path / "cables.md"
    with pytest.raises(FileExistsError, match=r"cables\.md"):
        overtaken(path)
    with pytest.raises(FileExistsError):
        written(path, replacing=False)
    assert path.read_text("utf-8") == "mine"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [path.name]


def test_a_full_disk_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        written(tmp_path / "cables.md", replacing=False)
    assert not [each for each in tmp_path.iterdir() if each.is_file()]


def test_all_of_it_is_in_the_file_when_the_disk_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync, sizes = os.fsync, list[int]()

    def noting(descriptor: int) -> None:
        sizes.append(os.fstat(descriptor).st_size)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", noting)
    written(tmp_path / "cables.md", replacing=False)
    assert sizes[0] == len(b"all of it")
