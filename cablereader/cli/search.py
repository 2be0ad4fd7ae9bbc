"""``cablereader search``: cables that match, one a line."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from cablereader.archive.store import Archive
from cablereader.cli.archive_path import archive_to_search
from cablereader.cli.query_words import query_of
from cablereader.cli.remarks import say_nothing_found, say_remarks
from cablereader.errors import NothingFoundError, UsageError
from cablereader.library.own_notebook import OwnNotebook
from cablereader.model.entry import Entry
from cablereader.model.frozen import replace
from cablereader.model.hit import Hit
from cablereader.model.query import SORTS, Query
from cablereader.present.group_name import group_name
from cablereader.present.json_line import json_line
from cablereader.present.visible import visible_line

if TYPE_CHECKING:  # lists of cables start faster without cables
    from cablereader.model.cable import Cable


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``search``."""
    parser.add_argument(
        "query",
        nargs="+",
        metavar="QUERY",
        help="what to find, as in the reader: 'wine class:>=confidential'",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="a JSON object a line")
    form.add_argument("--ids", action="store_true", help="reference ids alone")
    form.add_argument("--count", action="store_true", help="how many there are")
    parser.add_argument("--limit", type=int, metavar="N", help="at most so many")
    parser.add_argument(
        "--sort",
        choices=SORTS,
        metavar="ORDER",
        help=f"as on the screen: {', '.join(SORTS)}; in the query `sort:ORDER` goes"
        " up, `sort:-ORDER` down",
    )
    parser.add_argument(
        "--paragraphs", action="store_true", help="with the places in each cable"
    )


def help_ending() -> str:
    """The fields of a query, and examples, as tables under the help."""
    from cablereader.model.query_field import NAMED
    from cablereader.present.searching import EXAMPLES

    rows = (f"  {f'{field.name}:':<14}{field.meaning}" for field in NAMED)
    examples = (f"  {each.typed:<42}{each.meaning}" for each in EXAMPLES)
    return "\n".join(("fields of a query:", *rows, "", "examples:", *examples))


def run(options: Namespace) -> int:
    """Print the cables that a query finds."""
    query = _query(options)
    with Archive(archive_to_search(options), notebook=OwnNotebook()) as archive:
        say_remarks(archive, query)
        if options.count:
            found = archive.count(query)
            print(found)
        else:
            found = _print(archive, query, options)
        if not found:
            say_nothing_found(archive, query)
    return 0 if found else NothingFoundError.exit_status


def _query(options: Namespace) -> Query:
    query = query_of(options.query, options)
    if options.sort:
        query = replace(query, sort=SORTS[options.sort])
    if options.limit is not None:
        if options.limit < 1:
            raise UsageError(f"--limit {options.limit}: at least 1; or use --count")
        query = replace(query, limit=options.limit)
    return query


def _print(archive: Archive, query: Query, options: Namespace) -> int:
    """Print all cables, and return how many there were."""
    form = "json" if options.json else "ids" if options.ids else "text"
    key = query.group if form == "text" else None
    found = 0
    for name, entries in groupby(archive.each(query), partial(_group, key)):
        if name:
            print(("\n" if found else "") + visible_line(name))
        for entry in entries:
            found += 1
            hits = archive.hits(query, entry.place) if options.paragraphs else None
            WRITERS[form](entry, hits)
            if options.paragraphs and form == "text":
                _write_names(query, archive.at(entry.place))
    return found


def _group(key: str | None, entry: Entry) -> str:
    return group_name(entry, key) if key else ""


def _write_json(entry: Entry, hits: Sequence[Hit] | None) -> None:
    line = entry.to_dict()
    if hits is not None:
        line["hits"] = [hit.to_dict() for hit in hits]
    sys.stdout.buffer.write(json_line(line))


def _write_id(entry: Entry, hits: Sequence[Hit] | None) -> None:
    if hits is None:
        print(visible_line(entry.cable_id))
        return
    for hit in hits:
        if hit.label:
            print(visible_line(f"{entry.cable_id}:{hit.label}"))


def _write_text(entry: Entry, hits: Sequence[Hit] | None) -> None:
    day = f"{entry.created:%Y-%m-%d}" if entry.created else ""
    letters = entry.classification.letters if entry.classification else "?"
    print(
        visible_line(
            f"{day:10}  {entry.cable_id:18}  {letters:2}  {entry.subject}".rstrip()
        )
    )
    for hit in hits or ():
        place = f"({hit.marking or '?'}) {hit.label}" if hit.label else "subject"
        print(visible_line(f"    {place}: {_snippet(hit)}"))


WRITERS: Final[dict[str, Callable[[Entry, Sequence[Hit] | None], None]]] = {
    "json": _write_json,
    "ids": _write_id,
    "text": _write_text,
}


def _write_names(query: Query, cable: Cable) -> None:
    """What a cable is found by that stands in none of its paragraphs."""
    from cablereader.archive.finding.by_name import names_behind

    for name in names_behind(query.condition, cable):
        print(visible_line(f"    found by {name}"))


ABOUT: Final = 60
"""Characters shown before the first hit of a paragraph."""
SNIPPET: Final = 200


def _snippet(hit: Hit) -> str:
    """The words about the first place, from the beginning of a word on."""
    start = max(hit.spans[0].start - ABOUT, 0)
    start = hit.text.find(" ", start) + 1 if start else 0
    snippet = hit.text[start : start + SNIPPET]
    return (
        ("… " if start else "")
        + snippet
        + ("…" if start + SNIPPET < len(hit.text) else "")
    )
