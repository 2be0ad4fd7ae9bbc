"""Options of ``config.yaml`` that change what the screen shows or what keys do."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from reading import press, settled, shown, state_of

from cablereader.app.app import CableReader
from cablereader.app.command import Context
from cablereader.app.commands import COMMANDS
from cablereader.app.library_screen import LibraryScreen
from cablereader.app.panes.list_pane import ListPane
from cablereader.app.state.own_keys import key_problems, keymap_on
from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.library.option import OPTIONS
from cablereader.library.session import Session
from cablereader.library.settings import read_settings
from cablereader.model.frozen import replace
from cablereader.model.query import Match

README = Path(__file__).parent.parent.parent / "README.md"


def list_of(app: CableReader) -> ListPane:
    screen = app.screen
    assert isinstance(screen, LibraryScreen)
    return screen.listing


def with_options(session: Session, text: str) -> Session:
    """The session as with a ``config.yaml``."""
    loaded = read_settings(text, Path("config.yaml"))
    assert not loaded.problems
    return replace(session, settings=loaded.settings)


@pytest.mark.parametrize(
    "keys",
    [
        "",
        "m y",
        "g",
        "?",
        "m '",
        "g O",
        "f",
        "enter",
        "z k",
        ":",
        "/ t o w e r enter m",
        "z r",
        "i",
        "z ?",
        "y y",
        "z m",
        "ctrl+p",
    ],
)
@pytest.mark.parametrize("size", [(40, 12), (120, 40)], ids=["40x12", "120x40"])
async def test_with_plain_symbols_the_reader_is_drawn_in_ascii(
    session: Session, size: tuple[int, int], keys: str
) -> None:
    app = CableReader(with_options(session, "symbols: ascii\nclipboard: none\n"))
    async with app.run_test(size=size) as pilot:
        await press(pilot, *keys.split())
        assert [each for each in shown(app) if not each.isascii()] == []


@pytest.mark.parametrize("keys", ["", "g", "g t", "g R", "x", "enter", "g x", "g m"])
@pytest.mark.parametrize("size", [(80, 24), (200, 60)], ids=["80x24", "200x60"])
async def test_with_plain_symbols_the_list_is_drawn_in_ascii(
    session: Session, archive: Archive, size: tuple[int, int], keys: str
) -> None:
    plain = with_options(session, "symbols: ascii\n")
    app = CableReader(plain, partial(LibraryScreen, archive=archive))
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await press(pilot, *keys.split())
        await settled(app, pilot)
        assert [each for each in shown(app) if not each.isascii()] == []


async def test_users_of_less_have_u_for_half_a_page(session: Session) -> None:
    app = CableReader(with_options(session, "compat: less\n"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G")
        last = state_of(app).cursor
        await press(pilot, "u")
        assert state_of(app).cursor < last
        hints = "\n".join(shown(app).splitlines()[-2:])
        assert "u half page up" in hints
        await press(pilot, "m")
        assert state_of(app).bookmarks.marks
        await press(pilot, "U")
        assert not state_of(app).bookmarks.marks
        await press(pilot, "g", "U")
        assert state_of(app).bookmarks.marks


def test_the_keys_of_less_clash_with_none(session: Session) -> None:
    settings = with_options(session, "compat: less\n").settings
    assert key_problems(settings, COMMANDS) == ()


def test_a_key_of_ones_own_wins_over_those_of_less(session: Session) -> None:
    text = "compat: less\nkeys: {move.half-up: p, app.undo: u}\n"
    settings = with_options(session, text).settings
    keymap = keymap_on(Context.READER, COMMANDS, settings)
    undo = next(each for each in COMMANDS if each.id == "app.undo")
    assert keymap.gives(undo, "u")


def test_readme_lists_every_option() -> None:
    text = README.read_text("utf-8")
    for option in OPTIONS:
        assert f"| `{option.name}` |" in text


@pytest.mark.parametrize(
    ("match", "reading"),
    [
        ("prefix", 'text prefix "visit"'),
        ("exact", 'text word "visit"'),
        ("stem", 'text stem of "visit"'),
    ],
)
async def test_words_that_are_typed_find_what_the_option_says(
    session: Session, archive: Archive, match: str, reading: str
) -> None:
    own = with_options(session, f"match: {match}\n")
    app = CableReader(own, partial(LibraryScreen, archive=archive))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        await press(pilot, "s", *"visit", "enter")
        await settled(app, pilot)
        assert reading in shown(app)
        places = list_of(app).listing.places
        assert len(places) == archive.count(read_query("visit", Match(match)))


async def test_a_search_that_was_saved_means_what_it_meant(
    session: Session, archive: Archive
) -> None:
    own = with_options(session, "match: exact\n")
    app = CableReader(own, partial(LibraryScreen, archive=archive))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        list_of(app).resume("visit", None)
        await settled(app, pilot)
        assert 'text prefix "visit"' in shown(app)


async def test_a_key_of_the_list_alone_works_there_and_nowhere_else(
    session: Session, archive: Archive
) -> None:
    own = with_options(session, "keys:\n  list: {state.star: A}\n")
    app = CableReader(own, partial(LibraryScreen, archive=archive))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        await press(pilot, "A")
        assert session.triage_file.counts().starred == 1
        assert "A star" in shown(app)
        await press(pilot, "asterisk")
        assert "no key * here" in shown(app)
        await press(pilot, "enter", "A")
        assert "no key A here" in shown(app)
        assert session.triage_file.counts().starred == 1
