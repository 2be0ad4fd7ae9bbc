"""Notes that were being typed when the line dropped."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from cablereader.library.notebook.draft import Draft, Drafting
from cablereader.library.notebook.triage import TriageFile

TYPING = """
import sys, time
from pathlib import Path
from cablereader.library.notebook.draft import Drafting
drafting = Drafting(Path(sys.argv[1]), "09OSLO9012", pause=0.01)
drafting.typed("call")
drafting.typed("call back")
print("typed", flush=True)
time.sleep(60)
"""
LONGEST = 20.0
"""Seconds; what is waited for takes a hundredth of one."""


def wait_for(happened: Callable[[], object]) -> None:
    end = time.monotonic() + LONGEST
    while not happened() and time.monotonic() < end:
        time.sleep(0.01)
    assert happened()


def texts(file: TriageFile) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in file.rows("SELECT of, text FROM draft")]


def test_a_draft_of_a_session_that_was_killed_is_offered(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    session = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(path)], stdout=subprocess.PIPE
    )
    assert session.stdout
    session.stdout.readline()
    with TriageFile(path) as file:
        wait_for(lambda: texts(file) == [("09OSLO9012", "call back")])
        assert file.whereabouts.left_drafts() == ()
        session.kill()
        session.communicate()
        (draft,) = file.whereabouts.left_drafts()
        assert (draft.of, draft.text) == ("09OSLO9012", "call back")
        assert file.whereabouts.take_draft("09OSLO9013") is None
        assert file.whereabouts.take_draft("09OSLO9012") == "call back"
        assert file.whereabouts.take_draft("09OSLO9012") is None
        assert file.whereabouts.left_drafts() == ()
        assert texts(file) == []


def test_a_note_that_was_saved_leaves_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    with TriageFile(path) as file:
        drafting = Drafting(path, "09OSLO9012", pause=0.01)
        drafting.typed("call")
        wait_for(lambda: texts(file))
        drafting.typed("call back")
        wait_for(lambda: texts(file) == [("09OSLO9012", "call back")])
        drafting.finish()
        wait_for(lambda: not texts(file))
        assert drafting.problem is None


def test_where_nothing_was_typed_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    Drafting(path, "09OSLO9012", pause=0.01).finish()
    assert not path.exists()


def test_a_draft_that_cannot_be_saved_says_so_until_it_can(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    path.mkdir()
    drafting = Drafting(path, "09OSLO9012", pause=0.01)
    drafting.typed("call")
    wait_for(lambda: drafting.problem)
    assert drafting.problem == f"{path}: not a file; move it away"
    path.rmdir()
    drafting.typed("call back")
    wait_for(lambda: not drafting.problem)
    drafting.finish()


def test_drafts_of_other_machines_are_not_offered(tmp_path: Path) -> None:
    with TriageFile(tmp_path / "triage.db") as file:
        row = ("elsewhere boot 1 1", "09OSLO9012", "call")
        file.note(("INSERT INTO draft (owner, of, text) VALUES (?, ?, ?)", [row]))
        assert file.whereabouts.left_drafts() == ()
        file.whereabouts.drop_draft(Draft("09OSLO9012", "call", row[0]))
        assert texts(file) == []


def test_a_session_may_end_while_a_note_is_typed(tmp_path: Path) -> None:
    script = TYPING.replace("time.sleep(60)", "")
    command = [sys.executable, "-c", script, str(tmp_path / "triage.db")]
    assert subprocess.run(command, check=False, timeout=20).returncode == 0
