"""The one table of commands.

Key bindings, the help screen, the hint lines, the command line, the palette and the
README's key table are all made from it: a new command is one row here and one action.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cablereader.app.command import Command, Context
from cablereader.app.list_commands import ARCHIVE, EXPORTING, LIBRARY, LISTING
from cablereader.present.copy_form import DEFAULT, Form

E, M, R = Context.EVERYWHERE, Context.MOVEMENT, Context.READER
T = Context.TRIAGE

READING: Final = (
    Command(
        "para.next",
        ("}",),
        "reader.change('moved', (1, {n}))",
        "next paragraph",
        R,
        "paragraph",
    ),
    Command(
        "para.prev",
        ("{",),
        "reader.change('moved', (-1, {n}))",
        "previous paragraph",
        R,
    ),
    Command(
        "para.goto",
        ("g p",),
        "ask('paragraph', 'number of the paragraph')",
        "paragraph by its number",
        R,
    ),
    Command("cable.next", ("J",), "go.cable(1, {n})", "next cable", R, "cable"),
    Command("cable.prev", ("K",), "go.cable(-1, {n})", "previous cable", R),
    Command(
        "mark.toggle", ("m",), "marks.toggle", "bookmark this paragraph", R, "bookmark"
    ),
    Command(
        "mark.note",
        ("M",),
        "notes.paragraph",
        "bookmark with a note and labels",
        R,
        "note",
    ),
    Command(
        "mark.list", ("'", "g b"), "marks.list", "list of bookmarks", T, "bookmarks"
    ),
    Command(
        "mark.next",
        ("] b",),
        "reader.seek('marked', 1, 'bookmark')",
        "next bookmark",
        R,
    ),
    Command(
        "mark.prev",
        ("[ b",),
        "reader.seek('marked', -1, 'bookmark')",
        "previous bookmark",
        R,
    ),
    Command(
        "sect.next",
        ("] s",),
        "reader.seek('section_starts', 1, 'section')",
        "next section",
        R,
    ),
    Command(
        "sect.prev",
        ("[ s",),
        "reader.seek('section_starts', -1, 'section')",
        "previous section",
        R,
    ),
    Command(
        "class.next",
        ("] c",),
        "reader.seek('higher', 1, 'more secret paragraph')",
        "next more secret paragraph",
        R,
    ),
    Command(
        "class.prev",
        ("[ c",),
        "reader.seek('higher', -1, 'more secret paragraph')",
        "previous more secret one",
        R,
    ),
    Command(
        "link.follow",
        ("enter",),
        "links.follow",
        "follow this paragraph's reference",
        R,
    ),
    Command("link.hints", ("f",), "links.all", "all that leads elsewhere", R, "links"),
    Command(
        "ref.next",
        ("] r",),
        "reader.seek('citing', 1, 'reference')",
        "next reference",
        R,
    ),
    Command(
        "ref.prev",
        ("[ r",),
        "reader.seek('citing', -1, 'reference')",
        "previous reference",
        R,
    ),
    Command("info.explain", ("i",), "explain.next(1)", "what this means", R, "explain"),
    Command(
        "info.explain-back", ("I",), "explain.next(-1)", "the explanation before", R
    ),
    Command("outline", ("g O",), "go.outline", "headings and paragraphs as a list", R),
    Command(
        "find.open",
        ("/",),
        "ask('find', 'words to find in this cable')",
        "find in this cable",
        R,
        "find",
    ),
    Command("find.next", ("n",), "find.next(1)", "next hit, also in later cables", R),
    Command("find.prev", ("N",), "find.next(-1)", "previous hit", R),
    Command("find.clear", ("g /",), "find.clear", "hide the hits", R),
    Command("nav.back", ("H", "backspace", "ctrl+o"), "go.back", "back", R),
    Command("nav.forward", ("L",), "go.forward", "forward again", R),
    Command("list.focus", ("left",), "focus_list", "back to the list", R),
    Command(
        "sel.toggle",
        ("v",),
        "reader.change('selection_toggled')",
        "select this paragraph",
        R,
    ),
    Command(
        "sel.range", ("V",), "reader.change('range_toggled')", "begin or end a range", R
    ),
    Command(
        "sel.all", ("g v",), "reader.change('all_selected')", "select all paragraphs", R
    ),
    Command("sel.none", ("g V",), "reader.change('none_selected')", "select none", R),
    Command(
        "view.header", ("z h",), "reader.header", "fold or unfold the header box", R
    ),
    Command(
        "view.routing",
        ("z r",),
        "reader.change('routing_toggled')",
        "show or hide the routing list",
        R,
    ),
    Command(
        "view.raw",
        ("z w",),
        "reader.change('received_toggled')",
        "reflowed, or lines as received",
        R,
    ),
    Command(
        "view.cut",
        ("z S",),
        "reader.change('cut_toggled')",
        "long lines cut or wrapped, as received",
        R,
    ),
    Command(
        "move.hscroll",
        ("right",),
        "reader.sideways(1, {n})",
        "right, in lines that are cut",
        Context.RECEIVED,
        "sideways",
    ),
    Command(
        "move.hscroll-back",
        ("left",),
        "reader.sideways(-1, {n})",
        "left again",
        Context.RECEIVED,
    ),
    Command(
        "view.colours",
        ("z c",),
        "reader.change('colours_toggled')",
        "colours in the gutter only",
        R,
    ),
    Command(
        "view.notes",
        ("z n",),
        "reader.change('notes_toggled')",
        "notes under their paragraphs",
        R,
    ),
    Command("view.wider", ("z =",), "reader.measure(4)", "longer lines", R),
    Command("view.narrower", ("z -",), "reader.measure(-4)", "shorter lines", R),
    Command(
        "view.width", ("z 0",), "reader.measure(0)", "lines as long as configured", R
    ),
    Command("view.plain", ("P",), "programs.plain", "plain text outside the screen", R),
    Command(
        "out.pipe",
        ("|",),
        "ask('pipe', 'command to pipe into')",
        "pipe into a command",
        R,
    ),
    Command("out.write", ("w",), "ask('write', 'file to write')", "write to a file", R),
    Command("open.editor", ("E",), "notes.edit", "the note in your editor", R),
)
COPYING: Final = (
    Command("copy.again", ("Y",), "copy.again", "copy in the last form again", T),
    Command("copy.list", ("y '",), "copy.list", "the last copies", T),
)
MENUS: Final = (
    Command("copy.menu", (), "menu('y')", "forms of copying, with their letters", T),
    Command("out.export", (), "menu('e')", "what can be exported, with letters", T),
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
NAMES: Final = {
    "help": "app.help",
    "h": "app.help",
    "guide": "app.guide",
    "guide signs": "app.legend",
    "guide search": "app.searching",
    "legend": "app.legend",
    "signs": "app.legend",
    "fields": "app.searching",
    "q": "app.quit",
    "q!": "app.quit",
    "quit": "app.quit",
    "wq": "app.quit",
    "search": "search.new",
    "limit": "search.limit",
    "open": "go.id",
    "find": "find.open",
    "export": "out.export-markdown",
    "w": "out.write",
    "write": "out.write",
    "bookmarks": "mark.list",
    "theme": "view.theme",
    "mouse": "mouse.toggle",
}
"""What can be typed for a command besides its id; words that it would ask for may
stand behind it."""
HINT_ORDER: Final = (
    *(
        "move.hscroll",
        "list.open",
        "list.advance",
        "move.half-up",
        "mark.toggle",
        "copy.default",
        "find.open",
    ),
    *("cable.next", "para.next", "mark.note", "search.limit", "search.new"),
    *("state.star", "state.aside", "link.hints", "info.explain", "label.add"),
    *("app.back", "app.command", "pane.next", "app.guide", "app.help"),
)
"""Hints in the order in which they need their room; all others come before `q`.

The last one is never dropped."""
SAVING: Final = frozenset({"w", "write"})
"""Those that people type to save, although all is saved at once."""


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
