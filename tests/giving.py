"""The ways in which a command is given: by key, by its name, from the palette."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from reading import press
from textual.pilot import Pilot

from cablereader.app.app import CableReader
from cablereader.app.command import Command
from cablereader.app.pane_screen import PaneScreen

Give: TypeAlias = Callable[[CableReader, Pilot[None], Command], Awaitable[None]]
PRESSED = {" ": "space", "\\": "backslash"}


def reader_of(app: CableReader) -> PaneScreen:
    return next(each for each in app.screen_stack if isinstance(each, PaneScreen))


async def by_key(app: CableReader, pilot: Pilot[None], command: Command) -> None:
    screen = reader_of(app)
    own = next(each for each in screen.commands if each.id == command.id)
    for keys in own.keys:
        if screen.keymap.gives(own, keys):
            return await press(pilot, *(PRESSED.get(key, key) for key in keys.split()))
    assert not command.keys
    return await by_name(app, pilot, command)  # an id that stands for a prefix


async def by_name(app: CableReader, pilot: Pilot[None], command: Command) -> None:
    await press(pilot, ":")
    reader_of(app).prompt.value = command.id
    await press(pilot, "enter")


async def by_palette(app: CableReader, pilot: Pilot[None], command: Command) -> None:
    entries = {
        each.help.split()[-1]: each
        for each in app.get_system_commands(app.screen)
        if not each.title.startswith("theme ")
    }
    given = entries[command.id].callback()
    if isinstance(given, Awaitable):
        await given
    await pilot.pause()
