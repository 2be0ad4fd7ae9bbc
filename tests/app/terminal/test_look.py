"""The shortest codes from one look to another."""

from __future__ import annotations

import pytest

from cablereader.app.terminal.abilities import LINUX, MODERN, SCREEN, VT100, abilities
from cablereader.app.terminal.look import UNKNOWN, Look, Looks, split_codes
from cablereader.app.terminal.moves import NOWHERE, move


def change(before: str, after: str, *, resets_only: bool = False) -> str:
    looks = Looks(resets_only=resets_only)
    old, new = (looks.after(looks.plain, codes) for codes in (before, after))
    return looks.change(old, new)


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        ("31", "31", ""),
        ("31", "1;31", "\x1b[1m"),
        ("1;31", "31", "\x1b[22m"),
        ("31;44", "44", "\x1b[39m"),
        ("31;44", "32;44", "\x1b[32m"),
        ("1;4;31;44", "", "\x1b[m"),
        ("1;2", "2", "\x1b[;2m"),
        ("1;38;5;252;48;5;233", "38;5;252;48;5;233", "\x1b[22m"),
        ("38;2;1;2;3", "38;2;1;2;4", "\x1b[38;2;1;2;4m"),
        ("51", "", "\x1b[m"),
    ],
)
def test_only_what_changes_is_sent(before: str, after: str, codes: str) -> None:
    assert change(before, after) == codes


def test_a_vt100_ends_attributes_with_a_reset() -> None:
    assert change("1;31", "31", resets_only=True) == "\x1b[;31m"


def test_nothing_is_taken_for_granted_at_first() -> None:
    looks = Looks()
    assert looks.change(UNKNOWN, looks.after(looks.plain, "1;31")) == "\x1b[;1;31m"


def test_a_blank_needs_its_background_only() -> None:
    looks = Looks()
    bold, plain = (looks.after(looks.plain, codes) for codes in ("1;31;44", "36;44"))
    assert looks.for_blank(bold, plain) == bold
    underlined = looks.after(looks.plain, "4;44")
    assert looks.look_of(looks.for_blank(underlined, plain)) == Look((), "39", "44")


def test_colours_of_several_fields_are_one_code() -> None:
    codes = "1;38;5;252;48;2;1;2;3;4:3;0"
    assert list(split_codes(codes)) == ["1", "38;5;252", "48;2;1;2;3", "4:3", "0"]


@pytest.mark.parametrize(
    ("start", "goal", "way"),
    [
        ((5, 3), (5, 3), ""),
        ((5, 3), (5, 0), "\r"),
        ((5, 3), (6, 3), "\n"),
        ((5, 3), (7, 0), "\r\n\n"),
        ((5, 3), (5, 1), "\b\b"),
        ((5, 30), (5, 70), "\x1b[40C"),
        ((5, 3), (4, 3), "\x1b[A"),
        ((5, 30), (0, 0), "\x1b[H"),
        ((5, 30), (0, 2), "\x1b[;3H"),
        ((5, NOWHERE), (5, 10), "\r\x1b[10C"),
        ((NOWHERE, NOWHERE), (0, 0), "\x1b[H"),
    ],
)
def test_the_cursor_goes_the_shortest_way(
    start: tuple[int, int], goal: tuple[int, int], way: str
) -> None:
    assert move(*start, *goal) == way


@pytest.mark.parametrize(
    ("environment", "known"),
    [
        ({"TERM": "xterm-256color"}, MODERN),
        ({"TERM": "tmux-256color"}, MODERN),
        ({"TERM": "screen-256color"}, SCREEN),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, MODERN),
        ({"TERM": "xterm-256color", "STY": "1.pts-0.host"}, SCREEN),
        ({"TERM": "linux"}, LINUX),
        ({"TERM": "vt100"}, VT100),
    ],
    ids=lambda each: " ".join(each.values()) if isinstance(each, dict) else "",
)
def test_terminals_are_known_by_their_type(
    environment: dict[str, str], known: object
) -> None:
    assert abilities(environment) == known
