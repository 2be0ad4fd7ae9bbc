"""Several sessions at the same time, and sessions that are killed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bookmarking import loaded
from busy_session import expected
from starting import ENVIRONMENT, TESTS, started


@pytest.mark.parametrize(
    "kills", [30, pytest.param(1_000, marks=pytest.mark.slow)], ids=str
)
def test_what_a_session_acknowledged_outlives_its_kill(
    tmp_path: Path, kills: int
) -> None:
    output, _ = started("killed_writer.py", tmp_path, kills, kills).communicate()
    assert output == ""
    assert list(tmp_path.glob("*.bak*"))


@pytest.mark.parametrize(
    ("sessions", "changes"),
    [(4, 25), pytest.param(8, 250, marks=pytest.mark.slow)],
)
def test_sessions_at_the_same_time_lose_nothing(
    tmp_path: Path, sessions: int, changes: int
) -> None:
    path = tmp_path / "bookmarks.yaml"
    running = [
        started("busy_session.py", path, session, changes)
        for session in range(sessions)
    ]
    assert [session.communicate()[0] for session in running] == [""] * sessions
    marks = [m for session in range(sessions) for m in expected(session, changes)]
    assert list(loaded(path)) == marks
    assert list(tmp_path.glob("*.bak*"))


@pytest.mark.skipif(not shutil.which("unshare"), reason="unshare is not here")
def test_a_disk_that_fills_up_costs_nothing_that_was_saved(tmp_path: Path) -> None:
    script = (
        f'mount -t tmpfs -o size=128k small "{tmp_path}" || exit 77;'
        f' exec "{sys.executable}" "{TESTS / "full_disk.py"}" "{tmp_path}"'
    )
    done = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", script],
        env=ENVIRONMENT,
        text=True,
        capture_output=True,
        check=False,
    )
    if "unshare" in done.stderr or done.returncode == 77:
        pytest.skip("this machine makes no disks for tests")
    assert (done.stderr, done.stdout) == ("", "ok")
