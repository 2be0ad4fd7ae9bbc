"""Hostile cables in the archive, and a hostile notebook: every command of the list.

What is in a document, a label, a note, a query or a name of a file reaches each screen
of the program once; only text and our own codes may leave it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from documents import page
from e2e.terminal import Terminal, program
from e2e.test_hostile_text import EVERYTHING, PAYLOADS, harmful
from triaging import do

from cablereader.app.commands import COMMANDS
from cablereader.library import locations
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.move import labelled, noted
from cablereader.model.saved_search import SavedSearch, saving
from cablereader.present.visible import visible

pytestmark = pytest.mark.e2e

ENDING = {"app.quit", "app.back", "app.suspend", "app.interrupt"}
"""What leads out of the program."""
LENT = {"open.editor", "out.pipe", "view.plain"}
"""What lends the terminal to another program."""
NAMED = {
    "enter": b"\r",
    "tab": b"\t",
    "space": b" ",
    "left": b"\x1b[D",
    "f1": b"\x1bOP",
}
COPIED = re.compile(rb"\x1b\]52;c;([^\x1b]*)\x1b\\")
CLEAN = re.sub(r"[\x00-\x1f]", " ", EVERYTHING)
"""As a reader would type it."""


def typed(keys: str) -> bytes:
    """The bytes of a key of the key map."""
    sent = b""
    for key in keys.split(" "):
        if key.startswith("ctrl+"):
            sent += bytes([ord(key[-1]) & 0x1F])
        else:
            sent += NAMED.get(key, b"" if len(key) > 1 else key.encode())
    return sent


SEQUENCES = sorted(
    {
        (sequence, command.id)
        for command in COMMANDS
        for sequence in command.keys[:1]
        if command.id not in ENDING | LENT and typed(sequence)
    }
)


@pytest.fixture
def hostile(tmp_path: Path) -> None:
    """An archive of hostile cables, and decisions with hostile words."""
    folder = tmp_path / "a\x1b[2J\u202eb[@click=app.quit]"
    folder.mkdir()
    for number, payload in enumerate([*PAYLOADS.values(), EVERYTHING], 9001):
        tags = f"PREL, {payload}" if number % 2 else "PREL, NO"
        body = (
            f"C O N F I D E N T I A L {payload} OSLO 00{number}\n\n"
            f"E.O. 12958: DECL: {payload}\nTAGS: {tags}\nSUBJECT: A {payload} GOAT\n\n"
            f"REF: A. OSLO 9001\n     B. {payload}\n\nClassified By: {payload}\n\n"
            f"1. (C/{payload}) First. {payload} (ref A)\n\n--------\n{payload}\n------"
            f"--\n\n2. (U) {payload}\n\nHOLLOWAY"
        )
        header = f"VZCZC\nFM {payload}\nTO RUEHC/{payload} PRIORITY 1\nINFO {payload}"
        text = page(
            body,
            header,
            cable_id=f"07OSLO{number}",
            title=f"A {payload} GOAT",
            articles=(f"paper.org/{payload}",),
        )
        path = folder / f"{number}.html"
        path.write_text(text, "utf-8", errors="surrogatepass")
    words = [sys.executable, "-m", "cablereader", "import", str(folder)]
    done = subprocess.run(words, capture_output=True, check=False)
    assert b"21 new" in done.stdout, done
    with TriageFile(locations.triage()) as file:
        for move in (labelled(EVERYTHING), noted(EVERYTHING)):
            do(file, move, ["07OSLO9021", "07OSLO9020"])
        search = SavedSearch(EVERYTHING, "goat", "b")
        file.apply(saving(search, file.searches()))


def let_out(terminal: Terminal) -> list[object]:
    """All that was sent and is neither text nor ours: of copies, what is in them."""
    copied = {b64decode(each).decode() for each in COPIED.findall(bytes(terminal.raw))}
    odd = [text for text in copied if visible(text) != text or text == "owned"]
    return odd + [each for each in harmful(terminal) if not is_copy(each)]


def is_copy(sent: object) -> bool:
    return isinstance(sent, bytes) and bool(COPIED.fullmatch(sent))


def walk(terminal: Terminal) -> Iterator[str]:
    """Press the keys of every command, and leave what it opened."""
    for sequence, command in SEQUENCES:
        terminal.press(typed(sequence))
        terminal.settle(0.05)
        yield command
        terminal.press(b"\x1b")
        terminal.settle(0.05)
        terminal.press(b"\x1b")
        terminal.settle(0.02)


@pytest.mark.parametrize(
    "size",
    [(80, 24), pytest.param((200, 50), marks=pytest.mark.slow)],
    ids=["small", "wide"],
)
@pytest.mark.parametrize("screen", ["list", "reader"])
def test_no_screen_lets_out_what_a_document_or_a_decision_says(
    hostile: None, size: tuple[int, int], screen: str
) -> None:
    with program(size=size) as terminal:
        terminal.wait_for("07OSLO9021")
        if screen == "reader":
            terminal.press(b"\r")
            terminal.wait_for("First.")
        for command in walk(terminal):
            assert terminal.process.poll() is None, command
            assert let_out(terminal) == [], command
        terminal.press(f"s{CLEAN}\r".encode())
        terminal.settle()
        terminal.press(b"Q")
        assert terminal.status == 0
        assert let_out(terminal) == []


@pytest.mark.parametrize("screen", ["list", "reader"])
def test_a_click_on_any_cell_does_nothing_but_move(hostile: None, screen: str) -> None:
    with program(size=(100, 30)) as terminal:
        terminal.wait_for("07OSLO9021")
        if screen == "reader":
            terminal.press(b"\r")
            terminal.wait_for("First.")
        before = set(Path.cwd().iterdir())
        for row in range(1, 31):
            for column in range(1, 101, 3):
                at = f"{column};{row}"
                terminal.press(f"\x1b[<0;{at}M\x1b[<0;{at}m".encode())
            terminal.settle(0.02)
        assert terminal.process.poll() is None
        assert let_out(terminal) == []
        terminal.press(b"\x1b\x1bQ")
        assert terminal.status == 0
    assert set(Path.cwd().iterdir()) == before
