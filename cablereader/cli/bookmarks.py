"""``cablereader bookmarks``: the marked paragraphs, without the screen."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from cablereader.cli.complaint import complain
from cablereader.errors import NotebookError, NothingFoundError, UsageError
from cablereader.library import locations
from cablereader.library.bookmarks.bookmark_file import BookmarkFile, Loaded
from cablereader.model.bookmark import Bookmark
from cablereader.model.frozen import replace
from cablereader.present.bookmark_row import bookmark_line

UNREADABLE: Final = 3
SHORTEST_KEY: Final = 6
"""Letters of a key that are enough to name a bookmark, if no other has them."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``bookmarks``."""
    parser.add_argument(
        "action",
        nargs="?",
        choices=tuple(ACTIONS),
        default="list",
        help="what to do (list if missing)",
    )
    parser.add_argument(
        "what",
        nargs="*",
        metavar="WHAT",
        help="list, export: cables, +LABEL, words that must occur; add: paragraphs"
        " (09MEXICO3195:5); edit, remove: paragraphs, or the ids of bookmarks;"
        " import: files, - for standard input",
    )
    parser.add_argument(
        "--json", action="store_true", help="list: a JSON object a line"
    )
    parser.add_argument("--note", metavar="TEXT", help="add, edit: your note")
    parser.add_argument(
        "--label",
        action="append",
        default=[],
        metavar="NAME",
        help="add, edit: a label more; may be repeated",
    )
    parser.add_argument(
        "--unlabel",
        action="append",
        default=[],
        metavar="NAME",
        help="edit: a label less; may be repeated",
    )
    parser.add_argument(
        "--format",
        metavar="NAME",
        help="export: markdown, json, jsonl, csv, yaml, bibtex, csl-json or another"
        " style of `cite` (markdown if missing); import: json, jsonl, csv, yaml"
        " (seen from the content if missing)",
    )
    parser.add_argument(
        "--by",
        choices=("cable", "label"),
        default="cable",
        help="export to Markdown: what a heading is (cable if missing)",
    )


def run(options: Namespace) -> int:
    """Do what was asked with the bookmarks."""
    file = BookmarkFile(locations.bookmarks())
    loaded = file.load()
    if not loaded.usable:
        raise NotebookError(loaded.read_only)
    for problem in loaded.problems:
        complain(str(problem))
    status: int = ACTIONS[options.action](options, file, loaded)
    return status or (UNREADABLE if loaded.problems else 0)


def chosen(words: Sequence[str], loaded: Loaded) -> tuple[Bookmark, ...]:
    """The bookmarks in which all words occur.

    Raises:
        NothingFoundError: When there are none.
    """
    marks = tuple(
        mark for mark in loaded.bookmarks.marks if all(_has(mark, w) for w in words)
    )
    if not marks:
        which = f" with {' '.join(words)}" if words else ""
        raise NothingFoundError(f"no bookmarks{which}; `m` in the reader makes one")
    return marks


def _has(mark: Bookmark, word: str) -> bool:
    if word.startswith("+"):
        return word[1:] in mark.labels
    place = f"{mark.ref.cable_id}:{mark.ref.label}"
    texts = (place, mark.quote, mark.note, *mark.labels)
    return any(word.casefold() in text.casefold() for text in texts)


def _list(options: Namespace, _: BookmarkFile, loaded: Loaded) -> int:
    marks = chosen(options.what, loaded)
    if not options.json:
        for mark in marks:
            print(bookmark_line(mark))
        return 0
    from cablereader.present.json_line import json_line

    for mark in marks:
        sys.stdout.buffer.write(json_line(mark.to_dict()))
    return 0


def _add(options: Namespace, file: BookmarkFile, loaded: Loaded) -> int:
    from cablereader.cli.complaint import Complaints
    from cablereader.cli.what import find_named, paragraph_of
    from cablereader.parse.cable import read_cable

    complaints = Complaints()
    marks: list[Bookmark] = []
    for named in find_named(_needed(options), complaints, options):
        if not named.label:
            name = named.raw.cable_id or "a document"
            raise UsageError(f"{name}: say which paragraph, as in {name}:5")
        cable = read_cable(named.raw)
        paragraph = paragraph_of(cable, named.label)
        old = loaded.bookmarks.at(cable.ref(paragraph))
        marks.append(_edited(old or file.mark(cable, paragraph), options))
    file.save(*marks)
    for mark in marks:
        print(bookmark_line(mark))
    return complaints.exit_status


def _needed(options: Namespace) -> Sequence[str]:
    if not options.what:
        raise UsageError(f"bookmarks {options.action}: say what, as in 09MEXICO3195:5")
    words: Sequence[str] = options.what
    return words


def _edited(mark: Bookmark, options: Namespace) -> Bookmark:
    labels = dict.fromkeys((*mark.labels, *options.label))
    return replace(
        mark,
        note=mark.note if options.note is None else options.note,
        labels=tuple(label for label in labels if label not in options.unlabel),
    )


def _named(options: Namespace, loaded: Loaded) -> Iterator[Bookmark]:
    """The bookmarks that words name by their paragraph or by their id.

    Raises:
        NothingFoundError: For a word that names none.
    """
    from cablereader.parse.address import joined_words, read_address
    from cablereader.parse.cable_id import canonical_id

    for word in joined_words(_needed(options)):
        marks = [
            mark
            for mark in loaded.bookmarks.marks
            if mark.key.startswith(word)
            and (len(word) >= SHORTEST_KEY or mark.key == word)
        ]
        address = None if marks else read_address(word)
        if address and address.fault:
            raise UsageError(address.fault)
        if address:
            cable_id = canonical_id(address.name)
            marks = [
                mark
                for mark in loaded.bookmarks.of(cable_id)
                if mark.ref.label in address.labels
            ]
        if not marks:
            raise NothingFoundError(
                f"{word}: no such bookmark; `cablereader bookmarks list` shows all"
            )
        yield from marks


def _edit(options: Namespace, file: BookmarkFile, loaded: Loaded) -> int:
    marks = tuple(_named(options, loaded))
    if options.note is None and not (options.label or options.unlabel):
        from cablereader.cli.editor import edited_document

        edited = tuple(edited_document(mark) for mark in marks)
    else:
        edited = tuple(_edited(mark, options) for mark in marks)
    file.save(*edited)
    for mark in edited:
        print(bookmark_line(mark))
    return 0


def _remove(options: Namespace, file: BookmarkFile, loaded: Loaded) -> int:
    marks = tuple(_named(options, loaded))
    file.remove(*(mark.key for mark in marks))
    for mark in marks:
        print(f"removed  {bookmark_line(mark)}")
    return 0


def _export(options: Namespace, _: BookmarkFile, loaded: Loaded) -> int:
    from cablereader.cli.bookmark_files import export

    return export(options, chosen(options.what, loaded))


def _import(options: Namespace, file: BookmarkFile, loaded: Loaded) -> int:
    from cablereader.cli.bookmark_files import import_files

    paths = [None if word == "-" else Path(word) for word in _needed(options)]
    return import_files(paths, options.format, file, loaded)


ACTIONS: Final = {
    "list": _list,
    "add": _add,
    "edit": _edit,
    "remove": _remove,
    "export": _export,
    "import": _import,
}
