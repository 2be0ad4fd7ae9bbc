"""What comes from a terminal: answers are no keys, and keys keep their order."""

from __future__ import annotations

import pytest
from e2e.terminal import program

pytestmark = pytest.mark.e2e

BEGINS, ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
IDENTITY = b"\x1bP>|tmux 3.3a QQ\x1b\\\x1b[?62;22c\x1b]11;rgb:0000/0000/0000\x07\x1b[0n"


def test_whole_screens_are_synchronised_updates(long_cable: str) -> None:
    with program("open", long_cable, size=(200, 60)) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.wait_for_bytes(b"\x1b[?2026$p")
        terminal.press(b"\x1b[?2026;2$y")
        terminal.settle()
        sent = len(terminal.raw)
        terminal.press(b"60G")
        terminal.wait_for("Paragraph 60 says")
        terminal.settle()
        updates = bytes(terminal.raw[sent:])
        assert updates.count(BEGINS) == updates.count(ENDS) > 0
        sent = len(terminal.raw)
        terminal.press(b"j")
        terminal.settle()
        assert BEGINS not in terminal.raw[sent:], "few bytes arrive together anyway"


def test_sizes_that_a_terminal_reports_are_taken(long_cable: str) -> None:
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.press(b"\x1b[?2048;2$y")
        terminal.wait_for_bytes(b"\x1b[?2048h")
        terminal.display.resize(30, 100)
        terminal.press(b"\x1b[48;30;100;600;1000t")
        terminal.wait_until(lambda: terminal.screen().split("\n")[29] != "")
        assert "Paragraph 1 says" in terminal.screen()


def test_an_identity_is_no_key(long_cable: str) -> None:
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.settle()
        before = terminal.colours()
        for byte in IDENTITY:
            terminal.press(bytes([byte]))
            terminal.read(0.005)
        terminal.settle()
        assert terminal.colours() == before
        assert terminal.process.poll() is None


def test_the_terminal_is_lent_and_taken_back(long_cable: str) -> None:
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.settle()
        before = terminal.colours()
        terminal.press(b"P")
        terminal.wait_for("Enter goes back")
        assert terminal.attributes == terminal.before
        terminal.press(b"\r")
        terminal.wait_for("Paragraph 1 says")
        terminal.settle()
        assert terminal.colours()[:-3] == before[:-3]
        terminal.press(b"Q")
        assert terminal.status == 0


def test_keys_that_come_at_once_go_to_the_prompt_that_the_first_opens(
    long_cable: str,
) -> None:
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.press(b"/goats\r")
        terminal.wait_for("hit 2/121")
        terminal.press(b"60Gmgg:theme paper\r")
        terminal.wait_for("para 1 of 120")
        terminal.settle()
        assert terminal.display.buffer[10][40].bg != "101214"
        terminal.press(b"Q")
        assert terminal.status == 0
