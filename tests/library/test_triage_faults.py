"""Notebooks in a bad way, and disks that fail: nothing is lost, and it is said."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import pytest
from triaging import IDS, all_of, do

from cablereader.errors import NotebookError
from cablereader.library import locations
from cablereader.library.notebook import connection
from cablereader.library.notebook.draft import left_drafts
from cablereader.library.notebook.notebook_file import NotebookFile
from cablereader.library.notebook.triage import TriageFile, open_notebook
from cablereader.model.move import ASIDE, READ, STARRED, labelled, noted
from cablereader.model.position import Position
from cablereader.model.step import Aspect, Change, Step

OSLO, PRAIA = "09OSLO9012", "10PRAIA9003"
NOBODY = 65534
MOST_CALLS = 20_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "triage.db"
    with TriageFile(path) as file:
        do(file, READ, IDS)
        do(file, noted("call back"), IDS[:2])
    return path


@contextmanager
def nobody() -> Iterator[Path]:
    """A folder of somebody else's, whose files can only be read."""
    folder = Path(tempfile.mkdtemp())
    try:
        yield folder
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)


def become_reader(folder: Path) -> None:
    for each in folder.iterdir():
        each.chmod(0o444)
    folder.chmod(0o555)
    if os.getuid() == 0:
        os.seteuid(NOBODY)


def complaint(act: Callable[[], object]) -> str:
    """What was said about something; nothing where it was done."""
    try:
        act()
    except NotebookError as error:
        return str(error)
    return ""


class Patience:
    """Lets SQLite do a number of instructions, and then ends what it is doing."""

    def __init__(self, most: int) -> None:
        self.left = most

    def __call__(self) -> bool:
        self.left -= 1
        return self.left == -1


def bulk(file: TriageFile) -> object:
    return file.apply(ASIDE.step(file.of(IDS)))


@pytest.mark.parametrize("act", [bulk, TriageFile.undo], ids=["apply", "undo"])
def test_a_change_that_is_cut_short_anywhere_changes_nothing(
    path: Path, act: Callable[[TriageFile], object]
) -> None:
    with TriageFile(path) as file:
        before = all_of(file), file.undoable()
        for number in range(1, MOST_CALLS):
            file.db.set_progress_handler(Patience(number), 1)
            said = complaint(lambda: act(file))
            file.db.set_progress_handler(None, 0)
            if all_of(file) != before[0]:
                break
            assert file.undoable() == before[1]
            assert said == f"{path}: given up; try again"
        else:
            pytest.fail("it never came to an end")
        assert len({triage.state for triage in all_of(file).values()}) == 1
        assert file.undoable() != before[1]
        assert number > 100


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_on_a_disk_that_is_full_nothing_changes_until_there_is_room(path: Path) -> None:
    note = noted("x" * 40_000)
    with TriageFile(path) as file:
        before = all_of(file)
        step = note.step(file.of(IDS))
        for size in range(0, 1_000_000, 4_099):
            with files_no_longer_than(size):
                said = complaint(lambda: file.apply(step))
            if not said:
                break
            assert said.startswith(f"{path}: the disk ")
            assert "make room" in said
            assert all_of(file) == before
        else:
            pytest.fail("there was never room enough")
        assert size
        assert all(triage.note for triage in all_of(file).values())
    with TriageFile(path) as file:
        assert all(triage.note for triage in all_of(file).values())
        assert file.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_note_that_is_no_text_is_refused_and_the_rest_goes_on(path: Path) -> None:
    with TriageFile(path) as file:
        before = all_of(file)
        with pytest.raises(NotebookError, match="a character that is none"):
            do(file, noted("half of \ud83d"), [OSLO])
        assert all_of(file) == before
        do(file, STARRED, [OSLO])


def foreign(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE recipe (name TEXT)")
    db.commit()
    db.close()


def claimed(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA application_id = 4711")
    db.close()


def newer(path: Path) -> None:
    other = path.with_name("of-another-machine.db")
    TriageFile(other).close()
    db = sqlite3.connect(other)
    db.execute("PRAGMA user_version = 99")
    db.close()
    shutil.copy(other, path)


def text(path: Path) -> None:
    path.write_text("Dear diary, " * 1_000)


def short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\0" * 50)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (foreign, "is no notebook of this program; move it away"),
        (claimed, "is no notebook of this program; move it away"),
        (text, "is no notebook of this program; move it away"),
        (short, "is no notebook of this program; move it away"),
        (newer, "made by a newer version of this program (tables 99, known 1)"),
    ],
)
def test_what_is_not_ours_is_named_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], None], reason: str
) -> None:
    path = tmp_path / "triage.db"
    make(path)
    before = path.read_bytes()
    for to_read in (False, True):
        with pytest.raises(NotebookError) as raised:
            TriageFile(path, to_read=to_read)
        assert str(raised.value).startswith(f"{path}: ")
        assert reason in str(raised.value)
    assert path.read_bytes() == before
    assert list(tmp_path.glob("triage*")) == [path]


def test_a_session_begins_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    text(path)
    with open_notebook(path) as file:
        assert file.read_only == f"{path}: is no notebook of this program; move it away"
        assert not all_of(file)
        with pytest.raises(NotebookError, match="move it away; not saved"):
            do(file, STARRED, [OSLO])
    with open_notebook(tmp_path / "new.db") as file:
        assert not file.read_only


@pytest.mark.parametrize(
    ("statement", "ask"),
    [
        ("INSERT INTO star (id) VALUES (x'41')", all_of),
        ("INSERT INTO label (id, name) VALUES ('a', x'41')", TriageFile.labels),
        ("INSERT INTO search VALUES ('a', 'b', x'41')", TriageFile.searches),
        (
            "INSERT INTO draft (owner, of, text) VALUES (x'41', 'a', 'b')",
            lambda file: left_drafts(file.db, file.path),
        ),
    ],
    ids=["id", "label", "search", "draft"],
)
def test_a_text_that_is_none_is_damage(
    path: Path, statement: str, ask: Callable[[TriageFile], object]
) -> None:
    with TriageFile(path) as file:
        file.db.execute(statement)
        with pytest.raises(NotebookError, match="is damaged"):
            ask(file)


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe):
        with pytest.raises(NotebookError, match="not a file; move it away"):
            TriageFile(path)


def test_an_empty_file_is_a_new_notebook(tmp_path: Path) -> None:
    path = tmp_path / "triage.db"
    path.touch()
    with TriageFile(path, to_read=True) as file:
        assert not all_of(file)
    with TriageFile(path) as file:
        do(file, STARRED, [OSLO])


@pytest.mark.parametrize(
    "count", [150, pytest.param(5_000, marks=pytest.mark.slow)], ids=str
)
def test_damage_anywhere_is_no_crash(path: Path, tmp_path: Path, count: int) -> None:
    with TriageFile(path) as file:
        file.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = path.read_bytes()
    random = Random(count)
    for number in range(count):
        spoilt = tmp_path / f"{number}.db"
        content = bytearray(whole)
        if random.random() < 0.2:
            content = content[: random.randrange(len(content))]
        for _ in range(random.randrange(1, 8)):
            if content:
                content[random.randrange(len(content))] = random.randrange(256)
        spoilt.write_bytes(content)
        with suppress(NotebookError), TriageFile(spoilt) as file:
            all_of(file)
            do(file, STARRED, IDS)
            file.undo()
            file.undo()


def test_a_notebook_that_can_only_be_read_is_read(path: Path) -> None:
    with nobody() as folder:
        copy = Path(shutil.copy(path, folder))
        with TriageFile(path) as file:
            known = all_of(file)
        become_reader(folder)
        with TriageFile(copy) as file:
            assert all_of(file) == known
            assert (
                file.read_only == f"{copy}: can't be written here; nothing can be saved"
            )
            with pytest.raises(NotebookError, match="not saved"):
                do(file, STARRED, [OSLO])
            file.whereabouts.keep_position(OSLO, Position("1"))
            assert file.whereabouts.position_of(OSLO) is None
            assert file.undoable()


def test_a_home_in_which_nothing_can_be_made_has_an_empty_notebook(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, "")
    monkeypatch.setattr(Path, "home", lambda: Path("~"))
    path = locations.HOMELESS / "triage.db"
    with TriageFile(path) as file:
        assert file.read_only
        assert str(path) in file.read_only
        assert not all_of(file)
        with pytest.raises(NotebookError, match="not saved"):
            do(file, STARRED, [OSLO])


def test_a_notebook_that_another_session_holds_is_waited_for_and_then_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.05)
    with TriageFile(path) as one, TriageFile(path) as other:
        other.db.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotebookError, match="another session is writing to it"):
            do(one, STARRED, [OSLO])
        other.db.execute("COMMIT")
        do(one, STARRED, [OSLO])


@pytest.mark.parametrize("name", ["a?b", "100%", "a#b", "a b", "é"])
def test_any_name_of_a_folder_is_the_right_one(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / "triage.db"
    with TriageFile(path) as file:
        do(file, STARRED, [OSLO])
    with TriageFile(path, to_read=True) as file:
        assert all_of(file)[OSLO].starred
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == [name]


def test_only_its_owner_can_read_it_or_anything_beside_it(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        path = tmp_path / "data" / "cables" / "triage.db"
        with TriageFile(path) as file:
            do(file, STARRED, [OSLO])
            files = [path, *path.parent.glob("triage.db-*")]
            assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o600}
            assert len(files) == 3
        for folder in (path.parent, path.parent.parent):
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    finally:
        os.umask(old)


def test_a_link_is_followed_and_stays(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "home" / "triage.db"
    link.symlink_to(path)
    with TriageFile(link) as file:
        do(file, STARRED, [OSLO])
    assert link.is_symlink()
    with TriageFile(path) as file:
        assert file.of([OSLO])[OSLO].starred


def test_a_link_in_a_circle_is_named(tmp_path: Path) -> None:
    link = tmp_path / "triage.db"
    link.symlink_to(link)
    with pytest.raises(NotebookError, match=str(link)):
        TriageFile(link)


def test_on_a_network_disk_no_file_is_shared_by_memory(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "is_on_network", lambda _: True)
    for each in (path, tmp_path / "new.db"):
        with TriageFile(each) as file:
            do(file, STARRED, [OSLO])
            assert file.rows("PRAGMA journal_mode") == [("delete",)]
            assert file.rows("PRAGMA synchronous") == [(3,)]
    assert not list(tmp_path.glob("*-shm"))


def test_where_only_reading_was_asked_for_nothing_is_made(tmp_path: Path) -> None:
    with TriageFile(tmp_path / "no" / "triage.db", to_read=True) as file:
        assert not all_of(file)
    assert not (tmp_path / "no").exists()


def test_every_step_waits_for_the_disk_and_a_position_does_not(path: Path) -> None:
    with NotebookFile(path) as file:
        assert file.rows("PRAGMA synchronous") == [(3,)]
        file.note(("DELETE FROM jump", [()]))
        assert file.rows("PRAGMA synchronous") == [(3,)]


def test_a_bookmark_that_nobody_keeps_cannot_be_changed(path: Path) -> None:
    with TriageFile(path) as file:
        step = Step("bookmarked", (Change(Aspect.BOOKMARK, "01", "", "---\n"),))
        with pytest.raises(NotebookError, match="bookmarks can't be changed here"):
            file.apply(step)
        assert file.undoable() == "wrote a note on 2 cables"


def test_an_odd_name_of_a_label_does_no_harm(path: Path) -> None:
    with TriageFile(path) as file:
        for name in ("'; DROP TABLE label; --", "%", "\0", "\x1b[31m"):
            do(file, labelled(name), [OSLO])
        assert len(file.of([OSLO])[OSLO].labels) == 4
        for _ in range(4):
            file.undo()
        assert not file.labels()
