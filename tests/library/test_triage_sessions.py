"""Several sessions at the same time, and sessions that are killed."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from busy_notebook import SHARED
from starting import started
from triaging import all_of, do

from cablereader.library.notebook.connection import attach_to_read
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.move import ASIDE, READ, STARRED, labelled, noted
from cablereader.model.triage import State

OSLO, PRAIA = "09OSLO9012", "10PRAIA9003"


@pytest.mark.parametrize(
    "kills", [30, pytest.param(1_000, marks=pytest.mark.slow)], ids=str
)
def test_what_a_session_acknowledged_outlives_its_kill(
    tmp_path: Path, kills: int
) -> None:
    output, _ = started("killed_notebook.py", tmp_path, kills, kills).communicate()
    assert output == ""


@pytest.mark.parametrize(
    ("sessions", "changes"), [(2, 1_000), pytest.param(8, 500, marks=pytest.mark.slow)]
)
def test_sessions_at_the_same_time_lose_nothing(
    tmp_path: Path, sessions: int, changes: int
) -> None:
    path = tmp_path / "triage.db"
    running = [
        started("busy_notebook.py", path, session, changes)
        for session in range(sessions)
    ]
    assert [session.communicate()[0] for session in running] == [""] * sessions
    with TriageFile(path) as file:
        known = dict(all_of(file))
        shared = known.pop(SHARED)
        counts = Counter(
            (each.state is State.READ, each.starred, bool(each.labels), bool(each.note))
            for each in known.values()
        )
    names = {f"{s}.{n}" for s in range(sessions) for n in range(7, changes, 100)}
    assert set(shared.labels) == names
    assert all(f"({name})" in shared.note for name in names)
    quarter = changes * sessions // 4
    assert len(known) == changes * sessions
    assert sorted(counts.values()) == [quarter] * 4


def look_again(path: Path) -> None:
    TriageFile(path).close()


def look_only(path: Path) -> None:
    TriageFile(path, to_read=True).close()


def ask(path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        assert attach_to_read(db, path, "notebook")


@pytest.mark.parametrize("look", [look_again, look_only, ask])
def test_whoever_else_looks_into_the_file_takes_no_lock_from_a_session(
    tmp_path: Path, look: Callable[[Path], None]
) -> None:
    path = tmp_path / "triage.db"
    with TriageFile(path) as file:
        do(file, STARRED, [OSLO])
        look(path)
        for session in (1, 2):
            assert started("busy_notebook.py", path, session, 4).communicate()[0] == ""
            assert path.with_name("triage.db-wal").exists()
            do(file, STARRED, [f"10PRAIA900{session}"])
        assert started("busy_notebook.py", path, 3, 4).communicate()[0] == ""
    with TriageFile(path) as file:
        starred = sum(triage.starred for triage in all_of(file).values())
        assert (len(all_of(file)), starred) == (15, 6)


def test_a_session_takes_back_its_own_steps_first(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    with TriageFile(path) as one, TriageFile(path) as other:
        do(one, STARRED, [OSLO])
        do(other, STARRED, [PRAIA])
        assert str(one.undo()) == f"taken back: starred {OSLO}"
        assert str(one.undo()) == f"taken back: starred {PRAIA}"
        assert one.undo() is None
        assert other.undo() is None
        assert str(one.redo()) == f"done again: starred {PRAIA}"
        assert str(one.redo()) == f"done again: starred {OSLO}"


def test_the_next_session_goes_on_where_the_last_one_ended(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    with TriageFile(path) as one:
        do(one, STARRED, [OSLO])
        do(one, ASIDE, [OSLO])
        one.undo()
    with TriageFile(path) as two:
        assert two.redoable() == f"set {OSLO} aside"
        assert two.undoable() == f"starred {OSLO}"
        do(two, READ, [PRAIA])
        assert two.redo() is None
        two.undo()
        two.undo()
        assert not all_of(two)


def test_what_was_changed_since_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    with TriageFile(path) as one, TriageFile(path) as other:
        do(one, ASIDE, [OSLO, PRAIA])
        do(other, READ, [OSLO])
        assert str(one.undo()) == (
            "taken back: set 2 cables aside (1 changed since, and left so)"
        )
        assert one.of([OSLO])[OSLO].state is State.READ
        assert one.of([PRAIA])[PRAIA].state is State.UNREAD
        do(other, READ, [PRAIA])
        one.redo()
        assert one.of([PRAIA])[PRAIA].state is State.READ


def test_a_step_of_which_nothing_is_left_is_named_and_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    with TriageFile(path) as one, TriageFile(path) as other:
        do(one, noted("a"), [OSLO])
        do(other, noted("b"), [OSLO])
        said = str(one.undo())
        assert said.startswith("not taken back, because it was changed since: wrote")
        assert str(one.undo()).startswith("taken back: wrote")
        assert one.of([OSLO])[OSLO].note == "a"


def test_notes_of_two_sessions_are_joined(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    with TriageFile(path) as one, TriageFile(path) as other:
        do(one, noted("first"), [OSLO])
        step_of_one = noted("mine").step(one.of([OSLO]))
        deletion = noted("").step(other.of([OSLO]))
        do(other, noted("theirs"), [OSLO])
        one.apply(step_of_one)
        assert one.of([OSLO])[OSLO].note == "mine\n\ntheirs"
        assert not other.apply(deletion)
        assert one.of([OSLO])[OSLO].note == "mine\n\ntheirs"
        one.undo()
        assert one.of([OSLO])[OSLO].note == "theirs"


def test_a_view_that_is_old_does_not_undo_what_another_session_did(
    tmp_path: Path,
) -> None:
    path = tmp_path / "triage.db"
    with TriageFile(path) as one, TriageFile(path) as other:
        old = one.of([OSLO])
        do(other, labelled("fish"), [OSLO])
        do(other, ASIDE, [OSLO])
        one.apply(STARRED.step(old))
        one.apply(labelled("trust").step(old))
        triage = one.of([OSLO])[OSLO]
        assert triage.starred
        assert triage.labels == ("fish", "trust")
        assert triage.state is State.ASIDE
