"""All keys of a screen; typing narrows the list, Enter gives the command."""

from __future__ import annotations

from cablereader.app.commands import Command
from cablereader.app.key_screen import KeyScreen
from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.present.piece import Piece, Row


class Help(FilterScreen[Command]):
    """The commands of the screen that it was called from."""

    HINT = "type to filter   Up Down move   Enter does it   Esc closes"

    def __init__(self, screen: KeyScreen[None]) -> None:
        super().__init__(
            [
                (
                    " ".join((command.id, command.title, *keys)).lower(),
                    command,
                    help_row(command, keys),
                )
                for command in screen.commands
                if (keys := screen.keys_of(command))
            ]
        )

    @property
    def heading(self) -> str:
        return "Keys"


def help_row(command: Command, keys: tuple[str, ...]) -> Row:
    """Keys, what they do, and the name of the command."""
    shown = "  ".join(key.replace(" ", "") for key in keys)
    return (
        Piece(f"{shown:<26} ", "key"),
        Piece(f"{command.title:<50} ", "value"),
        Piece(command.id, "label"),
    )
