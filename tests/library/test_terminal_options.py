"""How the reader draws and listens, near and far."""

from __future__ import annotations

import pytest

from cablereader.library.settings import Settings
from cablereader.library.terminal_options import TerminalOptions, terminal_options

HERE: dict[str, str] = {}
SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
NEAR = TerminalOptions(
    far=False, frames=60, escape_delay=100, mouse=True, keyboard=True
)
FAR = TerminalOptions(far=True, frames=60, escape_delay=200, mouse=False, keyboard=True)


@pytest.mark.parametrize(
    ("remote", "environment", "expected"),
    [
        ("auto", HERE, NEAR),
        ("auto", SSH, FAR),
        ("auto", {"SSH_TTY": "/dev/pts/3"}, FAR),
        ("yes", HERE, FAR),
        ("no", SSH, NEAR),
    ],
)
def test_a_line_is_far_over_ssh_or_where_the_reader_says_so(
    remote: str, environment: dict[str, str], expected: TerminalOptions
) -> None:
    assert terminal_options(Settings(remote=remote), environment) == expected


def test_each_habit_has_an_option_of_its_own() -> None:
    settings = Settings(frames="30", escape_delay="50", mouse="yes", keyboard="legacy")
    now = terminal_options(settings, SSH)
    assert now == TerminalOptions(
        far=True, frames=30, escape_delay=50, mouse=True, keyboard=False
    )
    assert now.environment() == {
        "ESCDELAY": "50",
        "TEXTUAL_FPS": "30",
        "TEXTUAL_DISABLE_KITTY_KEY": "1",
    }


@pytest.mark.parametrize(
    ("named", "delay"),
    [("25", 25), ("", 200), ("soon", 200), ("0", 200), ("-5", 200), ("9" * 9, 200)],
)
def test_what_other_programs_wait_for_an_escape_counts_if_it_makes_sense(
    named: str, delay: int
) -> None:
    assert (
        terminal_options(Settings(), {**SSH, "ESCDELAY": named}).escape_delay == delay
    )


def test_the_option_counts_more_than_the_environment() -> None:
    settings = Settings(escape_delay="70")
    assert terminal_options(settings, {"ESCDELAY": "25"}).escape_delay == 70


def test_it_says_what_is_in_force() -> None:
    assert str(FAR) == ("mouse off, 60 frames a second, Escape after 200 ms")
