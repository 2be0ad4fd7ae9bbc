"""The reader, in a terminal: opening, colours, leaving, and nothing but text."""

from __future__ import annotations

from pathlib import Path

import pytest
from e2e.terminal import program

pytestmark = pytest.mark.e2e

PROCESSES = Path("/proc")


def test_opens_bookmarks_and_quits(cable: str) -> None:
    with program("open", cable) as terminal:
        terminal.wait_for("The goat, which is fiction")
        assert terminal.colour_at("The goat") != terminal.colour_at("It eats")
        terminal.press(b"jm")
        terminal.wait_for("bookmarked 07OSLO9001")
        terminal.press(b"Q")
        assert terminal.status == 0
        assert terminal.attributes == terminal.before


def test_the_menu_of_a_key_is_shown_at_once(long_cable: str) -> None:
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.press(b"z")
        terminal.wait_for("show or hide the routing list")
        terminal.press(b"r")
        terminal.wait_for("Action RUEHC")
        assert "routing list" not in terminal.screen()


def test_the_menu_of_a_key_is_not_sent_to_those_who_type_on(long_cable: str) -> None:
    with program("open", long_cable) as terminal:
        terminal.wait_for("Paragraph 1 says")
        terminal.settle()
        before = len(terminal.raw)
        terminal.press(b"zr")
        terminal.wait_for("Action RUEHC")
        terminal.settle()
        assert b"routing list" not in terminal.raw[before:]


def test_what_a_key_did_is_shown_also_when_the_keys_after_it_do_nothing(
    long_cable: str,
) -> None:
    with program("open", long_cable) as terminal:
        terminal.wait_for("para 1 of 120")
        terminal.press(b"}" + b"\x1b[200~\x1b[201~" * 400)
        terminal.wait_for("para 2 of 120")


@pytest.mark.skipif(
    not PROCESSES.joinpath("self/maps").exists(), reason="no list of mapped files here"
)
def test_the_reader_has_nothing_to_open_connections_with(cable: str) -> None:
    with program("open", cable) as terminal:
        terminal.wait_for("The goat, which is fiction")
        maps = PROCESSES / str(terminal.process.pid) / "maps"
        mapped = maps.read_text("utf-8")
        assert "python" in mapped
        assert "libssl" not in mapped
        assert "libcrypto" not in mapped
