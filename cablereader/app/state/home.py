"""What there is to go to from home: all cables, those that were marked, saved searches.

Above the facets of a list on a wide screen; its queries are searches, no limits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from cablereader.app.searches import Size
from cablereader.archive.query.scanner import QueryError
from cablereader.archive.query.typed import read_query
from cablereader.model.query import Query
from cablereader.model.saved_search import SavedSearch
from cablereader.present.facet_row import FacetRow
from cablereader.present.visible import visible_line

ALL: Final = "in:all"
MARKED: Final = (
    ("All cables", ALL),
    ("Unread", "is:unread"),
    ("Starred", "is:starred"),
    ("With bookmarks", "has:bookmark"),
    ("With notes", "has:note"),
)
MOST: Final = 8
"""Saved searches; their own screen has all."""

Places = Sequence[tuple[str, str, Query]]
"""Name, query as it is typed, and as it was read."""


def home_places(searches: Iterable[SavedSearch]) -> Places:
    """Where to go, without the searches that can no longer be read."""
    named = (*MARKED, *((each.name, each.query) for each in searches))
    return tuple(_read(named))[: len(MARKED) + MOST]


def home_rows(places: Places, sizes: Mapping[Query, Size]) -> Iterator[FacetRow]:
    """The places as rows with their counts; saved searches have a title."""
    yield FacetRow("HOME  gh")
    for number, (name, text, query) in enumerate(places):
        if number == len(MARKED):
            yield FacetRow("SAVED  gs")
        size = sizes.get(query, Size(0, 0))
        unread = f" ({size.unread:,} unread)" if number >= len(MARKED) else ""
        label = f" {visible_line(name)}{unread}"
        yield FacetRow(label, size.cables, text, anew=True)


def _read(named: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, Query]]:
    for name, text in named:
        try:
            yield name, text, read_query(text)
        except QueryError:
            continue
