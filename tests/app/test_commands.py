"""Every command works from its key, from the command line and from the palette."""

from __future__ import annotations

import pytest
from reading import press

from cablereader.app.app import CableReader
from cablereader.app.command import Command, Context
from cablereader.app.commands import COMMANDS, copy_commands
from cablereader.app.screens.reader import ReaderScreen
from cablereader.app.state.keymap import key_map
from cablereader.library.session import Session
from cablereader.present.copy_form import FORMS

LEAVING = {"app.quit", "app.back", "app.suspend"}
OUTSIDE = {"view.plain", "open.editor"}
"""Those that need a terminal to give away; an end-to-end test has them."""
CONTEXTS = (Context.READER, Context.TRIAGE, Context.MOVEMENT, Context.EVERYWHERE)
ALL = (*COMMANDS, *copy_commands(FORMS))
IN_READER = [
    command
    for context in CONTEXTS
    for command in ALL
    if command.context is context and command.id not in LEAVING | OUTSIDE
]
KEYMAP = key_map([c for context in CONTEXTS for c in ALL if c.context is context])
PRESSED = {" ": "space", "\\": "backslash"}


def outcome(app: CableReader) -> tuple[object, ...]:
    """What a command led to, as far as it can be compared."""
    reader = next(each for each in app.screen_stack if isinstance(each, ReaderScreen))
    state = reader.state
    assert state is not None
    marks = [(mark.ref, mark.note) for mark in state.bookmarks.marks]
    place = (state.here, state.selection, state.header, state.routing, state.words)
    prompt = reader.prompt.kind
    return type(app.screen), marks, place, state.received, state.notes, prompt


@pytest.mark.parametrize("command", IN_READER, ids=lambda command: command.id)
async def test_a_key_and_the_command_line_do_the_same(
    command: Command, session: Session
) -> None:
    by_key, by_name = CableReader(session), CableReader(session)
    keys = next(keys for keys in command.keys if KEYMAP.gives(command, keys))
    async with by_key.run_test(size=(80, 24)) as pilot:
        await press(pilot, "}", *(PRESSED.get(key, key) for key in keys.split()))
        expected = outcome(by_key)
        if command.id in {"mark.toggle", "state.read", "state.star", "state.aside"}:
            await press(pilot, "{" if command.id == "state.aside" else "escape")
            await by_key.screen.run_action("undo")
    async with by_name.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "g", "}", ":", *command.id, "enter")
        assert outcome(by_name) == expected


async def test_the_palette_has_every_command_of_the_screen(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        entries = app.get_system_commands(app.screen)
        offered = {each.help.split()[-1] for each in entries}
        assert {command.id for command in IN_READER} <= offered


def test_every_change_names_a_move_of_the_state() -> None:
    from cablereader.app.state.reader import ReaderState

    for command in ALL:
        name, _, rest = command.action.partition("(")
        if name in {"change", "seek"}:
            assert hasattr(ReaderState, rest.split("'")[1]), command.id
