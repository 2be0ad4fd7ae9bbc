"""What holds for every sequence of moves, and for every dump."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
)
from triaging import IDS, MOVES, NAMES, SEARCHES, TEXTS, TRIAGES, all_of, do

from cablereader.library.notebook.dump import Dump, cable_line, dump_lines, read_dump
from cablereader.library.notebook.escape import escaped, unescaped
from cablereader.library.notebook.history import pack, unpack
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.joining import differences, restoring
from cablereader.model.move import Move
from cablereader.model.saved_search import SavedSearch, restoring_searches
from cablereader.model.step import Aspect, Change, Step
from cablereader.model.triage import Triage

CABLES = st.sets(st.sampled_from(IDS), min_size=1)
NOTEBOOKS = st.dictionaries(
    st.sampled_from(IDS) | st.just("#ODD\\ID"), TRIAGES, max_size=4
)
SEARCH_LISTS = st.lists(SEARCHES, max_size=3, unique_by=lambda each: each.name)


@contextmanager
def new_notebook() -> Iterator[TriageFile]:
    with TemporaryDirectory() as folder, TriageFile(Path(folder) / "triage.db") as file:
        file.db.execute("PRAGMA synchronous = OFF")
        yield file


def restore(
    file: TriageFile,
    cables: Mapping[str, Triage],
    searches: tuple[SavedSearch, ...] = (),
    *,
    replacing: bool = False,
) -> None:
    changes = (
        *restoring(all_of(file), cables, replacing=replacing),
        *restoring_searches(file.searches(), searches, replacing=replacing),
    )
    file.apply(Step("restored", changes))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(MOVES, CABLES), max_size=8))
def test_all_steps_can_be_taken_back_and_done_again(
    moves: list[tuple[Move, set[str]]],
) -> None:
    with new_notebook() as file:
        seen = [all_of(file)]
        for move, cables in moves:
            do(file, move, cables)
            if all_of(file) != seen[-1]:
                seen.append(all_of(file))
        for expected in reversed(seen[:-1]):
            taken = file.undo()
            assert taken
            assert not taken.left
            assert all_of(file) == expected
        assert file.undo() is None
        for expected in seen[1:]:
            assert file.redo()
            assert all_of(file) == expected
        assert file.redo() is None


class TwoSessions(RuleBasedStateMachine):
    """Two sessions on one notebook: what each does is never lost to the other."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "triage.db"
        self.sessions = [TriageFile(path), TriageFile(path)]
        for session in self.sessions:
            session.db.execute("PRAGMA synchronous = OFF")
        self.steps = 0

    def teardown(self) -> None:
        for session in self.sessions:
            session.close()
        self.folder.cleanup()

    @rule(who=st.integers(0, 1), move=MOVES, cables=CABLES)
    def moves(self, who: int, move: Move, cables: set[str]) -> None:
        session = self.sessions[who]
        step = move.step(session.of(cables))
        done = session.apply(step)
        assert done.changes or not step
        for change in step.changes:
            triage = session.of([change.key])[change.key]
            assert move.change(change.key, triage) is None

    @rule(who=st.integers(0, 1))
    def takes_back(self, who: int) -> None:
        session = self.sessions[who]
        before, name = all_of(session), session.undoable()
        taken = session.undo()
        assert (taken is None) == (name is None)
        if taken is None:
            return
        assert taken.step.sentence == name
        if taken.step:
            assert session.redoable() == name
            after = all_of(session)
            assert session.redo()
            assert all_of(session) == before
            assert session.undo()
            assert all_of(session) == after
        else:
            assert all_of(session) == before

    @rule(who=st.integers(0, 1))
    def begins_anew(self, who: int) -> None:
        path = self.sessions[who].path
        self.sessions[who].close()
        self.sessions[who] = TriageFile(path)

    @invariant()
    def both_see_the_same(self) -> None:
        one, other = map(all_of, self.sessions)
        assert one == other


TwoSessions.TestCase.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None
)
test_two_sessions = TwoSessions.TestCase


@settings(max_examples=60, deadline=None)
@given(NOTEBOOKS, SEARCH_LISTS, NOTEBOOKS)
def test_dump_and_restore_are_the_identity(
    cables: dict[str, Triage], searches: list[SavedSearch], others: dict[str, Triage]
) -> None:
    with new_notebook() as file, new_notebook() as other:
        restore(file, cables, tuple(searches))
        text = "".join(f"{x}\n" for x in dump_lines(file.touched(), file.searches()))
        dump = read_dump(text.split("\n"))
        assert not dump.unknown
        assert dump.cables == all_of(file) == cables
        restore(other, others)
        restore(other, dump.cables, dump.searches, replacing=True)
        assert all_of(other) == cables
        assert other.searches() == file.searches()
        while other.undo():
            pass
        assert not all_of(other)


@given(TRIAGES, TRIAGES)
def test_joining_loses_nothing(one: Triage, other: Triage) -> None:
    joined = one.joined(other)
    assert joined.joined(one) == joined.joined(other) == joined == joined.joined(joined)
    assert {*one.labels, *other.labels} == {*joined.labels}
    assert one.note in joined.note
    assert other.note in joined.note
    assert joined.starred == (one.starred or other.starred)
    assert joined.is_decided == (one.is_decided or other.is_decided)


@given(TRIAGES, TRIAGES)
def test_differences_make_one_of_the_other(one: Triage, other: Triage) -> None:
    for change in differences("09OSLO9001", one, other):
        assert one.value(change.aspect, change.label) == change.before
        one = one.changed(change)
    assert one == other


@given(TEXTS)
def test_an_escaped_text_is_one_line_and_comes_back(text: str) -> None:
    word, line = escaped(text, word=True), escaped(text)
    assert unescaped(word) == unescaped(line) == text
    assert (word + line).isprintable()
    assert line == line.strip()
    assert " " not in word
    assert not word.startswith("#")


@given(st.lists(TEXTS | st.text("09OSL +*-s\\u:aved", max_size=30)))
def test_no_text_makes_the_reader_of_dumps_fail(lines: list[str]) -> None:
    dump = read_dump(lines)
    assert read_dump(dump_lines(dump.cables.items(), dump.searches)) == Dump(
        dump.cables, dump.searches, (), has_head=True
    )


@given(st.sampled_from(IDS), TRIAGES)
def test_a_line_has_neither_blanks_at_its_end_nor_signs_that_cannot_be_seen(
    cable_id: str, triage: Triage
) -> None:
    line = cable_line(cable_id, triage)
    assert line.isprintable()
    assert line == line.strip()


CHANGES = st.builds(Change, st.sampled_from(Aspect), NAMES, TEXTS, TEXTS)


@given(st.lists(CHANGES, max_size=20))
def test_packed_changes_come_back(changes: list[Change]) -> None:
    assert sorted(unpack(pack(changes)), key=repr) == sorted(changes, key=repr)
