"""Screens are put together from parts, and commands name what parts do."""

from __future__ import annotations

from reading import press, screen_of, settled, shown
from textual.actions import parse

from cablereader.app.app import CableReader
from cablereader.app.command import Command
from cablereader.app.commands import COMMANDS, copy_commands
from cablereader.app.key_screen import ELSEWHERE
from cablereader.app.part import NO_ARCHIVE, Part
from cablereader.present.copy_form import FORMS

ALL = (*COMMANDS, *copy_commands(FORMS))


async def test_every_command_names_an_action_that_there_is(
    library_app: CableReader,
) -> None:
    async with library_app.run_test(size=(80, 24)):
        screen = screen_of(library_app)
        places = {"": screen, "app": library_app, **screen.namespaces}
        missing = [
            command.id
            for command in ALL
            for namespace, name, _ in [parse(command.action.format(n=0))]
            if not hasattr(places[namespace], f"action_{name}")
        ]
        assert missing == []


async def test_what_is_a_part_of_the_library_only_says_so(app: CableReader) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        here = {*ELSEWHERE, *screen.namespaces}
        others = [each for each in ALL if _namespace(each) not in here]
        assert "go.alike" in {each.id for each in others}
        for command in others:
            await screen.give(command)
            await pilot.pause()
            assert NO_ARCHIVE in shown(app), command.id


def _namespace(command: Command) -> str:
    namespace, _, _ = parse(command.action.format(n=0))
    return namespace


async def test_escape_leaves_what_parts_have_open_one_after_the_other(
    app: CableReader,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"tower", "enter", "v", "z", "m", "i")
        screen = screen_of(app)
        left = []
        while (
            name := next((n for n, part in screen.parts.items() if part.escape()), None)
        ) is not None:
            left.append(name)
        assert left == ["explain", "zoom", "reader", "find"]


async def test_a_part_that_is_added_has_its_commands_words_and_end(
    library_app: CableReader,
) -> None:
    class Bell(Part):
        """A part like any other."""

        def __init__(self) -> None:
            self.rung: list[str] = []

        def action_ring(self, times: int) -> None:
            self.rung.append("ding " * times)

        def leave(self) -> None:
            self.rung.append("left")

    bell = Bell()
    ring = Command("bell.ring", (), "bell.ring({n})", "ring", ALL[0].context)
    async with library_app.run_test(size=(80, 24)) as pilot:
        await settled(library_app, pilot)
        screen = screen_of(library_app)
        screen.equip({"bell": bell})
        await screen.give(ring, 2)
        await press(pilot, "Q")
    assert bell.rung == ["ding ding ", "left"]
