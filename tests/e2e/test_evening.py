"""An evening of work, in a terminal: what was done is there after the line broke."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from e2e.terminal import Terminal, program

from cablereader.source.sample import sample_folder

pytestmark = pytest.mark.e2e


@pytest.fixture
def other_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine on which nothing was read yet."""
    with monkeypatch.context() as changed:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            changed.setenv(f"XDG_{name}_HOME", str(tmp_path / "other" / name))
        yield


def run(*args: str, typed: str = "") -> str:
    """What a command prints."""
    command = [sys.executable, "-m", "cablereader", *args]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, input=typed, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def read_on(terminal: Terminal, *keys: tuple[bytes, str]) -> None:
    """Press keys, each of them when what came of the ones before is seen."""
    for pressed, seen in keys:
        terminal.press(pressed)
        terminal.wait_for(seen)


def test_an_evening_survives_a_kill_and_moves_to_another_machine(
    home: Path, request: pytest.FixtureRequest
) -> None:
    run("import", str(sample_folder()))
    with program() as terminal:
        terminal.wait_for("all  20 cables, newest first  20 unread")
        read_on(
            terminal,
            (b"sorigin:oslo\r", "5 cables, newest first  5 unread"),
            (b"r", "marked 10OSLO9005 as read"),
            (b"j*", "starred 09OSLO9066"),
            (b"+goat\r", "labelled 09OSLO9066 goat"),
            (b"jx", "set 08OSLO9044 aside"),
            (b"\r", "para 1 of"),
            (b"}m", "bookmarked 07OSLO9012"),
            (b"}Mwho pays? +money\r", "bookmarked 07OSLO9012"),
            (b"r", "marked 07OSLO9012 as read"),
            (b"u", "taken back: marked 07OSLO9012 as read"),
        )
        terminal.kill(signal.SIGKILL)
        terminal.wait_for_exit()
    with program() as terminal:
        terminal.wait_for("all > origin:oslo  5 cables, newest first  3 unread")
        terminal.wait_for("> o 2007-03-14 07OSLO9012")
        read_on(
            terminal,
            (b"u", "taken back: bookmarked 07OSLO9012"),
            (b"U", "done again: bookmarked 07OSLO9012"),
        )
        terminal.press(b"Q")
        assert terminal.status == 0
    quoted = run("bookmarks", "export", "--format", "markdown")
    assert "who pays?" in quoted
    assert "07OSLO9012" in quoted
    bookmarks = run("bookmarks", "export", "--format", "json")
    triage = run("triage", "dump")
    assert "09OSLO9066" in triage
    request.getfixturevalue("other_home")
    assert run("triage", "dump") != triage
    run("triage", "restore", typed=triage)
    run("bookmarks", "import", "-", typed=bookmarks)
    assert run("triage", "dump") == triage
    assert run("bookmarks", "export", "--format", "json") == bookmarks
