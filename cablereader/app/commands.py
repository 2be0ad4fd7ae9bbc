"""The one table of commands.

Key bindings, the help screen, the hint lines, the command line, the palette and the
README's key table are all made from it: a new command is one row here and one action
of a part (`cablereader.app.part`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cablereader.app.command import Command, Context
from cablereader.app.list_commands import ARCHIVE, EXPORTING, LIBRARY, LISTING
from cablereader.app.reading_commands import READING
from cablereader.present.copy_form import DEFAULT, Form

E, M, T = Context.EVERYWHERE, Context.MOVEMENT, Context.TRIAGE

COPYING: Final = (
    Command("copy.again", ("Y",), "copy.again", "copy in the last form again", T),
    Command("copy.list", ("y '",), "copy.list", "the last copies", T),
)
MENUS: Final = (
    Command("copy.menu", (), "menu('y')", "forms of copying, with their letters", T),
    Command(
        "out.export", (), "menu('e')", "what can be exported, with letters", T, "export"
    ),
)
"""What prefixes show as soon as they are pressed, by name: they have no other key."""
TRIAGE: Final = (
    Command(
        "state.read", ("r",), "triage.move('READ')", "read, or unread again", T, "read"
    ),
    Command(
        "state.star", ("*",), "triage.move('STARRED')", "star, or no star", T, "star"
    ),
    Command("state.aside", ("x",), "triage.aside", "set aside, and go on", T, "aside"),
    Command(
        "label.add", ("+",), "triage.ask_label('label')", "give a label", T, "label"
    ),
    Command(
        "label.remove", ("_",), "triage.ask_label('unlabel')", "take a label off", T
    ),
    Command("label.menu", ("t",), "triage.labels", "labels with a letter each", T),
    Command("app.undo", ("u",), "triage.undo", "take the last change back", T, "undo"),
    Command("app.redo", ("U", "ctrl+r"), "triage.redo", "do it again", T),
    Command("app.repeat", (".",), "triage.again", "repeat the last change here", T),
)
MOVING: Final = (
    Command("move.down", ("j", "down"), "move.down({n})", "one line down", M, "line"),
    Command("move.up", ("k", "up"), "move.up({n})", "one line up", M),
    Command(
        "move.page",
        ("space", "pagedown", "ctrl+f", "ctrl+v"),
        "move.page({n})",
        "one page down",
        M,
        "page",
    ),
    Command(
        "move.page-up", ("b", "pageup", "-"), "move.page_back({n})", "one page up", M
    ),
    Command("move.half", ("d", "ctrl+d"), "move.half({n})", "half a page down", M),
    Command("move.half-up", ("ctrl+u",), "move.half_back({n})", "half a page up", M),
    Command("move.top", ("g g", "home", "<"), "move.top", "to the top", M, "top"),
    Command(
        "move.bottom",
        ("G", "end", ">"),
        "move.bottom({n})",
        "to the bottom; after a number, to that paragraph",
        M,
        "bottom",
    ),
    Command("move.percent", ("%",), "move.percent({n})", "to so many percent", M),
    Command(
        "move.center", ("z z",), "move.place_line('middle')", "line to the middle", M
    ),
    Command("move.line-top", ("z t",), "move.place_line('top')", "line to the top", M),
    Command(
        "move.line-bottom", ("z b",), "move.place_line('bottom')", "line to the end", M
    ),
)
ANYWHERE: Final = (
    Command("pane.next", ("tab",), "next_pane(1)", "next pane", E, "pane"),
    Command("pane.prev", ("shift+tab",), "next_pane(-1)", "previous pane", E),
    Command("pane.zoom", ("z m",), "zoom.turn", "this pane alone", E),
    Command(
        "mouse.toggle", ("z M",), "app.toggle_mouse", "mouse: ours or the terminal's", E
    ),
    Command("view.theme", ("z k",), "app.themes", "choose the colours", E),
    Command("app.guide", ("z ?",), "pages.guide", "how to read a cable", E, "guide"),
    Command(
        "app.legend", ("z i",), "pages.legend", "signs: letters and marks, a legend", E
    ),
    Command("app.searching", ("z /",), "pages.searching", "how to search", E),
    Command(
        "app.help", ("?", "f1"), "pages.help", "keys of this screen", E, "all keys"
    ),
    Command(
        "app.command",
        (":",),
        "ask('command', 'a command, or the number of a paragraph')",
        "command line",
        E,
        "command",
    ),
    Command("app.palette", ("ctrl+p",), "app.command_palette", "all commands", E),
    Command("app.back", ("q",), "back", "back, and at last quit", E, "quit"),
    Command("app.quit", ("Q", "Z Z", "ctrl+q"), "quit", "quit at once", E),
    Command("app.interrupt", ("ctrl+c",), "interrupt", "copy, cancel or quit", E),
    Command("app.redraw", ("ctrl+l",), "redraw", "draw the screen anew", E),
    Command("app.suspend", ("ctrl+z",), "app.suspend_process", "to the shell", E),
)
COMMANDS: Final = (
    *LISTING,
    *LIBRARY,
    *ARCHIVE,
    *TRIAGE,
    *READING,
    *COPYING,
    *EXPORTING,
    *MENUS,
    *MOVING,
    *ANYWHERE,
)
"""All but those for the forms of copying, of which the reader may have more."""


def copy_commands(forms: Iterable[Form]) -> tuple[Command, ...]:
    """A command for each form of copying; one without a key can be named only."""
    return tuple(
        Command(
            "copy.default" if form.name == DEFAULT.name else f"copy.{form.name}",
            (" ".join(("y", *form.key)),) if form.key else (),
            f"copy.form('{form.name}')",
            f"copy {form.label}",
            T,
            "copy" if form.name == DEFAULT.name else "",
        )
        for form in forms
    )
