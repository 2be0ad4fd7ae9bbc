"""The reader's own key map: what is in force on each screen, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cablereader.app.command import Command, Context
from cablereader.app.state.habits import habitual_keys
from cablereader.app.state.keymap import Keymap, key_map
from cablereader.library.problem import Problem
from cablereader.library.settings import Keys, Settings
from cablereader.model.nearest import nearest

AROUND: Final = (
    Context.LIBRARY,
    Context.TRIAGE,
    Context.MOVEMENT,
    Context.EVERYWHERE,
)
SCREENS: Final = {
    Context.READER: (Context.READER, *AROUND),
    Context.LIST: (Context.LIST, *AROUND),
}
"""The screens with a key map, each with the contexts whose keys it has."""
MODIFIERS: Final = ("ctrl+", "alt+", "shift+", "super+", "meta+")
NAMED_KEYS: Final = frozenset(
    (
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
        *("space", "enter", "tab", "escape", "backspace", "delete", "insert"),
        *(f"f{number}" for number in range(1, 25)),
    )
)


def own_keys(settings: Settings, screen: Context) -> Keys:
    """The reader's keys on one screen: those for it alone win over those for all."""
    return {**habitual_keys(settings), **settings.screen_keys.get(screen, {})}


def keys_by_screen(settings: Settings) -> Mapping[Context, Keys]:
    """The reader's keys on each of the screens."""
    return {screen: own_keys(settings, screen) for screen in SCREENS}


def commands_on(screen: Context, commands: Sequence[Command]) -> Sequence[Command]:
    """The commands of a screen, in the order in which they get their keys."""
    return [
        command
        for context in SCREENS[screen]
        for command in commands
        if command.context is context
    ]


def keymap_on(
    screen: Context, commands: Sequence[Command], settings: Settings
) -> Keymap:
    """The key map in force on a screen."""
    return key_map(commands_on(screen, commands), own_keys(settings, screen))


def key_problems(
    settings: Settings, commands: Sequence[Command]
) -> tuple[Problem, ...]:
    """What is wrong with the reader's keys, by line; each thing once.

    Args:
        settings: As read.
        commands: All there are, with those of the reader's own forms of copying.
    """
    return tuple(sorted({*_names(settings, commands), *_clashes(settings, commands)}))


def _written(settings: Settings) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Where each of the reader's keys stands, its command, and the keys."""
    for command, keys in settings.keys.items():
        yield f"keys.{command}", command, keys
    for screen, own in settings.screen_keys.items():
        for command, keys in own.items():
            yield f"keys.{screen}.{command}", command, keys


def _names(settings: Settings, commands: Sequence[Command]) -> Iterator[Problem]:
    known = {command.id for command in commands}
    for place, command, keys in _written(settings):
        if command not in known:
            meant = nearest(command, known)
            yield settings.problem(place, f"{place}: unknown command{meant}")
        for wrong in filter(None, map(_unknown_key, keys)):
            meant = nearest(wrong, NAMED_KEYS)
            yield settings.problem(place, f"{place}: unknown key `{wrong}`{meant}")


def _unknown_key(keys: str) -> str | None:
    for key in keys.split():
        name = key
        while modifier := next((m for m in MODIFIERS if name.startswith(m)), ""):
            name = name.removeprefix(modifier)
        if len(name) != 1 and name not in NAMED_KEYS:
            return key[:40]
    return None


def _clashes(settings: Settings, commands: Sequence[Command]) -> Iterator[Problem]:
    for screen in SCREENS:
        for clash in keymap_on(screen, commands, settings).clashes:
            places = [
                f"{start}{command}"
                for command in (clash.refused, clash.taken_by)
                for start in (f"keys.{screen}.", "keys.")
            ]
            place = next((each for each in places if each in settings.lines), "keys")
            yield settings.problem(place, f"keys: {clash}")
