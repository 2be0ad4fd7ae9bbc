"""All keys of a screen; typing narrows the list, Enter gives the command."""

from __future__ import annotations

from collections.abc import Iterable

from cablereader.app.command import Command
from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.present.piece import Piece, Row


class Help(FilterScreen[Command]):
    """The commands of the screen that it was called from."""

    HINT = "type to filter   Up Down move   Enter does it   Esc closes"

    def __init__(self, entries: Iterable[tuple[Command, tuple[str, ...]]]) -> None:
        """The list of commands with their keys; those without a key are left out."""
        super().__init__(
            [
                (
                    " ".join((command.id, command.title, *keys)).lower(),
                    command,
                    help_row(command, keys),
                )
                for command, keys in entries
                if keys
            ]
        )

    @property
    def heading(self) -> str:
        return "Keys"


def help_row(command: Command, keys: tuple[str, ...]) -> Row:
    """Keys, what they do, and the name of the command."""
    shown = "  ".join(key.replace(" ", "") for key in keys)
    return (
        Piece(f"{shown:<20} ", "key"),
        Piece(f"{command.title:<42} ", "value"),
        Piece(command.id, "label"),
    )
