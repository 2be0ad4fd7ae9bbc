"""Every command works from its key, from the command line and from the palette."""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from pathlib import Path

import pytest
from giving import by_key, by_name, by_palette, reader_of
from reading import press, settled, shown
from textual.pilot import Pilot

from cablereader.app import outside
from cablereader.app.app import CableReader
from cablereader.app.command import Command, Context
from cablereader.app.commands import COMMANDS, copy_commands
from cablereader.app.library_screen import LibraryScreen
from cablereader.app.reader_screen import ReaderScreen
from cablereader.app.state.own_keys import SCREENS, commands_on
from cablereader.archive.store import Archive
from cablereader.library.session import Session
from cablereader.present.copy_form import FORMS

UNSEEN = {"app.quit", "app.suspend", "app.redraw"}
"""Those that leave the screen, or leave it as it is; end-to-end tests have them."""
ALL = (*COMMANDS, *copy_commands(FORMS))
BEGIN = {Context.READER: (2,), Context.LIST: (12, -1)}
"""Moves to where each screen has something before and after the current line."""
GIVEN = [
    pytest.param(screen, command, id=f"{screen}-{command.id}")
    for screen in SCREENS
    for command in commands_on(screen, ALL)
    if command.id not in UNSEEN
]


async def rested(app: CableReader, pilot: Pilot[None]) -> None:
    """Wait until nothing goes on beside the screen; alone it has nothing going on."""
    if isinstance(reader_of(app), LibraryScreen):
        await settled(app, pilot)
    else:
        await pilot.pause()


@pytest.mark.parametrize(("screen", "command"), GIVEN)
async def test_each_of_three_ways_does_something_that_is_seen(
    screen: Context,
    command: Command,
    session: Session,
    archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ran: list[str] = []

    def edited(note: str, _folder: Path) -> str:
        ran.append(note)
        return note

    monkeypatch.setattr(CableReader, "suspend", nullcontext)
    monkeypatch.setattr(outside, "print_plain", ran.append)
    monkeypatch.setattr(outside, "edit", edited)
    in_library = screen is Context.LIST or command.context is Context.LIBRARY
    first = partial(LibraryScreen, archive=archive) if in_library else ReaderScreen
    outcomes = []
    for give in (by_key, by_name, by_palette):
        app = CableReader(session, first)
        async with app.run_test(size=(80, 14)) as pilot:
            await rested(app, pilot)
            if in_library and screen is Context.READER:
                await press(pilot, "enter")
            for lines in BEGIN[screen]:
                reader_of(app).pane.go(reader_of(app).pane.line + lines)
            await rested(app, pilot)
            before = shown(app)
            await give(app, pilot, command)
            await rested(app, pilot)
            assert shown(app) != before or ran or not app.is_running, give.__name__
            outcomes.append((type(app.screen), reader_of(app).prompt.kind))
    assert len(set(outcomes)) == 1


def test_every_change_names_a_move_of_the_state() -> None:
    from cablereader.app.state.reader import ReaderState

    for command in ALL:
        name, _, rest = command.action.partition("(")
        if name in {"reader.change", "reader.seek"}:
            assert hasattr(ReaderState, rest.split("'")[1]), command.id
