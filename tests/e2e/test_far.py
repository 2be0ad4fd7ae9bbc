"""A terminal at the end of a slow line: what changes there, and what says so."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from e2e.terminal import program

from cablereader.app.terminal.pace import WINDOW

pytestmark = pytest.mark.e2e

FAR = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
NEAR = {"SSH_CONNECTION": None, "SSH_TTY": None}
BETWEEN = 0.14
"""Seconds: longer than an Escape waits here, and shorter than over SSH."""


@pytest.mark.parametrize(
    ("env", "menu"), [(FAR, False), (NEAR, True)], ids=["far", "near"]
)
def test_an_arrow_that_arrives_in_two_pieces_is_an_arrow_over_ssh(
    long_cable: str, env: dict[str, str | None], *, menu: bool
) -> None:
    with program("open", long_cable, env=env) as terminal:
        terminal.wait_for("para 1 of 120")
        terminal.settle()
        terminal.press(b"\x1b")
        time.sleep(BETWEEN)
        terminal.press(b"[")
        terminal.settle()
        assert ("[ …" in terminal.screen()) == menu


@pytest.mark.parametrize(
    ("env", "asked"), [(FAR, False), (NEAR, True)], ids=["far", "near"]
)
def test_over_ssh_the_mouse_stays_with_the_terminal(
    long_cable: str, env: dict[str, str | None], *, asked: bool
) -> None:
    with program("open", long_cable, env=env) as terminal:
        terminal.wait_for("para 1 of 120")
        assert (b"\x1b[?1003h" in terminal.raw) == asked


def test_z_capital_m_takes_the_mouse_and_gives_it_back(long_cable: str) -> None:
    with program("open", long_cable, env=FAR) as terminal:
        terminal.wait_for("para 1 of 120")
        terminal.press(b"zM")
        terminal.wait_for_bytes(b"\x1b[?1003h")
        before = len(terminal.raw)
        terminal.press(b"zM")
        terminal.wait_until(lambda: b"\x1b[?1003l" in terminal.raw[before:])


def test_a_prompt_that_waits_sends_nothing(long_cable: str) -> None:
    with program("open", long_cable, env=FAR) as terminal:
        terminal.wait_for("para 1 of 120")
        terminal.press(b"/")
        terminal.wait_for("find:")
        terminal.settle()
        before = len(terminal.raw)
        terminal.settle(1.5)
        assert len(terminal.raw) == before


def test_the_options_are_heeded(long_cable: str, tmp_path: Path) -> None:
    config = tmp_path / "config.yaml"
    config.write_text("remote: yes\nmouse: yes\nescape_delay: 50\nkeyboard: legacy\n")
    words = ("--config", str(config), "open", long_cable)
    with program(*words, env=NEAR) as terminal:
        terminal.wait_for("para 1 of 120")
        assert b"\x1b[?1003h" in terminal.raw
        assert b"\x1b[>" not in terminal.raw
        terminal.press(b"\x1b")
        time.sleep(BETWEEN)
        terminal.press(b"[")
        terminal.wait_for("[ …")


def test_a_terminal_that_is_slow_is_sent_no_pictures_of_keys_long_released(
    long_cable: str,
) -> None:
    with program("open", long_cable, env=FAR, size=(200, 60)) as terminal:
        terminal.answers = True
        terminal.wait_for("para 1 of 120")
        terminal.press(b" zb")
        terminal.settle()
        before = len(terminal.raw)
        for _ in range(60):
            terminal.press(b"j")
            time.sleep(0.03)
        terminal.answers = False
        terminal.settle()
        assert len(terminal.raw) - before < WINDOW + 1000
        unseen = terminal.screen()
        terminal.answers = True
        terminal.press(b"\x1b[0n")
        terminal.settle()
        assert terminal.screen() != unseen


def test_no_answer_is_left_for_the_shell(long_cable: str) -> None:
    with program("open", long_cable, env=FAR, size=(200, 60)) as terminal:
        terminal.answers = True
        terminal.wait_for("para 1 of 120")
        terminal.settle()
        terminal.press(b"G")
        time.sleep(0.3)
        terminal.press(b"Q")
        time.sleep(0.3)
        assert terminal.status == 0
        terminal.settle()
        assert b"^[[" not in terminal.raw


def test_who_leaves_a_slow_terminal_is_asked_nothing_more(long_cable: str) -> None:
    with program("open", long_cable, env=NEAR, size=(200, 60)) as terminal:
        terminal.answers = True
        terminal.wait_for("para 1 of 120")
        terminal.settle()
        terminal.answers = False
        for keys in (b"G", b"gg", b"Q"):  # the picture of gg waits for the answer
            terminal.press(keys)
            terminal.settle(0.4)
        terminal.answers = True
        terminal.press(b"\x1b[0n")
        assert terminal.status == 0
        terminal.settle()
        assert b"^[[" not in terminal.raw


def test_no_answer_is_left_by_who_leaves_before_the_first_picture(
    long_cable: str,
) -> None:
    with program("open", long_cable, env=FAR, size=(200, 60)) as terminal:
        terminal.wait_for_bytes(b"\x1b[?69$p")
        terminal.press(b"Q")
        time.sleep(1)
        terminal.press(b"\x1b[?69;2$y\x1b[0n")
        assert terminal.status == 0
        terminal.settle()
        assert b"^[[" not in terminal.raw


@pytest.mark.parametrize(
    ("answer", "used"),
    [(b"\x1b[?69;2$y", True), (b"\x1b[?69;4$y", False)],
    ids=["has-margins", "never-has"],
)
def test_panes_beside_stand_still_where_the_terminal_says_that_it_can(
    answer: bytes, *, used: bool
) -> None:
    with program(env=FAR, size=(200, 60)) as terminal:
        terminal.wait_for_bytes(b"\x1b[?69$p")
        terminal.wait_for("HOW WE GOT HERE")
        terminal.press(answer)
        terminal.press(b"\r")
        terminal.settle()
        terminal.press(b" zb")
        terminal.settle()
        before = len(terminal.raw)
        terminal.press(b"jj")
        terminal.settle()
        assert (b"\x1b[?69h" in terminal.raw[before:]) == used
