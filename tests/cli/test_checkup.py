"""``cablereader check`` on the reader's own files, sound ones and damaged ones."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final

import pytest
from building import add
from generator import write_csv
from triaging import do

from cablereader.archive.dictionaries import COPIES
from cablereader.archive.importing import text_writer
from cablereader.archive.repair.examining import examine
from cablereader.archive.repair.rebuilding import rebuild
from cablereader.archive.schema import APPLICATION_ID
from cablereader.archive.store import Archive
from cablereader.archive.texts import first_row
from cablereader.cli import main
from cablereader.errors import ArchiveError, NotebookError
from cablereader.library import locations
from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.library.notebook.repair import examine_notebook, repair_notebook
from cablereader.library.notebook.schema import APPLICATION_ID as NOTEBOOK_ID
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.move import READ, STARRED, labelled, noted
from cablereader.model.query import Query
from cablereader.model.triage import UNTOUCHED, Triage
from cablereader.source.sample import read_sample, sample_folder

DAMAGES: Final[dict[str, Callable[[bytearray, Random], None]]] = {}
Damage = Callable[[bytearray, Random], None]


def damage(spoil: Damage) -> Damage:
    DAMAGES[spoil.__name__.replace("_", "-")] = spoil
    return spoil


@damage
def bits_that_flipped(content: bytearray, random: Random) -> None:
    for _ in range(random.choice((1, 5, 20))):
        content[random.randrange(100, len(content))] ^= 1 << random.randrange(8)


@damage
def an_end_that_is_missing(content: bytearray, random: Random) -> None:
    del content[random.randrange(len(content)) :]


@damage
def a_page_of_zeros(content: bytearray, random: Random) -> None:
    size = int.from_bytes(content[16:18])
    start = random.randrange(len(content) // size) * size
    content[start : start + size] = bytes(size)


@damage
def a_stretch_of_noise(content: bytearray, random: Random) -> None:
    start = random.randrange(len(content) - 500)
    content[start : start + 500] = random.randbytes(500)


@damage
def pages_in_each_others_place(content: bytearray, random: Random) -> None:
    size = int.from_bytes(content[16:18])
    one, other = (size * random.randrange(len(content) // size) for _ in "12")
    kept = content[one : one + size]
    content[one : one + size] = content[other : other + size]
    content[other : other + size] = kept


every_damage = pytest.mark.parametrize("kind", DAMAGES)


@pytest.fixture(scope="module")
def sound_archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "archive.db"
    add(path, read_sample())
    return path.read_bytes()


@pytest.fixture(scope="module")
def sound_notebook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "triage.db"
    moves = (READ, STARRED, labelled("fish"), noted("call back"))
    with TriageFile(path) as file:
        for number in range(120):
            do(file, moves[number % 4], [f"09OSLO{9000 + number}"])
    return path.read_bytes()


@pytest.fixture
def own_archive(sound_archive: bytes) -> Path:
    path = locations.archive()
    path.parent.mkdir(parents=True)
    path.write_bytes(sound_archive)
    return path


def texts(path: Path) -> dict[str, str]:
    """What can be read of an archive by looking at each cable."""
    found = {}
    try:
        with Archive(path) as archive:
            for entry in archive.each(Query()):
                try:
                    versions = archive.versions(entry.cable_id)
                except ArchiveError:
                    continue
                if versions:
                    found[entry.cable_id] = versions[0].body
    except ArchiveError:
        pass
    return found


def touched(path: Path) -> dict[str, Triage]:
    """What can be read of a notebook."""
    found: dict[str, Triage] = {}
    try:
        with TriageFile(path, to_read=True) as file:
            found.update(file.touched())
    except NotebookError:
        pass
    return {name: triage for name, triage in found.items() if triage != UNTOUCHED}


def covers(after: Triage, before: Triage) -> bool:
    return (
        (after.state, after.starred, after.note)
        == (before.state, before.starred, before.note)
    ) and set(after.labels) >= set(before.labels)


def listing(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@every_damage
def test_an_archive_keeps_all_that_can_be_read(
    tmp_path: Path, kind: str, sound_archive: bytes
) -> None:
    random = Random(kind)
    for number in range(5):
        path = tmp_path / str(number) / "archive.db"
        path.parent.mkdir()
        content = bytearray(sound_archive)
        DAMAGES[kind](content, random)
        path.write_bytes(content)
        try:
            wrong = examine(path).wrong
        except ArchiveError:
            assert listing(path.parent) == {"archive.db": bytes(content)}
            continue
        assert listing(path.parent) == {"archive.db": bytes(content)}
        readable = texts(path)
        try:
            rebuilt = rebuild(path)
        except ArchiveError:
            assert path.read_bytes() == content
            assert not readable
            continue
        assert examine(path).wrong == ()
        assert rebuilt.copy.read_bytes() == content
        after = texts(path)
        assert readable.items() <= after.items()
        assert wrong or len(after) == 20


@every_damage
def test_a_notebook_keeps_all_that_can_be_read(
    tmp_path: Path, kind: str, sound_notebook: bytes
) -> None:
    random = Random(kind)
    for number in range(25):
        path = tmp_path / str(number) / "triage.db"
        path.parent.mkdir()
        content = bytearray(sound_notebook)
        DAMAGES[kind](content, random)
        path.write_bytes(content)
        try:
            examine_notebook(path)
        except NotebookError:
            assert listing(path.parent) == {"triage.db": bytes(content)}
            continue
        assert listing(path.parent) == {"triage.db": bytes(content)}
        readable = touched(path)
        try:
            repaired = repair_notebook(path)
        except NotebookError:
            assert not readable
            assert not [*path.parent.glob("*.before-repair*")]
            continue
        assert examine_notebook(path) == ()
        assert repaired.copy.read_bytes() == content
        after = touched(path)
        assert all(covers(after[name], each) for name, each in readable.items())


COMMANDS: Final = (
    ("search", "--paragraphs", "oslo"), ("search", "is:unread"), ("browse", "tag"),
    ("search", "--sort", "relevance", "lamp"), ("search", "label:fish"), ("report",),
    ("browse", "label"), ("show", "07OSLO9012"), ("export", "oslo"), ("triage", "dump"),
    ("graph", "07OSLO9012"), ("triage", "status"), ("bookmarks", "add", "07OSLO9012:1"),
    ("doctor",),
)  # fmt: skip


@every_damage
@pytest.mark.parametrize("name", ["archive.db", "triage.db"])
@pytest.mark.parametrize(
    "count", [6, pytest.param(300, marks=pytest.mark.slow)], ids=str
)
def test_no_command_fails_on_damaged_files_without_saying_so(
    capsysbinary: pytest.CaptureFixture[bytes],
    kind: str,
    name: str,
    count: int,
    sound_archive: bytes,
    sound_notebook: bytes,
) -> None:
    random = Random(kind + name)
    folder = locations.data_directory()
    for _ in range(count):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        files = {"archive.db": sound_archive, "triage.db": sound_notebook}
        spoilt = bytearray(files[name])
        DAMAGES[kind](spoilt, random)
        for each, content in (files | {name: bytes(spoilt)}).items():
            (folder / each).write_bytes(content)
        for words in COMMANDS:
            status = main(words)
            out, err = capsysbinary.readouterr()
            assert b"a fault of the program" not in out + err, words
            assert status != 4 or words == ("doctor",) or err.startswith(b"cablereader")


def test_an_empty_file_is_told_from_a_damaged_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    locations.data_directory().mkdir(parents=True)
    locations.archive().touch()
    locations.triage().touch()
    assert main(["check", "--repair"]) == 4
    out = capsys.readouterr().out
    assert f"{locations.archive()}: is empty; fill it with `cablereader import" in out
    assert f"{locations.triage()}: 0 cables\n" in out


def test_a_fresh_machine_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert "archive.db: not there" in capsys.readouterr().out
    assert not locations.data_directory().exists()


def test_sound_files_are_well_and_nothing_is_written(
    own_archive: Path, sound_notebook: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    locations.triage().write_bytes(sound_notebook)
    before = listing(own_archive.parent)
    assert main(["check"]) == 0
    assert listing(own_archive.parent) == before
    out = capsys.readouterr().out
    assert f"{own_archive}: 20 cables\n" in out
    assert "120 cables, 119 of them not in the archive, but kept" in out


def test_a_damaged_archive_is_named_and_repaired_when_asked(
    own_archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with sqlite3.connect(own_archive) as db:
        db.execute("DELETE FROM citation")
        db.execute("INSERT INTO citation (cited, place) VALUES ('09OSLO1', 1)")
        db.execute("UPDATE cable SET derivation = 0 WHERE id = '07OSLO9012'")
        db.execute("INSERT INTO gist (gist) VALUES ('delete-all')")
    db.close()
    before = own_archive.read_bytes()
    assert main(["check"]) == 3
    out = capsys.readouterr().out
    for words in ("citations in cables", "older version", "not found by their words"):
        assert words in out
    assert "`cablereader check --repair`" in out
    assert own_archive.read_bytes() == before
    assert main(["check", "--repair"]) == 0
    assert "20 of 20 cables" in capsys.readouterr().out
    assert main(["check"]) == 0
    copy = own_archive.with_name("archive.db.before-repair")
    assert copy.read_bytes() == before


LOST: Final = {
    "a piece is gone": "DELETE FROM piece WHERE number = {row}",
    "a piece is cut off": "UPDATE piece SET bytes = x'00' WHERE number = {row}",
    "a piece is no bytes": "UPDATE piece SET bytes = 'text' WHERE number = {row}",
    "bytes that make no sense": "UPDATE piece SET bytes = zeroblob(length(bytes))"
    " WHERE number = {row}",
}


@pytest.mark.parametrize("statement", LOST.values(), ids=LOST.keys())
def test_a_cable_whose_text_is_lost_is_named_and_can_be_imported_again(
    capsys: pytest.CaptureFixture[str], own_archive: Path, statement: str
) -> None:
    with sqlite3.connect(own_archive) as db:
        (number,) = db.execute(
            "SELECT text FROM raw JOIN cable USING (place) WHERE id = '07OSLO9012'"
        ).fetchone()
        db.execute(statement.format(row=first_row(number)))
    db.close()
    capsys.readouterr()
    assert main(["check"]) == 3
    assert "texts that cannot be read: 1 (07OSLO9012)" in capsys.readouterr().out
    assert main(["check", "--repair"]) == 3
    out = capsys.readouterr().out
    assert "lost: 1 (07OSLO9012); read them again with `cablereader import PATH`" in out
    assert len(texts(own_archive)) == 19
    main(["import", str(sample_folder())])
    assert main(["check"]) == 0
    assert len(texts(own_archive)) == 20


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM raw", "UPDATE raw SET text = 99", "DELETE FROM cable"],
)
def test_a_text_that_no_list_knows_is_found_among_its_pieces(
    capsys: pytest.CaptureFixture[str], own_archive: Path, statement: str
) -> None:
    before = texts(own_archive)
    with sqlite3.connect(own_archive) as db:
        db.execute(statement)
    db.close()
    assert main(["check"]) == 3
    assert main(["check", "--repair"]) == 0
    assert main(["check"]) == 0
    assert texts(own_archive) == before
    assert len(before) == 20


@pytest.fixture
def packed_with_a_dictionary(
    own_archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A dump whose cables are in the archive, with a dictionary of their own."""
    monkeypatch.setattr(text_writer, "FEWEST", 60)
    dump = tmp_path / "cables.csv"
    write_csv(60, dump)
    assert main(["import", "--jobs", "1", str(dump)]) == 0
    return dump


@pytest.mark.parametrize("table", COPIES)
@pytest.mark.parametrize(
    "spoilt",
    [
        "substr(content, 9)",
        "substr(content, 1, 400) || zeroblob(length(content) - 400)",
    ],
    ids=["none", "another"],
)
def test_one_copy_of_a_dictionary_mends_the_other(
    capsys: pytest.CaptureFixture[str],
    own_archive: Path,
    packed_with_a_dictionary: Path,
    table: str,
    spoilt: str,
) -> None:
    before = texts(own_archive)
    with closing(sqlite3.connect(own_archive)) as db, db:
        db.execute(f"UPDATE {table} SET content = {spoilt}")
    assert texts(own_archive) == before
    capsys.readouterr()
    assert main(["check"]) == 3
    out = capsys.readouterr().out
    assert "dictionaries that are not the same in both copies: 1" in out
    assert "texts that cannot be read" not in out
    assert main(["check", "--repair"]) == 0
    assert main(["check"]) == 0
    assert texts(own_archive) == before


def test_what_was_packed_with_a_lost_dictionary_comes_back_from_the_dump(
    capsys: pytest.CaptureFixture[str],
    own_archive: Path,
    packed_with_a_dictionary: Path,
) -> None:
    before = texts(own_archive)
    with closing(sqlite3.connect(own_archive)) as db, db:
        for table in COPIES:
            db.execute(f"DELETE FROM {table}")
    capsys.readouterr()
    assert main(["check"]) == 3
    assert "texts that cannot be read: 60 (" in capsys.readouterr().out
    assert main(["check", "--repair"]) == 3
    assert "lost: 60 (" in capsys.readouterr().out
    assert len(texts(own_archive)) == 20
    assert main(["import", "--jobs", "1", str(packed_with_a_dictionary)]) == 0
    assert main(["check"]) == 0
    assert texts(own_archive) == before


def strange_files(application: int) -> dict[str, bytes]:
    header = bytearray(b"SQLite format 3\0" + bytes(84))
    header[68:72] = application.to_bytes(4)
    header[60:64] = (99).to_bytes(4)
    return {
        "text": b"not a database, and rather short",
        "newer": bytes(header),
        "foreign": b"SQLite format 3\0" + bytes(84) + b"x" * 4096,
        "zeros": bytes(100_000),
    }


@pytest.mark.parametrize(
    "kind", ["text", "newer", "foreign", "zeros", "folder", "fifo"]
)
@pytest.mark.parametrize("name", ["archive.db", "triage.db"])
def test_what_is_no_file_of_ours_is_named_and_left(
    kind: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = locations.data_directory() / name
    path.parent.mkdir(parents=True)
    application = APPLICATION_ID if name == "archive.db" else NOTEBOOK_ID
    content = strange_files(application).get(kind)
    if content is not None:
        path.write_bytes(content)
    elif kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    for words in (["check"], ["check", "--repair"]):
        assert main(words) == 4
        out, err = capsys.readouterr()
        assert out.startswith(f"{path}: ") or f"\n{path}: " in out
        assert "Traceback" not in out + err
        assert ("newer version" in out) == (kind == "newer")
    assert [each.name for each in path.parent.iterdir()] == [name]
    assert content is None or path.read_bytes() == content


@pytest.mark.parametrize("name", ["archive.db", "triage.db"])
def test_a_link_in_a_circle_is_no_file(name: str) -> None:
    path = locations.data_directory() / name
    path.parent.mkdir(parents=True)
    path.symlink_to(path)
    assert main(["check", "--repair"]) in {0, 4}
    assert path.is_symlink()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["archive.db", "triage.db", "bookmarks.yaml"])
def test_what_may_not_be_read_is_named(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = locations.data_directory() / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x")
    path.chmod(0)
    assert main(["check", "--repair"]) == 4
    assert f"{path}: permission denied" in capsys.readouterr().out


def test_bookmarks_that_lead_nowhere_are_named_and_kept(
    own_archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for ref in ("07OSLO9012:1", "07OSLO9012:2"):
        main(["bookmarks", "add", ref])
    path = locations.bookmarks()
    written = path.read_text("utf-8").replace('h: "2"', 'h: "77"')
    path.write_text(
        f"{written}---\nfoo: [\n---\nid: x\ncable: 09OSLO1\nparagraph: 3\n"
        "created: 2026-11-24T03:00:00Z\n",
        "utf-8",
    )
    before = path.read_bytes()
    capsys.readouterr()
    assert main(["check", "--repair"]) == 3
    out = capsys.readouterr().out
    lines = written.count("\n")
    assert re.search(rf"{path}:({lines + 2}|{lines + 3}): not YAML", out)
    assert f"{path}:{lines + 3}: 09OSLO1 ¶3: the archive has no such cable" in out
    assert "has another number now, 77 is its old one" in out
    assert path.read_bytes() == before


def test_a_repair_takes_superseded_bookmarks_out_and_keeps_broken_ones(
    own_archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["bookmarks", "add", "07OSLO9012:1", "--note", "one"])
    path = locations.bookmarks()
    with path.open("ab") as file:
        file.write(b"---\nfoo: [  # mine\n")
    key = BookmarkFile(path).load().bookmarks.marks[0].key
    main(["bookmarks", "edit", key, "--note", "two"])
    before = path.read_bytes()
    assert main(["check", "--repair"]) == 3
    assert b"foo: [  # mine\n" in path.read_bytes()
    assert b"note: one" not in path.read_bytes()
    assert [mark.note for mark in BookmarkFile(path).load().bookmarks.marks] == ["two"]
    assert path.with_name(f"{path.name}.before-repair").read_bytes() == before


def test_no_copy_is_ever_overwritten(own_archive: Path) -> None:
    for number in range(3):
        with sqlite3.connect(own_archive) as db:
            db.execute("UPDATE cable SET derivation = 0")
        db.close()
        assert main(["check", "--repair"]) == 0
        copies = [*own_archive.parent.glob("*.before-repair*")]
        assert len(copies) == number + 1


def test_a_notebook_that_a_session_has_open_is_left(
    sound_notebook: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = locations.triage()
    path.parent.mkdir(parents=True)
    path.write_bytes(sound_notebook)
    with TriageFile(path) as session:
        do(session, STARRED, ["09OSLO9500"])
        session.db.execute("UPDATE state SET state = 'zebra' WHERE id = '09OSLO9000'")
        assert main(["check", "--repair"]) == 4
        assert "another session has it open" in capsys.readouterr().out
        assert session.rows("SELECT count(*) FROM star") == [(31,)]
    assert not [*path.parent.glob("*.before-repair*")]
    assert main(["check", "--repair"]) in {0, 3}
    with TriageFile(path) as session:
        assert session.rows("SELECT count(*) FROM star") == [(31,)]


def test_what_a_killed_session_left_is_taken_away_when_asked(
    own_archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left = own_archive.with_name(".bookmarks.yaml.new")
    left.write_text("x", "utf-8")
    assert main(["check"]) == 3
    assert left.exists()
    assert main(["check", "--repair"]) == 0
    assert not left.exists()
    assert own_archive.exists()


def test_wrong_options_and_themes_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    locations.themes().mkdir(parents=True)
    locations.config().write_text("zebra: 3\n", "utf-8")
    theme = locations.themes() / "x.yaml"
    theme.write_text("a: [\n", "utf-8")
    assert main(["check"]) == 3
    out = capsys.readouterr().out
    assert f"{locations.config()}:1: unknown option `zebra`" in out
    assert f"{theme}:1: " in out


def test_a_file_is_not_repaired(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--repair", "x.html"]) == 2
    assert "takes no FILE" in capsys.readouterr().err
