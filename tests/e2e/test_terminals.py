"""The same screen on every terminal, at every size, with few bytes or with many."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from e2e.terminal import Terminal, program

pytestmark = pytest.mark.e2e

SMALL, MEDIUM, LARGE = (80, 24), (120, 40), (200, 60)
KEYS = [
    *("j", " ", "jjj", "}", "60G", "kkkk", "/goats\r", "n", "m", "?", "\x1b"),
    *("G", "gg"),
]
TERMS = [
    *("xterm-256color", "screen-256color", "tmux-256color"),
    *("xterm", "linux", "vt100"),
]
STEADY = 0.6
"""Seconds without output: on a busy machine a screen may come in two parts."""
PRIVATE = re.compile(rb"\x1b\[[?<=>][^@-~]*[@-~]|\x1b[\]P_^X]")
ALWAYS = {b"\x1b[?7l", b"\x1b[?7h", b"\x1b[?25l", b"\x1b[?25h"}
COLOURS = re.compile(rb"\x1b\[[\d;]*[34]\d[\d;]*m")


def walk(terminal: Terminal) -> list[object]:
    """What is seen after each of some keys."""
    seen: list[object] = []
    terminal.wait_for("Paragraph 1 says")
    terminal.settle()
    for keys in KEYS:
        terminal.press(keys.encode())
        terminal.settle(STEADY)
        seen.append(terminal.colours())
    return seen


@pytest.mark.parametrize(
    "size",
    [SMALL, *(pytest.param(size, marks=pytest.mark.slow) for size in (MEDIUM, LARGE))],
    ids=str,
)
def test_few_bytes_show_what_many_show(
    long_cable: str, size: tuple[int, int], tmp_path: Path
) -> None:
    seen, sent = [], []
    for plain in ("1", "0"):
        env = {
            "CABLEREADER_PLAIN_OUTPUT": plain,
            "XDG_DATA_HOME": str(tmp_path / plain),
        }
        with program("open", long_cable, size=size, env=env) as terminal:
            seen.append(walk(terminal))
            sent.append(len(terminal.raw))
    assert seen[0] == seen[1]
    assert sent[1] * 3 < sent[0]


@pytest.mark.parametrize("term", TERMS)
def test_every_terminal_shows_the_text(long_cable: str, term: str) -> None:
    with program("open", long_cable, env={"TERM": term}) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.press(b"60G")
        terminal.wait_for("Paragraph 60 says")
        terminal.press(b"Q")
        assert terminal.status == 0
        assert "Paragraph" not in terminal.screen() or term not in {"linux", "vt100"}


@pytest.mark.parametrize("term", ["linux", "vt100"])
def test_an_old_terminal_is_sent_only_what_it_knows(long_cable: str, term: str) -> None:
    with program("open", long_cable, env={"TERM": term}) as terminal:
        walk(terminal)
        assert set(PRIVATE.findall(terminal.raw)) <= ALWAYS
        assert term != "vt100" or not COLOURS.search(terminal.raw)


def test_lives_through_a_storm_of_sizes(long_cable: str) -> None:
    chance = random.Random(7)
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.settle()
        before = terminal.colours()
        for _ in range(60):
            terminal.resize(chance.randint(0, 220), chance.randint(0, 70))
            terminal.read(0.01)
        for size in ((1, 1), (1, 200), (0, 0), (2, 2), (300, 100), (9999, 1), SMALL):
            terminal.resize(*size)
            terminal.read(0.05)
        terminal.wait_until(lambda: terminal.colours() == before)
        terminal.press(b"\x0c")
        terminal.settle()
        assert terminal.colours() == before
        terminal.press(b"Q")
        assert terminal.status == 0


def test_what_a_smaller_size_cut_off_is_drawn_again(long_cable: str) -> None:
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.settle()
        before = terminal.colours()
        terminal.resize(40, 12)
        terminal.resize(80, 24)
        terminal.settle(0.5)
        assert terminal.colours() == before


def test_ctrl_l_repairs_what_others_wrote(long_cable: str) -> None:
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.settle()
        before = terminal.colours()
        terminal.scribble(b"\x1b[5;1H\x1b[31;42mBroadcast message\x1b[J\x1b[3;9r")
        terminal.press(b"\x0c")
        terminal.settle()
        assert terminal.colours() == before


def test_sends_nothing_while_nothing_happens(long_cable: str) -> None:
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.settle(1.0)
        sent = len(terminal.raw)
        assert not terminal.read(2.0)
        assert len(terminal.raw) == sent


@pytest.mark.parametrize("seed", range(6))
def test_lives_through_whatever_comes(long_cable: str, seed: int) -> None:
    chance = random.Random(seed)
    bytes_ = [*range(0x80, 0x100), *b"\x1b[]P_^X?;0123456789<>="]
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        for _ in range(40):
            terminal.press(bytes(chance.choices(bytes_, k=chance.randint(1, 30))))
            terminal.read(0.01)
        terminal.press(b"\x18\x1b\\")
        terminal.read_for(1.2)
        assert terminal.process.poll() is None
