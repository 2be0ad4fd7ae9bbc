"""The table of keys of README.md, from the table of commands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.app.command import Command, Context
from cablereader.app.commands import COMMANDS, copy_commands
from cablereader.present.copy_form import FORMS

TITLES: Final = {
    Context.LIST: "In the list of cables",
    Context.READER: "In the reader",
    Context.RECEIVED: "In the reader, while lines are as received (`zw`)",
    Context.LIBRARY: "In the list, and in the reader beside it",
    Context.TRIAGE: "In every list and reader",
    Context.MOVEMENT: "Movements, in all panes",
    Context.EVERYWHERE: "Everywhere",
}


def key_table() -> Iterator[str]:
    """The lines of the table: keys, what they do, and the name of the command."""
    commands = (*COMMANDS, *copy_commands(FORMS))
    for context, title in TITLES.items():
        yield f"**{title}**"
        yield ""
        yield "| keys | does | command |"
        yield "| --- | --- | --- |"
        for command in commands:
            if command.context is context:
                keys = " ".join(f"`{_shown(each)}`" for each in _keys(command))
                yield f"| {keys} | {_title(command)} | `{command.id}` |"
        yield ""


def _keys(command: Command) -> Iterator[str]:
    """The keys of a command; of a menu its prefix, as it has no other."""
    yield from command.keys
    if command.menu:
        yield f"{command.menu} …"


def _shown(keys: str) -> str:
    return keys.replace("|", "\\|")


def _title(command: Command) -> str:
    return command.title.replace("|", "\\|")
