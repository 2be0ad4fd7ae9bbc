"""Disks that lack locks, shared memory or a sound fsync, as network disks may.

A library put before the system's own calls stands in for them: tests/poor_disk.c.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from triaging import do

from cablereader.cli import main
from cablereader.library import locations
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.move import READ, STARRED
from cablereader.source.sample import sample_folder

pytestmark = pytest.mark.e2e

COMPILER = shutil.which("cc")
SOURCE = Path(__file__).parents[1] / "poor_disk.c"
NEW = "# cablereader triage 1\n09OSLO9066 unread *\n"

Run = Callable[..., tuple[int, str]]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that lets calls fail."""
    if COMPILER is None:
        pytest.skip("there is no C compiler on this machine")
    made = tmp_path_factory.mktemp("poor") / "poor_disk.so"
    words = [COMPILER, "-shared", "-fPIC", "-o", str(made), str(SOURCE), "-ldl"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"the compiler makes no library: {done.stderr[:80]}")
    return made


@pytest.fixture
def run(library: Path) -> Run:
    """Run the program while the disk with the reader's files lacks something."""
    locations.data_directory().mkdir(parents=True, mode=0o700)

    def run(lacking: str, *words: str, typed: str = "") -> tuple[int, str]:
        env = {
            **os.environ,
            "LD_PRELOAD": str(library),
            "POOR_DISK": str(locations.data_directory()),
            "POOR_DISK_LACKS": lacking,
        }
        command = [sys.executable, "-m", "cablereader", *words]
        done = subprocess.run(
            command, env=env, input=typed, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    return run


@pytest.fixture
def filled() -> None:
    """An archive, a bookmark, and a notebook as a session that was killed leaves it."""
    assert main(["import", str(sample_folder())]) == 0
    assert main(["bookmarks", "add", "07OSLO9012:1"]) == 0
    with TriageFile(locations.triage()) as file:
        do(file, READ, ["07OSLO9012"])
    code = (
        "import os, sys; from cablereader.library.notebook.triage import TriageFile;"
        "from cablereader.model.move import STARRED; from triaging import do;"
        "from cablereader.library import locations;"
        "do(TriageFile(locations.triage()), STARRED, ['07OSLO9012']);"
        "os.kill(os.getpid(), 9)"
    )
    path = os.pathsep.join((str(SOURCE.parent), *sys.path))
    env = {**os.environ, "PYTHONPATH": path}
    subprocess.run([sys.executable, "-c", code], env=env, check=False)
    assert locations.triage().with_name("triage.db-wal").stat().st_size


def test_without_locks_an_import_is_refused_with_what_to_do(run: Run) -> None:
    status, said = run("locks", "import", str(sample_folder()))
    assert (status, said.count("\n")) == (4, 1)
    assert said.startswith(
        f"cablereader: {locations.archive()}: its disk knows no lock"
    )
    assert "--archive PATH" in said
    assert not locations.archive().exists()


def test_without_locks_all_can_be_read_and_bookmarks_be_made(
    run: Run, filled: None
) -> None:
    assert run("locks", "search", "--count", "goat") == (0, "9\n")
    assert run("locks", "search", "--ids", "is:read") == (0, "07OSLO9012\n")
    assert run("locks", "bookmarks", "add", "07OSLO9012:2")[0] == 0
    assert run("locks", "check")[0] == 0
    assert run("locks", "triage", "status")[0] == 0
    assert "!!  notebook" in run("locks", "doctor")[1]
    status, said = run("locks", "triage", "restore", typed=NEW)
    assert status == 4
    assert "its disk knows no locks, so that nothing can be saved" in said
    assert "XDG_DATA_HOME" in said


def test_without_shared_memory_the_notebook_is_kept_another_way(run: Run) -> None:
    for cable_id in ("09OSLO9001", "09OSLO9002"):
        typed = f"# cablereader triage 1\n{cable_id} unread *\n"
        assert run("shared-memory", "triage", "restore", typed=typed)[0] == 0
    status, said = run("shared-memory", "triage", "dump")
    assert (status, said.count("unread *\n")) == (0, 2)


def test_without_shared_memory_nothing_is_lost_that_another_disk_had(
    run: Run, filled: None
) -> None:
    assert run("shared-memory", "triage", "restore", typed=NEW)[0] == 0
    status, said = run("shared-memory", "triage", "dump")
    assert status == 0
    assert "07OSLO9012 read " in said
    with TriageFile(locations.triage()) as file:
        triages = dict(file.touched())
    assert sorted(name for name, triage in triages.items() if triage.starred) == [
        "07OSLO9012",
        "09OSLO9066",
    ]


def test_what_the_disk_does_not_confirm_is_not_reported_as_done(
    run: Run, filled: None
) -> None:
    with TriageFile(locations.triage()) as file:
        do(file, STARRED, ["08OSLO9044"])
    data = locations.data_directory()
    for words in (("bookmarks", "add", "07OSLO9012:2"), ("triage", "restore")):
        status, said = run("fsync", *words, typed=NEW)
        assert (status, said.count("\n")) == (4, 1)
        assert f"cablereader: {data}" in said
    status, said = run("fsync", "import", "--reparse")
    assert status == 4
    assert f"cablereader: {data}" in said
    assert main(["check"]) == 0
    with TriageFile(locations.triage()) as file:
        assert not dict(file.touched()).get("09OSLO9066")
