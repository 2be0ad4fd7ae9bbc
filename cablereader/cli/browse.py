"""``cablereader browse``: how many cables there are of each origin, time and so on."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Sequence
from typing import Final

from cablereader.archive.store import Archive
from cablereader.cli.archive_path import archive_to_search
from cablereader.errors import NothingFoundError
from cablereader.library.own_notebook import OwnNotebook
from cablereader.model.facets import Count
from cablereader.model.nearest import nearest
from cablereader.model.query import Is, Query
from cablereader.present.json_line import json_line
from cablereader.present.visible import visible_line

STATES: Final = ("unread", "read", "aside", "starred")
PAGES: Final = (
    "origin", "year", "month", "released", "classification", "tag", "label", "state",
)  # fmt: skip

FIELD_PAGES: Final = {
    "class": "classification",
    "date": "year",
    "is": "state",
    "labels": "label",
    "tags": "tag",
}
"""Other names of pages: of the fields that ask for the same in a query."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``browse``."""
    parser.add_argument(
        "by",
        type=_page,
        choices=PAGES,
        help="what to count by; the field of a query does as well: class, date, is",
    )
    parser.add_argument("--json", action="store_true", help="a JSON object a line")


def _page(word: str) -> str:
    """The page of a name, or of the field that asks for the same in a query.

    Raises:
        ArgumentTypeError: If there is none; names the nearest.
    """
    name = FIELD_PAGES.get(word, word)
    if name not in PAGES:
        near = nearest(word, (*PAGES, *FIELD_PAGES))
        raise ArgumentTypeError(f"nothing is counted by {word}{near}")
    return name


def run(options: Namespace) -> int:
    """Print the counts of a page."""
    with Archive(archive_to_search(options), notebook=OwnNotebook()) as archive:
        counts = _counts(archive, options.by)
    if options.json:
        for count in counts:
            line = {options.by: count.value, "cables": count.cables}
            sys.stdout.buffer.write(json_line(line))
    else:
        for count in counts:
            print(f"{count.cables:>9,}  {visible_line(count.value)}")
    if not counts:
        raise NothingFoundError(f"nothing to count by {options.by} in this archive")
    return 0


def _counts(archive: Archive, by: str) -> Sequence[Count]:
    match by:
        case "state":
            return _asked(archive, "is", STATES)
        case "label":
            return _asked(archive, "label", _labels())
        case _:
            return archive.counts(by)


def _asked(archive: Archive, field: str, values: Iterable[str]) -> Sequence[Count]:
    """The counts of what the notebook knows; those that are 0 are left out."""
    counts = (Count(value, archive.count(Query(Is(field, value)))) for value in values)
    return tuple(count for count in counts if count.cables)


def _labels() -> Iterable[str]:
    from cablereader.library import locations
    from cablereader.library.notebook.triage import TriageFile

    path = locations.triage()
    if not path.exists():
        return ()
    with TriageFile(path, to_read=True) as notebook:
        return tuple(name for name, _ in notebook.labels())
