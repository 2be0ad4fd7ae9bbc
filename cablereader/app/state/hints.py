"""What the hint lines tell of the commands that can be given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final, TypeAlias

from cablereader.app.command import Command, Context
from cablereader.app.state.keymap import Keymap, Pending
from cablereader.library.settings import Keys

Hint: TypeAlias = tuple[str, str]
"""A key, and a word for what it does."""
ALWAYS: Final = frozenset({Context.EVERYWHERE})
"""Where the commands are from that have their hints in any case."""
HINT_ORDER: Final = (
    *(
        "move.hscroll",
        "list.open",
        "move.half-up",
        "mark.toggle",
        "copy.default",
        "find.open",
    ),
    *("list.advance", "cable.next", "para.next"),
    *("mark.note", "search.limit", "search.new"),
    *("state.star", "state.aside", "link.hints", "info.explain", "label.add"),
    *("app.back", "app.command", "pane.next", "app.guide", "app.help"),
)
"""Hints in the order in which they need their room; all others come before `q`.

The last one is never dropped."""


def prompt_hints(enter: str, *, completes: bool, recalls: bool) -> tuple[Hint, ...]:
    """The hints while words are typed, when all other keys are letters.

    Args:
        enter: What it does with the words.
        completes: Whether something can complete them.
        recalls: Whether others of their kind were entered before.
    """
    return (
        ("enter", enter),
        ("esc", "leave"),
        *([("tab", "complete")] if completes else []),
        *([("up", "entered before")] if recalls else []),
    )


def hints(
    commands: Iterable[Command],
    words: Mapping[str, str],
    own_keys: Keys,
    keymap: Keymap,
) -> tuple[tuple[Hint, ...], tuple[Hint, ...]]:
    """The hints, the most wanted first, and those that are there in any case.

    What is other than usual now stands before all that is as ever.

    Args:
        commands: All that can be given now.
        words: By command id, those that are other than usual as things are now.
        own_keys: The reader's keys, by command id, in place of the usual ones.
        keymap: What those keys give; a key that gives something else is no hint.
    """
    hinted = [
        (command.context in ALWAYS, (keys.replace(" ", ""), word))
        for command in sorted(commands, key=partial(_rank, words))
        if (word := words.get(command.id, command.hint))
        and (keys := _told(command, own_keys, keymap))
    ]
    return (
        tuple(hint for always, hint in hinted if not always),
        tuple(hint for always, hint in hinted if always),
    )


def _told(command: Command, own_keys: Keys, keymap: Keymap) -> str:
    """The keys that are told of a command: the first ones, or those of its menu."""
    keys = own_keys.get(command.id, command.keys)
    if keys and keymap.gives(command, keys[0]):
        return keys[0]
    menu = Pending(keys=tuple(command.menu.split()))
    return command.menu if menu and keymap.branch(menu) else ""


def _rank(words: Mapping[str, str], command: Command) -> tuple[bool, int]:
    """Where a command stands among the hints."""
    known = command.id in HINT_ORDER
    place = HINT_ORDER.index(command.id if known else "app.back")
    return command.id not in words, place
