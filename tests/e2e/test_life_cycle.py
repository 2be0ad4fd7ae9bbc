"""How the program ends: when it is told to, when its terminal goes, or stands still."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable

import pytest
from e2e.terminal import Terminal, program

pytestmark = pytest.mark.e2e

AT_ONCE = 5.0
"""Seconds; what takes half a second takes longer on a machine that is busy."""
LARGE = (200, 60)
DEADLY = [signal.SIGTERM, signal.SIGQUIT, signal.SIGHUP]


def idle(terminal: Terminal) -> None:
    terminal.settle()


def drawing(terminal: Terminal) -> None:
    terminal.press(b"jjjjj jjjjj GggG jjj")


def in_modal(terminal: Terminal) -> None:
    terminal.press(b"?")
    terminal.settle()


def stalled(terminal: Terminal) -> None:
    """The terminal does not read, and its buffer is full."""
    for _ in range(100):
        for key in (b"G", b"gg"):
            terminal.press(key)
            time.sleep(0.05)
        if not terminal.is_taking():
            return
    raise AssertionError("the terminal's buffer never fills")


READING = [idle, drawing, in_modal]


@pytest.mark.parametrize("which", DEADLY, ids=lambda which: which.name)
@pytest.mark.parametrize("state", READING, ids=lambda state: state.__name__)
def test_a_signal_ends_it_and_the_terminal_is_as_before(
    long_cable: str, which: signal.Signals, state: Callable[[Terminal], None]
) -> None:
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        state(terminal)
        terminal.kill(which)
        assert terminal.wait_for_exit(AT_ONCE) == 128 + which
        assert terminal.attributes == terminal.before
        for switched_off in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1003l", b"\x1b[<u"):
            assert switched_off in terminal.raw


@pytest.mark.parametrize("which", DEADLY, ids=lambda which: which.name)
def test_a_signal_ends_it_while_the_terminal_stands_still(
    long_cable: str, which: signal.Signals
) -> None:
    with program("open", long_cable, size=LARGE) as terminal:
        terminal.wait_for("Paragraph 1 says")
        stalled(terminal)
        terminal.kill(which)
        assert terminal.process.wait(AT_ONCE) == 128 + which
        assert terminal.attributes == terminal.before


def test_it_can_be_quit_while_the_terminal_stands_still(long_cable: str) -> None:
    with program("open", long_cable, size=LARGE) as terminal:
        terminal.wait_for("Paragraph 1 says")
        stalled(terminal)
        terminal.press(b"Q")
        assert terminal.process.wait(AT_ONCE) == 0


def test_shows_the_last_screen_when_the_terminal_goes_on(long_cable: str) -> None:
    with program("open", long_cable, size=LARGE) as terminal:
        terminal.wait_for("Paragraph 1 says")
        stalled(terminal)
        terminal.press(b"gg60G")
        terminal.wait_for("para 60 of 120")
        terminal.settle()
        assert "Paragraph 60 says" in terminal.screen()


@pytest.mark.parametrize("shell", ["", "trap '' HUP; "], ids=["as-usual", "nohup"])
def test_it_ends_when_its_terminal_goes(long_cable: str, shell: str) -> None:
    start = (sys.executable, "-m", "cablereader")
    command = ("sh", "-c", f'{shell}exec "$@"', "sh", *start)
    with program("open", long_cable, command=command) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.hang_up()
        assert terminal.process.wait(AT_ONCE) == 128 + signal.SIGHUP


def test_stops_and_goes_on(long_cable: str) -> None:
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.press(b"j\x1a")
        terminal.wait_until(terminal.is_stopped)
        terminal.settle()  # it stops when all is sent, not when all was read
        assert terminal.attributes == terminal.before
        assert terminal.raw.rstrip().endswith(b"\x1b[?1004l")
        terminal.resize(100, 30)
        terminal.display.reset()
        terminal.kill(signal.SIGCONT)
        terminal.wait_for("Paragraph 1 says")
        terminal.press(b"Q")
        assert terminal.status == 0


def test_goes_on_with_the_screen_that_it_stopped_with() -> None:
    with program() as terminal:
        terminal.wait_for("? all keys")
        terminal.press(b"j")
        terminal.wait_for(" 2/20")
        terminal.settle()
        before = terminal.screen()
        terminal.press(b"\x1a")
        terminal.wait_until(terminal.is_stopped)
        terminal.settle()
        terminal.display.reset()
        terminal.kill(signal.SIGCONT)
        terminal.wait_for(" 2/20")
        terminal.settle()
        assert terminal.screen() == before


def test_goes_on_after_a_stop_that_nobody_told_of(long_cable: str) -> None:
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.settle()
        terminal.kill(signal.SIGSTOP)
        terminal.wait_until(terminal.is_stopped)
        terminal.display.reset()
        terminal.kill(signal.SIGCONT)
        terminal.wait_for("Paragraph 1 says")
        terminal.press(b"60G")
        terminal.wait_for("Paragraph 60 says")
        terminal.press(b"Q")
        assert terminal.status == 0
        assert terminal.attributes == terminal.before


def test_a_signal_ends_it_while_it_is_stopped(long_cable: str) -> None:
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.press(b"\x1a")
        terminal.wait_until(terminal.is_stopped)
        terminal.kill(signal.SIGTERM)
        terminal.kill(signal.SIGCONT)
        assert terminal.wait_for_exit(AT_ONCE) == 128 + signal.SIGTERM
