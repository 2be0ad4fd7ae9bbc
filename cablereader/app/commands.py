"""The one table of commands.

Key bindings, the help screen, the hint lines, the command line, the palette and the
README's key table are all made from it: a new command is one row here and one action.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Context(StrEnum):
    """Where a command can be given."""

    EVERYWHERE = "everywhere"
    MOVEMENT = "movement"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a reader can tell the program to do."""

    id: str
    """Stable: what a key map, the command line and the palette call it."""
    keys: tuple[str, ...]
    """Default keys; of a sequence, its keys with blanks between: ``"g g"``."""
    action: str
    """Action of the screen or, with ``app.``, of the application; ``{n}`` is the count
    typed before it, 0 for none."""
    title: str
    """What it does, in a few words."""
    context: Context
    hint: str = ""
    """Its word on the hint lines; empty for a command that is not there."""


E, M, R = Context.EVERYWHERE, Context.MOVEMENT, Context.READER

COMMANDS: Final = (
    Command("para.next", ("}",), "paragraph({n})", "next paragraph", R, "paragraph"),
    Command("para.prev", ("{",), "paragraph_back({n})", "previous paragraph", R),
    Command("cable.next", ("J",), "cable({n})", "next cable", R, "cable"),
    Command("cable.prev", ("K",), "cable_back({n})", "previous cable", R),
    Command(
        "mark.toggle", ("m",), "bookmark", "bookmark this paragraph", R, "bookmark"
    ),
    Command("mark.list", ("'",), "bookmarks", "list of bookmarks", R, "bookmarks"),
    Command(
        "copy.default", ("y y",), "copy('ref-para')", "copy the reference", R, "copy"
    ),
    Command("view.header", ("z h",), "header", "fold or unfold the header box", R),
    Command("view.routing", ("z r",), "routing", "show or hide the routing list", R),
    Command("view.raw", ("z w",), "received", "reflowed, or lines as received", R),
    Command("move.down", ("j", "down"), "down({n})", "one line down", M, "line"),
    Command("move.up", ("k", "up"), "up({n})", "one line up", M),
    Command(
        "move.page",
        ("space", "pagedown", "ctrl+f", "ctrl+v"),
        "page({n})",
        "one page down",
        M,
        "page",
    ),
    Command("move.page-up", ("b", "pageup", "-"), "page_back({n})", "one page up", M),
    Command("move.half", ("d", "ctrl+d"), "half({n})", "half a page down", M),
    Command("move.half-up", ("ctrl+u",), "half_back({n})", "half a page up", M),
    Command("move.top", ("g g", "home", "<"), "top", "to the top", M, "top"),
    Command(
        "move.bottom",
        ("G", "end", ">"),
        "bottom({n})",
        "to the bottom, or with a count to that paragraph",
        M,
        "bottom",
    ),
    Command("pane.next", ("tab",), "app.focus_next", "next pane", E, "pane"),
    Command("pane.prev", ("shift+tab",), "app.focus_previous", "previous pane", E),
    Command("app.help", ("?", "f1"), "help", "keys of this screen", E, "all keys"),
    Command("app.command", (":",), "command", "command line", E, "command"),
    Command("app.palette", ("ctrl+p",), "app.command_palette", "all commands", E),
    Command("app.back", ("q",), "back", "back, and at last quit", E, "quit"),
    Command("app.quit", ("Q", "Z Z", "ctrl+q"), "app.quit", "quit at once", E),
    Command("app.redraw", ("ctrl+l",), "redraw", "draw the screen anew", E),
    Command("app.suspend", ("ctrl+z",), "app.suspend_process", "to the shell", E),
)
