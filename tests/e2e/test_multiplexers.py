"""Inside tmux and GNU screen: what they show is what they show of plain output."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from e2e.terminal import Terminal, program

pytestmark = pytest.mark.e2e

NAME = f"cablereader-test-{os.getpid()}"
TMUX = ("tmux", "-f", "/dev/null", "-L", NAME)
SCREEN = ("screen", "-c", "/dev/null", "-U", "-S", NAME)
KEYS = ["j", " ", "jj", "60G", "kkk", "G", "j", "gg"]
needs_tmux = pytest.mark.skipif(not shutil.which("tmux"), reason="there is no tmux")
needs_screen = pytest.mark.skipif(
    not shutil.which("screen"), reason="there is no GNU screen"
)
# The terminal around them is one of a type that has no sequences pyte lacks.
OUTSIDE = {"TERM": "screen-256color"}


@pytest.fixture
def tmux() -> Iterator[tuple[str, ...]]:
    yield (*TMUX, "set", "-g", "status", "off", ";", "new-session")
    subprocess.run([*TMUX, "kill-server"], check=False, stderr=subprocess.DEVNULL)


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    folder = tmp_path / "screens"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("SCREENDIR", str(folder))
    return (*SCREEN, "sh", "-c")


def opening(cable: str, home: Path, *, plain: bool) -> str:
    """A shell command that opens a cable with an empty notebook."""
    words = shlex.join([sys.executable, "-m", "cablereader", "open", cable])
    return f"CABLEREADER_PLAIN_OUTPUT={plain:d} XDG_DATA_HOME={home}/{plain} {words}"


def walk(command: tuple[str, ...], opening: str) -> list[object]:
    """What is seen after each of some keys."""
    seen: list[object] = []
    with program(opening, command=command, env=OUTSIDE) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.settle()
        for keys in KEYS:
            terminal.press(keys.encode())
            terminal.settle(0.4)
            seen.append(terminal.colours())
        terminal.press(b"Q")
        terminal.wait_for_exit()
    return seen


def modes() -> str:
    """Whether the pane has the other screen, the mouse and a cursor, as tmux says."""
    flags = "#{alternate_on} #{mouse_any_flag} #{cursor_flag}"
    words = [*TMUX, "display-message", "-p", flags]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


@needs_tmux
def test_tmux_shows_the_same(
    tmux: tuple[str, ...], long_cable: str, tmp_path: Path
) -> None:
    lean = walk(tmux, opening(long_cable, tmp_path, plain=False))
    assert walk(tmux, opening(long_cable, tmp_path, plain=True)) == lean


@needs_screen
def test_screen_shows_the_same(
    screen: tuple[str, ...], long_cable: str, tmp_path: Path
) -> None:
    lean = walk(screen, opening(long_cable, tmp_path, plain=False))
    assert walk(screen, opening(long_cable, tmp_path, plain=True)) == lean


@needs_tmux
@pytest.mark.parametrize("end", ["quit", "TERM", "QUIT", "HUP"])
def test_tmux_is_left_as_it_was(
    tmux: tuple[str, ...], long_cable: str, tmp_path: Path, end: str
) -> None:
    command = f"{opening(long_cable, tmp_path, plain=False)} & echo $!; fg; read never"
    shell = f"sh -mc {shlex.quote(command)}"
    with program(shell, command=tmux, env=OUTSIDE) as terminal:
        terminal.wait_for("Paragraph 1 says")
        assert modes() == "1 1 0\n"
        if end == "quit":
            terminal.press(b"Q")
        else:
            pkill(terminal, end)
        terminal.wait_until(lambda: modes() == "0 0 1\n")


def pkill(terminal: Terminal, which: str) -> None:
    """Send a signal to the program in tmux's only pane."""
    words = [*TMUX, "list-panes", "-F", "#{pane_pid}"]
    shell = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    children = Path(f"/proc/{shell.strip()}/task/{shell.strip()}/children")
    for child in children.read_text("ascii").split():
        subprocess.run(["kill", f"-{which}", child], check=True)
