"""The rows of the list: of each cable, what the archive and the notebook say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from cablereader.app.state.listing import ListState
from cablereader.archive.finding.hits import spans_in_subject
from cablereader.archive.store import Archive
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.bookmark import Bookmarks
from cablereader.model.query import Condition, Query, texts_in
from cablereader.present.entry_row import ListRow, flags_of, subject_of

MOST_COUNTED: Final = 10_000
"""Cables whose counts of hits are kept."""


class ListRows:
    """Makes rows; knows how many hits were counted in the cables of the last query."""

    def __init__(
        self,
        archive: Archive,
        triage_file: TriageFile,
        bookmarks: Callable[[], Bookmarks],
    ) -> None:
        self._archive = archive
        self._triage_file = triage_file
        self._bookmarks = bookmarks
        self._query = Query()
        self._hits: dict[int, int] = {}

    def of(
        self, listing: ListState, current: int, start: int, size: int
    ) -> Sequence[ListRow]:
        """The rows of a window of a list, of which one is the current one."""
        places = listing.places[start : start + size]
        chosen = {
            place
            for row, place in enumerate(places, start)
            if listing.selects(row, current)
        }
        entries = self._archive.entries(places)
        known = self._triage_file.of(entry.cable_id for entry in entries)
        marks = self._bookmarks().marks
        marked = {mark.ref.cable_id for mark in marks}
        noted = {mark.ref.cable_id for mark in marks if mark.note}
        condition = listing.query.condition
        counted = self._hits if has_texts(condition) else {}
        return [
            ListRow(
                entry=entry,
                flags=flags_of(
                    known[entry.cable_id],
                    bookmarked=entry.cable_id in marked,
                    noted=entry.cable_id in noted,
                    selected=entry.place in chosen,
                ),
                labels=known[entry.cable_id].labels,
                note=known[entry.cable_id].note,
                hits=counted.get(entry.place),
                spans=spans_in_subject(condition, subject_of(entry)),
            )
            for entry in entries
        ]

    def uncounted(self, query: Query, places: Sequence[int]) -> Sequence[int]:
        """Those of some cables in which the hits of a query are yet to be counted."""
        if query.condition != self._query.condition or len(self._hits) > MOST_COUNTED:
            self._query, self._hits = query, {}
        if not has_texts(query.condition):
            return ()
        return [place for place in places if place not in self._hits]

    def counted(self, query: Query, counts: Mapping[int, int]) -> None:
        """Know how many hits of a query there are in some cables."""
        if query.condition == self._query.condition:
            self._hits.update(counts)


def has_texts(condition: Condition) -> bool:
    """Whether a condition looks for words, so that there can be hits."""
    return any(True for _ in texts_in(condition))
