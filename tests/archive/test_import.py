"""Importing: whatever ends it, the archive is whole, and the same import goes on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from subprocess import PIPE
from time import sleep

import pytest
from building import content
from documents import BODY, dump_row, page

from cablereader.archive.connection import connect
from cablereader.archive.dictionaries import COPIES
from cablereader.archive.importing.import_lock import import_lock
from cablereader.archive.importing.ingest import Import, Progress, import_paths
from cablereader.archive.importing.writing import Tally
from cablereader.archive.store import Archive
from cablereader.errors import ArchiveError
from cablereader.model.query import Query
from cablereader.source.failure import Failure

ROWS = 40
TESTS = Path(__file__).parent.parent


@dataclass
class Run:
    """One import with small batches, and what it told."""

    archive: Path
    stop_after: int = 1000
    """Batches."""
    jobs: int = 0
    told: list[Progress] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def of(self, *paths: Path) -> Tally:
        how = Import(
            report=self.failures.append,
            progress=self.told.append,
            stop=lambda: len(self.told) >= self.stop_after,
            jobs=self.jobs,
            batch=1,
            large=0,
        )
        return import_paths(self.archive, map(str, paths), how)


def impossible(failure: Failure) -> None:
    raise AssertionError(str(failure))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


def dump(path: Path, rows: int = ROWS) -> Path:
    """A dump in which each cable has a word of its own."""
    text = "\n".join(
        dump_row(n, cable_id=f"07OSLO{n}", body=f"{BODY}\n\n3. (C) word{n} lumpsucker")
        for n in range(1, rows + 1)
    )
    path.write_text(f"{text}\n", "utf-8")
    return path


def test_all_cables_of_a_dump_are_there(tmp_path: Path, archive: Path) -> None:
    run = Run(archive)
    assert run.of(dump(tmp_path / "cables.csv")) == Tally(new=ROWS)
    assert not run.failures
    assert run.told[-1].read == run.told[-1].total > 0
    with Archive(archive) as opened:
        assert opened.size == ROWS
        assert opened.get("07 OSLO 00007") is not None


def test_other_processes_make_the_same_archive(tmp_path: Path, archive: Path) -> None:
    source = dump(tmp_path / "cables.csv")
    Run(archive).of(source)
    other = tmp_path / "other.db"
    assert Run(other, jobs=2).of(source) == Tally(new=ROWS)
    assert content(other) == content(archive)


def test_an_import_that_was_stopped_goes_on(tmp_path: Path, archive: Path) -> None:
    source = dump(tmp_path / "cables.csv")
    whole = tmp_path / "whole.db"
    Run(whole).of(source)
    for batches in (1, 3, 2):
        tally = Run(archive, stop_after=batches).of(source)
        assert tally.total == 4 * batches
        assert tally.known <= 1  # the one where it goes on
    Run(archive).of(source)
    assert content(archive) == content(whole)


def test_what_is_imported_again_is_passed_by(tmp_path: Path, archive: Path) -> None:
    source = dump(tmp_path / "cables.csv")
    Run(archive).of(source)
    again = Run(archive)
    assert again.of(source) == Tally(known=ROWS)
    assert len(again.told) == 1  # not even read


def test_only_what_is_new_is_added(tmp_path: Path, archive: Path) -> None:
    Run(archive).of(dump(tmp_path / "cables.csv"))
    longer = dump(tmp_path / "cables.csv", ROWS + 5)
    assert Run(archive).of(longer) == Tally(new=5, known=ROWS)


def test_a_folder_that_was_stopped_goes_on(tmp_path: Path, archive: Path) -> None:
    for number in range(10, 30):
        text = page(cable_id=f"07OSLO{number}")
        (tmp_path / "pages").mkdir(exist_ok=True)
        (tmp_path / "pages" / f"{number}.html").write_text(text, "utf-8")
    assert Run(archive, stop_after=2).of(tmp_path / "pages") == Tally(new=8)
    assert Run(archive).of(tmp_path / "pages") == Tally(new=12, known=1)
    assert Run(archive).of(tmp_path / "pages") == Tally(known=20)


def test_small_files_are_read_together(tmp_path: Path, archive: Path) -> None:
    files = []
    for number in range(10, 20):
        files.append(tmp_path / f"{number}.html")
        files[-1].write_text(page(cable_id=f"07OSLO{number}"), "utf-8")
    told: list[Progress] = []
    how = Import(report=impossible, progress=told.append, stop=lambda: False)
    assert import_paths(archive, map(str, files), how) == Tally(new=10)
    assert len(told) == 1


def test_what_cannot_be_read_is_named_and_costs_no_other(
    tmp_path: Path, archive: Path
) -> None:
    (tmp_path / "a.txt").write_text("nothing of the kind", "utf-8")
    (tmp_path / "b.html").write_text(page(), "utf-8")
    fragment = "\n".join(BODY.split("\n")[4:])
    (tmp_path / "c.txt").write_text(fragment, "utf-8")
    run = Run(archive)
    assert run.of(tmp_path) == Tally(new=1)
    named = {Path(failure.path).name: failure.what for failure in run.failures}
    assert named["a.txt"] == "no cable in it"
    assert named["c.txt"] == "no reference id, so that nothing finds it; skipped"


def test_a_second_import_is_told_who_holds_the_archive(
    tmp_path: Path, archive: Path
) -> None:
    source = dump(tmp_path / "cables.csv")
    us = f"process {os.getpid()} on "
    with import_lock(archive), pytest.raises(ArchiveError, match=us):
        Run(archive).of(source)
    assert Run(archive).of(source) == Tally(new=ROWS)


def test_a_reader_sees_each_batch_while_it_runs(tmp_path: Path, archive: Path) -> None:
    sizes = []

    def look(progress: Progress) -> None:
        with Archive(archive) as opened:
            sizes.append((opened.size, opened.count(Query()), progress.tally.new))

    how = Import(report=impossible, progress=look, stop=lambda: False, batch=2, large=0)
    import_paths(archive, [str(dump(tmp_path / "cables.csv"))], how)
    assert sizes == [(n, n, n) for n in (8, 16, 24, 32, 40)]


def run_until(source: Path, archive: Path, statement: int) -> tuple[int, str]:
    """Import in another process, which kills itself at a statement of SQL."""
    words = (str(source), str(archive), str(statement))
    done = subprocess.run(
        [sys.executable, TESTS / "killed_import.py", *words],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def check_kills(tmp_path: Path, kills: int) -> None:
    source = dump(tmp_path / "cables.csv")
    whole = tmp_path / "whole.db"
    status, said = run_until(source, whole, 0)
    assert status == 0
    expected = content(whole)
    assert dictionaries(whole) == [1, 2, 3]
    random = Random(3)
    for kill in range(kills):
        archive = tmp_path / f"{kill}.db"
        statement = random.randrange(1, int(said))
        while (ended := run_until(source, archive, statement))[0]:
            assert ended == (-signal.SIGKILL, "")
            statement = random.randrange(statement // 2, 2 * int(said))
        assert content(archive) == expected
        assert dictionaries(archive)[:2] == [1, 2]


def dictionaries(archive: Path) -> list[int]:
    with closing(connect(archive)) as db:
        one, other = (
            [number for (number,) in db.execute(f"SELECT number FROM {table}")]
            for table in COPIES
        )
    assert one == other
    return one


def test_an_import_that_was_killed_goes_on_and_comes_to_the_same(
    tmp_path: Path,
) -> None:
    check_kills(tmp_path, 6)


@pytest.mark.parametrize("command", ["import", "parse"])
def test_the_processes_beside_one_that_is_killed_end_with_it(
    tmp_path: Path, command: str
) -> None:
    source = dump(tmp_path / "cables.csv", 3_000)
    words = [sys.executable, "-m", "cablereader", command, "--jobs", "2", "-"]
    with (
        source.open("rb") as rows,
        subprocess.Popen(words, stdin=rows, stdout=PIPE, stderr=PIPE) as first,
    ):
        children = Path(f"/proc/{first.pid}/task/{first.pid}/children")
        while len(beside := children.read_text().split()) < 2:
            assert first.poll() is None
            sleep(0.01)
        first.kill()
    for _ in range(1_000):
        if not any(map(is_running, beside)):
            return
        sleep(0.02)
    pytest.fail("a process was left behind")


def is_running(process: str) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.slow
def test_an_import_that_was_killed_often_comes_to_the_same(tmp_path: Path) -> None:
    check_kills(tmp_path, 100)


@pytest.mark.skipif(not shutil.which("unshare"), reason="unshare is not here")
def test_a_disk_that_fills_up_leaves_the_archive_as_it_was_at_the_last_batch(
    tmp_path: Path,
) -> None:
    source = dump(tmp_path / "cables.csv", 2000)
    disk = tmp_path / "disk"
    disk.mkdir()
    script = (
        f'mount -t tmpfs -o size=8m small "{disk}" || exit 77;'
        f' exec "{sys.executable}" "{TESTS / "full_archive.py"}"'
        f' "{source}" "{disk}" 2000'
    )
    done = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", script],
        text=True,
        capture_output=True,
        check=False,
    )
    if "unshare" in done.stderr or done.returncode == 77:
        pytest.skip("this machine makes no disks for tests")
    assert (done.stderr, done.stdout) == ("", "ok")
