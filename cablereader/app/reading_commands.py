"""The commands of the reader: rows of the one table."""

from __future__ import annotations

from typing import Final

from cablereader.app.command import Command, Context

R, T = Context.READER, Context.TRIAGE

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
        "ask('paragraph', 'such as 12')",
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
        "ask('find', 'words in this cable')",
        "find in this cable",
        R,
        "find",
    ),
    Command("find.next", ("n",), "find.next(1)", "next hit, also in later cables", R),
    Command("find.prev", ("N",), "find.next(-1)", "previous hit", R),
    Command("find.clear", ("g /",), "find.clear", "hide the hits", R),
    Command("nav.back", ("H", "backspace", "ctrl+o"), "go.back", "back", T),
    Command("nav.forward", ("L",), "go.forward", "forward again", T),
    Command("list.focus", ("left",), "focus_list", "back to the list", R),
    Command(
        "sel.toggle",
        ("v",),
        "reader.change('selection_toggled')",
        "select this paragraph",
        R,
    ),
    Command(
        "sel.range",
        ("V",),
        "reader.change('range_toggled')",
        "select a range: begin or end it",
        R,
    ),
    Command(
        "sel.all", ("g v",), "reader.change('all_selected')", "select all paragraphs", R
    ),
    Command("sel.none", ("g V",), "reader.change('none_selected')", "select none", R),
    Command(
        "view.header", ("z h",), "reader.header", "fold or unfold the header box", R
    ),
    Command(
        "view.header-alone",
        ("z H",),
        "zoom.header",
        "all rows of the header box, and back",
        R,
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
    Command("view.plain", ("P",), "programs.plain", "plain text outside the screen", T),
    Command(
        "out.pipe",
        ("|",),
        "ask('pipe', 'a command, such as wc -w')",
        "pipe into a command",
        T,
    ),
    Command("out.write", ("w",), "programs.ask('write')", "write to a file", T),
    Command("open.editor", ("E",), "notes.edit", "the note in your editor", R),
)
