"""The commands of the list, and of the archive behind it: rows of the one table."""

from __future__ import annotations

from typing import Final

from cablereader.app.command import Command, Context
from cablereader.app.state.export_format import FORMATS

L, B = Context.LIST, Context.LIBRARY
R, T = Context.READER, Context.TRIAGE

LISTING: Final = (
    Command(
        "list.open",
        ("enter", "o", "right"),
        "open({n})",
        "open in the reader",
        L,
        "open",
    ),
    Command(
        "list.advance", ("space",), "advance", "read on, then next unread", L, "next"
    ),
    Command(
        "info.explain", ("i",), "explain.row", "what the signs of this row mean", L
    ),
    Command("list.columns", ("z c",), "columns.choose", "choose the columns", L),
    Command(
        "find.open",
        ("/",),
        "ask('rows', 'words of a reference id, subject or origin')",
        "find in the rows of the list",
        L,
        "find",
    ),
    Command("find.next", ("n",), "list.find_next(1)", "next row that has it", L),
    Command("find.prev", ("N",), "list.find_next(-1)", "previous row", L),
    Command("find.clear", ("g /",), "list.find_clear", "hide what was found", L),
    Command("note.edit", ("M",), "notes.cable", "note on this cable", L, "note"),
    Command(
        "open.editor", ("E",), "notes.edit_cable", "this cable's note in your editor", L
    ),
    Command("list.refresh", ("R",), "list.refresh", "search anew", L),
    Command("list.preview", ("z p",), "preview", "preview on or off", L),
    Command("sel.toggle", ("v",), "list.select", "select this cable", L),
    Command(
        "sel.range",
        ("V",),
        "list.select_range",
        "select a range: begin or end it",
        L,
    ),
    Command("sel.all", ("g v",), "list.select_all", "select all cables", L),
    Command("sel.none", ("g V",), "list.select_none", "select none", L),
    Command("list.sort", (), "menu('z s')", "orders of the list, with letters", L),
    *(
        Command(
            f"list.sort-{key}",
            (f"z s {letter}",),
            f"list.sort('{key}')",
            f"sort by {title}",
            L,
        )
        for letter, key, title in (
            ("d", "date", "date"),
            ("r", "released", "release"),
            ("o", "origin", "origin"),
            ("c", "class", "classification"),
            ("s", "relevance", "relevance"),
            ("l", "length", "length"),
            ("i", "id", "reference id"),
            ("t", "subject", "subject"),
        )
    ),
)
ARCHIVE: Final = (
    Command(
        "go.citing", ("g x",), "around.chain", "what it cites and what cites it", T
    ),
    Command("go.alike", ("g m",), "around.alike", "more of the same story", T),
    Command("go.versions", ("z v",), "around.versions", "versions of this cable", R),
)
LIBRARY: Final = (
    Command(
        "search.limit",
        ("l", "&", "\\"),
        "ask('limit', 'words, or origin: date: class: tag: …; ? lists all')",
        "limit the list",
        T,
        "limit",
    ),
    Command(
        "search.new",
        ("s",),
        "ask('search', 'words, or origin: date: class: tag: …; ? lists all')",
        "search all cables",
        T,
        "search",
    ),
    Command(
        "search.save",
        ("S",),
        "ask('save', 'name of this search, and a letter if you like')",
        "save this search",
        L,
    ),
    Command("list.next-unread", ("] u",), "list.unread(1)", "next unread cable", L),
    Command(
        "list.prev-unread", ("[ u",), "list.unread(-1)", "previous unread cable", L
    ),
    Command("search.pop", ("g u",), "limits.pop", "drop the last limit", B),
    Command("go.home", ("g h",), "limits.home", "all cables", B),
    Command("go.saved", ("g s",), "saved.list", "saved searches", B, "saved"),
    Command(
        "go.report", ("g R",), "report.show", "report: what was read, what is left", B
    ),
    Command(
        "go.id", ("g i",), "ask('id', 'such as 09MEXICO3195')", "cable by its id", T
    ),
    Command("go.origins", ("g o",), "browse.by('origin')", "origins", B, "origins"),
    Command(
        "go.classes", ("g c",), "browse.by('classification')", "classifications", B
    ),
    Command("go.tags", ("g t",), "browse.by('tag')", "TAGS", B, "TAGS"),
    Command(
        "go.dates", ("g d",), "browse.by('month')", "months of creation", B, "dates"
    ),
    Command("go.releases", ("g r",), "browse.by('released')", "days of release", B),
    Command("go.labels", ("g l",), "browse.by('label')", "labels", B),
    Command(
        "go.articles", ("g a",), "around.articles", "articles that name this cable", B
    ),
)
EXPORTING: Final = tuple(
    Command(
        f"out.export-{form.command}",
        (f"e {form.key}",),
        f"export.begin('{form.command}')",
        f"export {form.kind} as {form.title}",
        T,
    )
    for form in FORMATS
)
