"""What goes wrong while somebody reads: a line that breaks, a disk that is full."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from e2e.terminal import Terminal, program

from cablereader.cli import main
from cablereader.library import locations
from cablereader.library.notebook.triage import TriageFile
from cablereader.source.sample import sample_folder

pytestmark = pytest.mark.e2e

FIRST = "10OSLO9005"
"""The cable at the top of the list."""


@pytest.fixture
def archive(home: Path) -> Path:
    """An archive of the sample."""
    assert main(["import", str(sample_folder())]) == 0
    return home


def test_a_note_that_was_being_typed_when_the_line_broke_is_offered(
    archive: Path,
) -> None:
    with program() as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"Mask the harbour master")
        terminal.wait_for("harbour master")
        terminal.wait_until(has_draft)
        terminal.hang_up()
        terminal.process.wait(20)
    with program() as terminal:
        terminal.wait_for("was being typed")
        terminal.press(b"M")
        terminal.wait_for("ask the harbour master")
        terminal.press(b"\r")
        terminal.settle()
        terminal.press(b"Q")
        assert terminal.status == 0
    with TriageFile(locations.triage(), to_read=True) as file:
        assert dict(file.touched())[FIRST].note == "ask the harbour master"
        assert not file.whereabouts.left_drafts()


def has_draft() -> bool:
    """Whether some of what is being typed is on the disk; looked up from outside."""
    code = (
        "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]);"
        "sys.exit(not db.execute('SELECT 1 FROM draft WHERE text LIKE ?',"
        " ('%master',)).fetchone())"
    )
    words = [sys.executable, "-c", code, str(locations.triage())]
    done = subprocess.run(words, check=False, capture_output=True)
    return done.returncode == 0


@pytest.mark.parametrize("blocks", [0, 8])
def test_on_a_full_disk_one_reads_on_and_is_told_what_is_not_saved(
    archive: Path, blocks: int
) -> None:
    start = (sys.executable, "-m", "cablereader")
    command = ("sh", "-c", f'ulimit -f {blocks}; exec "$@"', "sh", *start)
    with program(command=command, size=(120, 30)) as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"*")
        terminal.wait_for("NOT SAVED")
        terminal.press(b"j\r")
        terminal.wait_for("para 1 of")
        terminal.press(b"m")
        if not blocks:
            terminal.wait_for("NOT SAVED")
        terminal.press(b"Q")
        assert terminal.status == 0
    assert main(["check"]) in {0, 3}


def everything(terminal: Terminal) -> None:
    """Decide, note, copy, bookmark, write and export."""
    for keys, seen in (
        (b"*", "starred"),
        (b"Mwho pays?\r", "note"),
        (b"em\r", "exported"),
        (b"\rm", "bookmarked"),
        (b"wcable.md\r", "written"),
        (b"yy", "copied"),
        (b"eM\x15marks.md\r", "marks.md"),
    ):
        terminal.press(keys)
        terminal.wait_for(seen)
    terminal.settle()
    terminal.press(b"Q")
    assert terminal.status == 0


def test_whatever_is_made_is_the_readers_alone(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = tmp_path / "work"
    work.mkdir(0o700)
    monkeypatch.chdir(work)
    before = os.umask(0)
    try:
        for words in (
            ("import", str(sample_folder())),
            ("bookmarks", "add", "07OSLO9012:1"),
            ("import", "--reparse"),
            ("check", "--repair"),
        ):
            start = [sys.executable, "-m", "cablereader", *words]
            subprocess.run(start, check=True, capture_output=True)
        with program() as terminal:
            terminal.wait_for(FIRST)
            everything(terminal)
    finally:
        os.umask(before)
    made = [path for folder in (home, work) for path in folder.rglob("*")]
    names = {path.name for path in made}
    assert {"archive.db", "bookmarks.yaml", "triage.db", "cable.md", "marks.md"} < names
    for path in made:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_a_paste_without_an_end_and_a_cut_arrow_harm_nothing(archive: Path) -> None:
    with program() as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"\x1b[200~xxx\x1b[A uuu *** Q")
        terminal.read_for(1.5)
        assert terminal.process.poll() is None
        for cut in (b"\x1b", b"[", b"A"):
            terminal.press(cut)
            terminal.read_for(0.15)
        terminal.settle()
        assert terminal.process.poll() is None
        terminal.press(b"Q")
        assert terminal.status == 0
    with TriageFile(locations.triage(), to_read=True) as file:
        assert not dict(file.touched()), "what was pasted decided something"


def test_bytes_that_are_no_text_are_typed_into_a_prompt(archive: Path) -> None:
    with program() as terminal:
        terminal.wait_for(FIRST)
        terminal.press(b"M caf\xe9 \xff\xfe\x80 ol\xe9\r")
        terminal.settle()
        terminal.press(b"Q")
        assert terminal.status == 0
    with TriageFile(locations.triage(), to_read=True) as file:
        assert "caf\ufffd" in dict(file.touched())[FIRST].note


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_archive_is_no_fault_of_the_program(archive: Path, seed: int) -> None:
    random = Random(seed)
    content = bytearray(locations.archive().read_bytes())
    size = int.from_bytes(content[16:18])
    pages = [size * number for number in range(1, len(content) // size)]
    for _ in range(3):
        one, other = random.sample(pages, 2)
        kept = content[one : one + size]
        content[one : one + size] = content[other : other + size]
        content[other : other + size] = kept
    locations.archive().write_bytes(content)
    with program() as terminal:
        for keys in (
            "",
            "j",
            "\r",
            "n",
            "q",
            "gt",
            "\x1b",
            "sgoat\r",
            "gx",
            "\x1b",
            "*",
        ):
            terminal.press(keys.encode())
            terminal.settle()
        terminal.press(b"Q")
        assert terminal.status in {0, 4}
        assert b"fault of its own" not in terminal.raw
        assert terminal.status == 0 or b"is damaged" in terminal.raw
        assert terminal.attributes == terminal.before
    assert not locations.log().exists()
