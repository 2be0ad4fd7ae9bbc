from __future__ import annotations

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from triaging import do

from cablereader.cli import main
from cablereader.library import locations
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.move import STARRED, labelled, noted
from cablereader.model.saved_search import SavedSearch, saving
from cablereader.model.step import Aspect, Change, Step
from cablereader.source.sample import sample_folder

SAMPLE = sample_folder()
HEAD = "# cablereader triage 1: id, state, since when, *, +labels -- note\n"
DUMP = rf"""{HEAD}08LISBON9118 unread +fish +wine\sstory -- call the port back\nor write
09OSLO9012 read 2026-11-24T03:00:00Z *
86OSLO9003 aside 2026-11-20T01:00:00Z -- -- \\ \u202e\u001b[2J
saved:left l is:unread -label:fish
"""

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "dump.txt"
    path.write_text(DUMP, "utf-8")
    return path


def out(capsys: Captured, *words: object, status: int = 0, err: str = "") -> str:
    assert main(["triage", *map(str, words)]) == status
    streams = capsys.readouterr()
    assert streams.err == err
    return streams.out


def typed_in(monkeypatch: pytest.MonkeyPatch, text: bytes) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(text)))


def test_an_empty_notebook_is_a_head_and_makes_no_file(capsys: Captured) -> None:
    assert out(capsys, "dump") == HEAD
    assert "no, nothing is noted yet" in out(capsys, "status")
    assert not locations.triage().exists()


def test_what_was_dumped_is_restored_and_dumped_again(
    capsys: Captured, dump: Path
) -> None:
    assert out(capsys, "restore", dump) == (
        "restored 3 cables; `u` in the reader takes it back\n"
    )
    assert out(capsys, "dump") == DUMP
    assert out(capsys, "restore", dump) == (
        "nothing to restore: the notebook says the same\n"
    )
    assert out(capsys, "restore", dump, "--replace") == (
        "nothing to restore: the notebook says the same\n"
    )


def test_a_restore_is_one_step_back(capsys: Captured, dump: Path) -> None:
    out(capsys, "restore", dump)
    with TriageFile(locations.triage()) as file:
        assert str(file.undo()) == "taken back: restored 3 cables"
        assert not list(file.touched())
        assert not file.searches()


def test_both_notebooks_are_joined_or_one_replaces_the_other(
    capsys: Captured, dump: Path
) -> None:
    with TriageFile(locations.triage()) as file:
        do(file, labelled("port"), ["08LISBON9118"])
        do(file, noted("mine"), ["08LISBON9118"])
        do(file, STARRED, ["10PRAIA9003"])
        file.apply(saving(SavedSearch("lisbon", "id:x", "l"), ()))
    out(capsys, "restore", dump)
    joined = out(capsys, "dump")
    assert (
        r"08LISBON9118 unread +fish +port +wine\sstory -- mine\n\ncall the port back"
        in joined
    )
    assert "10PRAIA9003 unread *\n" in joined
    assert "saved:left - is:unread -label:fish\nsaved:lisbon l id:x\n" in joined
    out(capsys, "restore", dump, "--replace")
    assert out(capsys, "dump") == DUMP


def test_standard_input_is_read(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed_in(monkeypatch, DUMP.replace("\n", "\r\n").encode("utf-8-sig"))
    out(capsys, "restore", "-", "--replace")
    assert out(capsys, "dump") == DUMP


UNKNOWN = [
    ("09OSLO9012", "no state of a cable: nothing"),
    ("09OSLO9012 rad", "no state of a cable: rad"),
    ("<<<<<<< HEAD", "no state of a cable: HEAD"),
    ("09OSLO9012 read yesterday", "neither * nor +label: yesterday"),
    ("09OSLO9012 read +", "neither * nor +label: +"),
    (r"09OSLO9012 read +a\b", r"no such escape: a\b"),
    (r"09OSLO9012 read -- \ud800", r"no such escape: \ud800"),
    ("08 LISBON 9118 read", "no state of a cable: LISBON"),
    ("2008LISBON9118 read", "08LISBON9118 stands above already"),
    ("saved:right", "a saved search is `saved:NAME LETTER QUERY`, - for no letter"),
    ("saved: l x", "a saved search is `saved:NAME LETTER QUERY`, - for no letter"),
]


@pytest.mark.parametrize(("line", "reason"), UNKNOWN)
def test_a_line_that_is_none_is_named_and_the_others_are_restored(
    capsys: Captured, dump: Path, line: str, reason: str
) -> None:
    first, lisbon, _, *rest = DUMP.split("\n")
    dump.write_text("\n".join([first, lisbon, line, *rest]), "utf-8")
    said = f"cablereader: {dump}:3: {reason}; the line was left out\n"
    refused = (
        f"cablereader: {dump}: nothing was replaced, because some lines are none; put"
        " it right, or restore without --replace\n"
    )
    out(capsys, "restore", dump, "--replace", status=3, err=said + refused)
    assert not locations.triage().exists()
    out(capsys, "restore", dump, status=3, err=said)
    assert "86OSLO9003 aside" in out(capsys, "dump")


def test_bytes_that_are_no_text_cost_their_line_only(
    capsys: Captured, dump: Path
) -> None:
    dump.write_bytes(DUMP.encode() + b"09OSLO9066 read -- caf\xe9\n")
    said = f"cablereader: {dump}:6: not UTF-8; the line was left out\n"
    out(capsys, "restore", dump, status=3, err=said)
    assert out(capsys, "dump") == DUMP


def test_of_very_many_lines_some_are_named(capsys: Captured, dump: Path) -> None:
    dump.write_text("x y\n" * 1_000)
    assert main(["triage", "restore", str(dump)]) == 3
    lines = capsys.readouterr().err.split("\n")
    assert len(lines) == 22
    assert lines[-2] == f"cablereader: {dump}: 980 more lines were left out"


def test_nothing_is_replaced_by_the_end_of_a_broken_pipe(
    capsys: Captured, dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out(capsys, "restore", dump)
    typed_in(monkeypatch, b"")
    said = (
        "cablereader: -: nothing was replaced, because the first line is missing; put"
        " it right, or restore without --replace\n"
    )
    out(capsys, "restore", "--replace", status=3, err=said)
    assert out(capsys, "dump") == DUMP


def test_cables_that_the_archive_does_not_have_are_named_and_kept(
    capsys: Captured, dump: Path
) -> None:
    main(["import", str(SAMPLE / "08LISBON9118.html"), str(SAMPLE / "86OSLO9003.html")])
    capsys.readouterr()
    said = "cablereader: not in the archive, but kept: 09OSLO9012\n"
    out(capsys, "restore", dump, err=said)
    assert out(capsys, "dump") == DUMP


def test_a_status_is_a_table_or_an_object(capsys: Captured, dump: Path) -> None:
    out(capsys, "restore", dump)
    lines = out(capsys, "status").split("\n")
    assert "starred   1" in lines
    assert "labels    fish (1), wine story (1)" in lines
    assert "undo      restored 3 cables" in lines
    status = json.loads(out(capsys, "status", "--json"))
    assert status["read"] == status["aside"] == status["noted"] - 1 == 1
    assert status["searches"] == {"left": "is:unread -label:fish"}
    assert status["path"] == str(locations.triage())


def test_a_dump_says_nothing_that_a_terminal_would_obey(
    capsys: Captured, dump: Path
) -> None:
    out(capsys, "restore", dump)
    with TriageFile(locations.triage()) as file:
        change = Change(Aspect.LABEL, "09OSLO9012", "", "\x1b]52;c;x\x07\x9b")
        file.apply(Step("labelled it \x1b[2J", (change,)))
    for words in (["dump"], ["status"], ["status", "--json"]):
        assert out(capsys, *words).replace("\n", "").isprintable()


def test_words_that_make_no_sense_are_refused(capsys: Captured) -> None:
    assert main(["triage"]) == 2
    assert main(["triage", "drop"]) == 2
    assert main(["triage", "dump", "file.txt"]) == 2
    assert "file.txt: dump takes no file" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    assert main(["triage", "restore", str(path)]) == 1
    assert str(path) in capsys.readouterr().err


def test_a_notebook_that_is_none_is_left_as_it_is(capsys: Captured, dump: Path) -> None:
    path = locations.triage()
    path.parent.mkdir(parents=True)
    path.write_text("Dear diary")
    said = f"cablereader: {path}: is no notebook of this program; move it away\n"
    for words in (["dump"], ["status"], ["restore", dump]):
        out(capsys, *words, status=4, err=said)
    assert path.read_text() == "Dear diary"
