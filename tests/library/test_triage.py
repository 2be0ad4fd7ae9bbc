"""The notebook: changes, steps back, and several sessions at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cablereader.library.notebook.triage import TriageFile
from cablereader.model.move import ASIDE, READ, STARRED, Move, labelled, noted, toggled
from cablereader.model.position import Position
from cablereader.model.triage import UNTOUCHED, State, Triage

OSLO, PRAIA = "09OSLO9012", "10PRAIA9003"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "triage.db"


@pytest.fixture
def notebook(path: Path) -> Iterator[TriageFile]:
    with TriageFile(path) as notebook:
        yield notebook


def do(notebook: TriageFile, move: Move, *cable_ids: str) -> str:
    return notebook.apply(move.step(notebook.of(cable_ids))).sentence


def of(notebook: TriageFile, cable_id: str) -> Triage:
    return notebook.of([cable_id])[cable_id]


def test_a_new_notebook_says_that_all_is_unread(notebook: TriageFile) -> None:
    assert notebook.of([OSLO]) == {OSLO: UNTOUCHED}
    assert notebook.read_only is None
    assert notebook.undo() is None


def test_what_was_changed_is_there_for_the_next_session(path: Path) -> None:
    with TriageFile(path) as notebook:
        do(notebook, READ, OSLO)
        do(notebook, STARRED, OSLO)
        do(notebook, labelled("fish"), OSLO, PRAIA)
        do(notebook, noted("call back"), OSLO)
    with TriageFile(path) as notebook:
        triage = of(notebook, OSLO)
        assert triage.state is State.READ
        assert triage.since.endswith("Z")
        assert triage.starred
        assert triage.labels == ("fish",)
        assert triage.note == "call back"
        assert of(notebook, PRAIA) == Triage(labels=("fish",))
        assert notebook.labels() == (("fish", 2),)


def test_a_cable_is_the_same_in_any_spelling_of_its_id(notebook: TriageFile) -> None:
    do(notebook, STARRED, "2009 Oslo 09012")
    assert of(notebook, OSLO).starred


def test_steps_are_named_and_taken_back_one_by_one(notebook: TriageFile) -> None:
    assert do(notebook, STARRED, OSLO) == "starred 09OSLO9012"
    assert do(notebook, ASIDE, OSLO, PRAIA) == "set 2 cables aside"
    assert notebook.undoable() == "set 2 cables aside"
    assert str(notebook.undo()) == "taken back: set 2 cables aside"
    assert str(notebook.undo()) == "taken back: starred 09OSLO9012"
    assert of(notebook, OSLO) == of(notebook, PRAIA) == UNTOUCHED
    assert str(notebook.redo()) == "done again: starred 09OSLO9012"
    assert notebook.redoable() == "set 2 cables aside"


def test_a_toggle_takes_back_what_all_cables_have(notebook: TriageFile) -> None:
    do(notebook, STARRED, OSLO)
    cables = notebook.of([OSLO, PRAIA])
    assert toggled(STARRED, cables) is STARRED
    assert len(STARRED.step(cables).changes) == 1
    assert toggled(STARRED, notebook.of([OSLO])).words == ("took the star off", "")


def test_a_position_is_kept(notebook: TriageFile) -> None:
    assert notebook.whereabouts.position_of(OSLO) is None
    notebook.whereabouts.keep_position(OSLO, Position("5", 0.25))
    assert notebook.whereabouts.position_of(OSLO) == Position("5", 0.25)


def test_two_sessions_see_each_other(path: Path, notebook: TriageFile) -> None:
    with TriageFile(path) as other:
        token = notebook.token
        assert not notebook.changed_since(token)
        do(other, STARRED, OSLO)
        assert notebook.changed_since(token)
        assert of(notebook, OSLO).starred


class GivenUpError(Exception):
    pass


def test_a_step_tells_how_far_it_is_and_can_be_given_up(
    notebook: TriageFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cablereader.library.notebook.progress.TOGETHER", 2)
    heard: list[tuple[int, int]] = []

    def give_up_at_two(done: int, count: int) -> None:
        heard.append((done, count))
        if done == 2:
            raise GivenUpError

    cables = (OSLO, PRAIA, "09LONDON9021")
    step = READ.step(notebook.of(cables))
    with pytest.raises(GivenUpError):
        notebook.apply(step, give_up_at_two)
    assert heard == [(0, 3), (2, 3)]
    assert set(notebook.of(cables).values()) == {UNTOUCHED}
    assert notebook.undoable() is None
    notebook.apply(step)
    with pytest.raises(GivenUpError):
        notebook.undo(give_up_at_two)
    assert {each.state for each in notebook.of(cables).values()} == {State.READ}
    assert notebook.undoable() == step.sentence


def test_a_step_is_long_by_how_many_cables_it_is_of(notebook: TriageFile) -> None:
    assert not notebook.is_long(again=False)
    do(notebook, READ, OSLO)
    assert not notebook.is_long(again=False)
    do(notebook, STARRED, *(f"09OSLO{number * number}" for number in range(9, 2_000)))
    assert notebook.is_long(again=False)
    notebook.undo()
    assert notebook.is_long(again=True)


def test_another_connection_of_a_session_has_its_steps(
    notebook: TriageFile, path: Path
) -> None:
    with TriageFile(path, session=notebook.session) as beside:
        sentence = do(beside, STARRED, OSLO)
    with TriageFile(path) as other:
        do(other, READ, PRAIA)
    assert notebook.undoable() == sentence
