"""``cablereader doctor``: what works here, and what to set where it does not."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bookmarking import bookmark

from cablereader.cli import main
from cablereader.library import locations
from cablereader.library.bookmarks.bookmark_file import BookmarkFile

needs_tmux = pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not here")
needs_screen = pytest.mark.skipif(not shutil.which("screen"), reason="no screen here")
COPY = (
    "import sys; from cablereader.library.clipboard import copy;"
    "print(copy('09OSLO9066 \\u00b65', write_terminal=sys.stdout.write), flush=True)"
)


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """An ordinary terminal."""
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("COLORTERM", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)


def found(capsys: pytest.CaptureFixture[str], status: int = 0) -> dict[str, str]:
    """By topic: the mark and all that was said."""
    assert main(["doctor"]) == status
    out, err = capsys.readouterr()
    assert err == ""
    findings: dict[str, str] = {}
    topic = ""
    for line in out.splitlines():
        if not line.startswith(" "):
            topic = line.split()[1]
        findings[topic] = f"{findings.get(topic, '')} {' '.join(line.split())}".strip()
    return findings


def test_an_ordinary_terminal_is_described(
    capsys: pytest.CaptureFixture[str],
) -> None:
    findings = found(capsys)
    assert findings["terminal"] == "ok terminal xterm-256color"
    assert findings["colours"].startswith("-- colours 256, from TERM")
    assert findings["archive"].startswith("-- archive")
    assert findings["bookmarks"].endswith(": 0 bookmarks")
    assert findings["notebook"].endswith(": not there; nothing is noted yet")
    assert "Textual" in findings["versions"]
    assert not locations.data_directory().exists()


@pytest.mark.parametrize(
    ("name", "value", "topic", "said"),
    [
        ("TERM", "dumb", "terminal", "!! terminal of type dumb"),
        ("TERM", "", "terminal", "!! terminal of type unknown"),
        ("COLORTERM", "truecolor", "colours", "ok colours 16 million"),
        ("NO_COLOR", "1", "colours", "ok colours none"),
        ("SSH_TTY", "/dev/pts/1", "line", "ok line SSH; mouse off, 60"),
        ("ESCDELAY", "25", "line", "ok line local; mouse on, 60 frames"),
        ("SSH_TTY", "/dev/pts/1", "clipboard", "-- clipboard OSC 52 to the term"),
        ("STY", "1.pts", "clipboard", "-- clipboard OSC 52 through screen"),
        ("TMUX", "/tmp/none", "clipboard", "ok clipboard tmux load-buffer -w"),
    ],
)
def test_the_environment_is_taken_into_account(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
    topic: str,
    said: str,
) -> None:
    monkeypatch.setenv(name, value)
    assert found(capsys, int(said.startswith("!!")))[topic].startswith(said)


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("screen", "-- colours 16, from TERM in ~/.screenrc: term screen-256color"),
        ("screen-256color", "ok colours 256, from TERM"),
    ],
)
def test_screen_is_not_asked_for_colours_that_it_does_not_have(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    term: str,
    said: str,
) -> None:
    monkeypatch.setenv("STY", "1.pts")
    monkeypatch.setenv("TERM", term)
    assert found(capsys)["colours"] == said


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("clipboard: none", "ok clipboard none: no clipboard is filled"),
        ("clipboard: command", "!! clipboard no command: not found"),
        (
            "clipboard: command\nclipboard_command: cat -u",
            "ok clipboard cat -u",
        ),
        ("clipboard: osc52", "-- clipboard OSC 52 to the terminal (`clipboard` says"),
    ],
)
def test_the_configured_way_of_copies_is_said(
    capsys: pytest.CaptureFixture[str], config: str, said: str
) -> None:
    locations.config().parent.mkdir(parents=True)
    locations.config().write_text(config)
    assert found(capsys, int(said.startswith("!!")))["clipboard"].startswith(said)


def test_what_is_wrong_with_files_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    BookmarkFile(locations.bookmarks()).save(bookmark(1))
    with locations.bookmarks().open("a") as file:
        file.write("---\nrubbish\n")
    locations.archive().write_text("not a database")
    locations.triage().write_text("not a database")
    locations.data_directory().chmod(0o755)
    locations.config().parent.mkdir(parents=True)
    locations.config().write_text("mesure: 80\n")
    findings = found(capsys, 1)
    assert findings["config"].startswith("!! config")
    assert "1 bookmark" in findings["bookmarks"]
    assert "not a bookmark" in findings["bookmarks"]
    assert findings["archive"].startswith("!! archive")
    assert findings["notebook"].startswith("!! notebook")
    assert "is no notebook of this program; move it away" in findings["notebook"]
    assert "chmod 700" in findings["folder"]


@pytest.fixture
def tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A tmux server of its own, and the words that talk to it."""
    monkeypatch.setenv("TMUX_TMPDIR", str(tmp_path))
    words = ["tmux", "-L", "test", "-f", os.devnull]
    yield words
    subprocess.run([*words, "kill-server"], check=False, capture_output=True)


def waited_for(path: Path) -> str:
    """The text of a file, as soon as it has one."""
    for _ in range(200):
        if path.exists() and path.read_text().endswith("\n"):
            return path.read_text()
        time.sleep(0.05)
    pytest.fail(f"{path} never came")


@pytest.mark.e2e
@needs_tmux
def test_a_copy_inside_a_real_tmux_is_in_its_buffer(
    tmux: list[str], tmp_path: Path
) -> None:
    said = tmp_path / "said"
    code = f'"{sys.executable}" -c "{COPY}" >{said}; exec sleep 60'
    subprocess.run([*tmux, "new-session", "-d", "-x80", "-y24", code], check=True)
    assert waited_for(said) == "tmux buffer + terminal\n"
    buffer = subprocess.run([*tmux, "show-buffer"], capture_output=True, check=True)
    assert buffer.stdout.decode() == "09OSLO9066 ¶5"


@pytest.mark.e2e
@needs_tmux
def test_the_doctor_sends_a_word_and_takes_it_back(
    tmux: list[str], tmp_path: Path
) -> None:
    said = tmp_path / "said"
    code = (
        f'"{sys.executable}" -m cablereader doctor --try; echo $? >{said};'
        " exec sleep 60"
    )
    subprocess.run([*tmux, "new-session", "-d", "-x120", "-y50", code], check=True)
    for _ in range(200):
        screen = subprocess.run(
            [*tmux, "capture-pane", "-p"], capture_output=True, text=True, check=True
        ).stdout
        if "press Enter" in screen:
            break
        time.sleep(0.05)
    subprocess.run([*tmux, "paste-buffer"], check=True)
    subprocess.run([*tmux, "send-keys", "Enter"], check=True)
    assert waited_for(said) == "0\n"
    screen = subprocess.run(
        [*tmux, "capture-pane", "-p"], capture_output=True, text=True, check=True
    ).stdout
    assert "try         copies arrive" in screen
    assert "tmux load-buffer -w" in screen


@pytest.mark.e2e
@needs_screen
def test_a_copy_inside_a_real_screen_reaches_the_terminal_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cablereader.library.osc52 import osc52

    monkeypatch.setenv("SCREENDIR", str(tmp_path / "screens"))
    (tmp_path / "screens").mkdir(0o700)
    child, terminal = pty.fork()
    if not child:
        words = ("screen", "-c", os.devnull, sys.executable, "-c", COPY)
        os.execvp("screen", words)
    out = b""
    try:
        while chunk := os.read(terminal, 65_536):
            out += chunk
    except OSError:  # as a terminal says that nobody is there any more
        pass
    os.waitpid(child, 0)
    assert osc52("09OSLO9066 ¶5".encode()).encode()[:-2] in out
    assert b"sent through screen" in out
