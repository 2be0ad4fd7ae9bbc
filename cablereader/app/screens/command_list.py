"""All commands as a list: Textual's palette, left with our keys."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.command import CommandPalette


class CommandList(CommandPalette):
    """The palette, which ctrl+c closes as every page."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+c", "escape", "Leave")]
