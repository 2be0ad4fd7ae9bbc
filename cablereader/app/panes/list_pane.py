"""The list of cables with its limits: searched, sorted, selected from, counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from textual import on, work
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from cablereader.app.panes.last_list import LastList, Resumption
from cablereader.app.panes.list_view import ListView
from cablereader.app.panes.remark import Remark
from cablereader.app.part import Part
from cablereader.app.searches import Found, Meant, Searches
from cablereader.app.state.listing import Limit, ListState
from cablereader.app.widgets.nothing_found import NothingFound
from cablereader.app.widgets.text_row import TextRow
from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.errors import ArchiveError, UsageError
from cablereader.library.session import Session
from cablereader.model.bookmark import Bookmarks
from cablereader.model.facets import Facets
from cablereader.model.moment import (
    MOST_SELECTED,
    Moment,
    asks_selection,
    settled,
)
from cablereader.model.query import SORTS, Match, Query
from cablereader.present.cut import cells_of, cut_before
from cablereader.present.facet_row import timeline
from cablereader.present.piece import Piece
from cablereader.present.visible import visible_line

FIRST_PAGE: Final = 100
"""Rows that are shown before all are found."""
LARGE: Final = 20_000
"""Cables; a list of more is not counted anew for every key."""
PATIENCE: Final = 1.0
"""Seconds without a change after which it is."""
Answer: TypeAlias = Found | ArchiveError | Facets | Meant | int
"""What a worker found out; a number is that of the unread cables."""


class ListPane(Part, ListView):
    """Shows a `ListState`; searches run beside the screen, and the last one counts."""

    @dataclass
    class Changed(Message):
        """Other cables are in the list, or more of them."""

        places: Sequence[int]
        first: bool
        """Whether these are the first of a new list, or another is the current one."""

    @dataclass
    class Counted(Message):
        """It is known what the list is made of."""

        facets: Facets

    @dataclass
    class Weighed(Message):
        """It is known how much a query that is being typed would find."""

        text: str
        cables: int

    @dataclass
    class Told(Message):
        """A worker found something out."""

        query: Query
        answer: Answer

    def __init__(
        self,
        session: Session,
        archive: Archive,
        bookmarks: Callable[[], Bookmarks],
        *,
        id: str | None = None,  # noqa: A002  # Textual's name
    ) -> None:
        """A list of an archive, with what a session's notebook says of its cables."""
        super().__init__(session, archive, bookmarks, id=id)
        self._searches = Searches(archive.path, session.attached_notebook)
        self._counting = Searches(archive.path, session.attached_notebook)
        self._weighing = Searches(archive.path, session.attached_notebook)
        self._facets: Facets | None = None
        self._unread: int | None = None
        self._patience: Timer | None = None
        self._last_list = LastList(session, archive)
        self._resumption: Resumption | None = None
        self._beginning = False
        self._shown = False
        """Whether some of the list is on the screen."""

    @property
    def facets(self) -> Facets | None:
        """What the list is made of, once it is counted."""
        return self._facets

    @property
    def place(self) -> str:
        """Where in which list the reader is, for the status line."""
        listing = self.listing
        return f"{super().place}  [{listing.reading}]  {listing.seconds:.2f} s"

    def take_suggestion(self, number: int) -> bool:
        """Search for what was perhaps meant, counted from 1; whether there is one."""
        suggestions = self.query_one(NothingFound).suggestions
        if not 0 < number <= len(suggestions):
            return False
        self.take_query("search", str(suggestions[number - 1].query))
        return True

    def begin(self) -> None:
        """Begin with the list of the last session, if there is anything of it here.

        That of another archive is none of this one's.
        """
        if stop := self._last_list.stop():
            self._beginning = True
            self.resume(*stop)
        else:
            self.action_home()

    def resume(self, query: str, cable_id: str | None) -> None:
        """Go on with a list where it was left, or begin it."""
        self._resumption = Resumption(cable_id) if cable_id else None
        self.take_query("search", query)

    def take_query(self, kind: str, text: str, match: Match = Match.PREFIX) -> None:
        """Limit the list to a query, or with ``search`` make it the only limit.

        No words drop the last limit. What cannot be read leaves the list as it is.

        Args:
            kind: ``limit`` or ``search``.
            text: The query.
            match: What words in it find that say nothing else.
        """
        text = text.strip()
        try:
            query = self._settled(read_query(text, match))
        except UsageError as error:
            self.post_message(Remark(str(error), wrong=True))
            return
        limit = Limit(text, query) if text else None
        if kind == "search":
            self.change(self.listing.searched(limit))
        elif limit:
            self.change(self.listing.limited(limit))
        else:
            self.action_pop_limit()

    def weigh(self, kind: str, text: str, match: Match = Match.PREFIX) -> bool:
        """Count what a query would find that is still being typed.

        With ``limit`` it is a limit of this list; all is as in `take_query`.

        Returns:
            Whether it can be read as it is.
        """
        self._weighing.stop()
        try:
            query = self._settled(read_query(text, match)) if text.strip() else None
        except UsageError:
            query = None
        if query is None:
            return False
        if kind == "limit":
            query = self.listing.query.narrowed_to(query)
        self._weigh(text, query)
        return True

    @work(thread=True, exclusive=True, group="weigh")
    def _weigh(self, text: str, query: Query) -> None:
        worker = get_current_worker()

        def tell(cables: int) -> None:
            self.post_message(self.Weighed(text, cables))

        self._weighing.count(query, tell, lambda: not worker.is_cancelled)

    def _settled(self, query: Query) -> Query:
        """The query with what it says of this list and its cables in it.

        Raises:
            UsageError: If it asks for more selected cables than it can name.
        """
        selected: tuple[str, ...] = ()
        if asks_selection(query):
            if len(self.listing.selection(self.row)) > MOST_SELECTED:
                raise UsageError(f"in:selection takes {MOST_SELECTED:,} cables at most")
            selected = self.targets()
        current = self.list.current
        moment = Moment(
            listed=self.listing.query.condition,
            selected=selected,
            open_cable=current.cable_id if current else None,
        )
        return settled(query, moment)

    def change(self, listing: ListState) -> None:
        """Show another list, as soon as it is found."""
        self.keep_stop()
        self.listing = listing
        self.list.line = 0
        self.query_one(NothingFound).hide()
        self._facets, self._unread, self._shown = None, None, False
        self._searches.stop()
        self._counting.stop()
        self._search()

    def leave(self) -> None:
        self.keep_stop()

    def keep_stop(self) -> None:
        """Remember the list and its cable, for whoever goes on here."""
        if current := self.list.current:
            self._last_list.keep(str(self.listing.query), current.cable_id)

    def show_anew(self) -> None:
        """Show what is known of the cables now; the rows stay where they are."""
        self.list.show_anew()
        if len(self.listing.places) < LARGE:
            self._count_all()
        else:
            self._count_later()

    def _count_later(self) -> None:
        """Count when no key has changed anything for a while: it takes some time."""
        if self._patience:
            self._patience.stop()
        self._patience = self.set_timer(PATIENCE, self._count_all)

    def _stay(self) -> None:
        """Go on at this cable in the list that comes, or else at this row."""
        current = self.list.current
        self._resumption = Resumption(current.cable_id, self.row) if current else None

    def action_pop_limit(self) -> None:
        if not self.listing.limits:
            self.post_message(Remark("this list has no limit"))
            return
        self._stay()
        self.change(self.listing.widened())

    def action_home(self) -> None:
        self.change(self.listing.searched(None))

    def action_refresh(self) -> None:
        self.archive.refresh()
        self.post_message(Remark("searched anew"))
        self._stay()
        self.change(self.listing)

    def action_sort(self, key: str) -> None:
        self._stay()
        self.change(self.listing.sorted_by(SORTS[key]))
        self.post_message(Remark(self.listing.order))

    @work(thread=True, exclusive=True, group="search")
    def _search(self) -> None:
        worker = get_current_worker()
        query = self.listing.query
        self._searches.search(
            query,
            lambda answer: self._tell(query, answer),
            lambda: not worker.is_cancelled,
            FIRST_PAGE,
        )

    @work(thread=True, exclusive=True, group="search")
    def _look_for_meant(self) -> None:
        worker = get_current_worker()
        query = self.listing.query
        self._searches.meant(
            query,
            lambda answer: self._tell(query, answer),
            lambda: not worker.is_cancelled,
        )

    @work(thread=True, exclusive=True, group="count")
    def _count_all(self) -> None:
        worker = get_current_worker()
        query = self.listing.query

        def wanted() -> bool:
            return not worker.is_cancelled

        self._counting.unread(query, lambda count: self._tell(query, count), wanted)
        if self._facets is None:
            self._counting.facets(query, lambda each: self._tell(query, each), wanted)

    def _tell(self, query: Query, answer: Answer) -> None:
        self.post_message(self.Told(query, answer))

    @on(Told)
    def _take(self, event: Told) -> None:
        event.stop()
        if event.query != self.listing.query:
            return
        match event.answer:
            case Found() as found:
                self._show_found(found)
            case ArchiveError() as error:
                self.post_message(Remark(str(error), wrong=True))
            case Meant(remarks=remarks, suggestions=suggestions):
                self.query_one(NothingFound).show(remarks, suggestions)
            case Facets() as facets:
                self._show_facets(facets)
            case int(unread):
                self._unread = unread
                self._show_crumb()

    def _show_found(self, found: Found) -> None:
        beginning, self._beginning = self._beginning, False
        if beginning and found.complete and not found.places:
            self._resumption = None
            left = self.listing.breadcrumb
            self.post_message(Remark(f"all cables; now empty: {left}"))
            self.action_home()
            return
        row, first = self.row, not self._shown
        self._shown = True
        self.listing = self.listing.found(
            found.places, found.seconds, found.reading, complete=found.complete
        )
        self.fill(self._row_to_show(found))
        self._show_crumb()
        self.post_message(self.Changed(found.places, first or self.row != row))
        if found.complete:
            self._count_all()
        if found.complete and not found.places and self.listing.limits:
            self._look_for_meant()

    def _row_to_show(self, found: Found) -> int:
        """The row that the reader was at, as soon as it is among those found."""
        if self._resumption is None:
            return self.row
        row = self._resumption.row_among(
            found.places, self.archive, complete=found.complete
        )
        if row is None:
            return 0
        self._resumption = None
        return row

    def _show_facets(self, facets: Facets) -> None:
        self._facets = facets
        chart = timeline(facets, self.size.width - 2)
        self.query_one("#timeline", TextRow).show((Piece(f" {chart}"),))
        self.post_message(self.Counted(facets))

    def _show_crumb(self) -> None:
        crumb = self.query_one("#crumb", TextRow)
        path = visible_line(self.listing.breadcrumb)
        count = self.listing.summary(self._unread)
        if cells_of(path) + cells_of(count) + 2 > crumb.size.width:
            count = self.listing.summary(self._unread, brief=True)
        shown = cut_before(path, crumb.size.width - cells_of(count) - 2)
        crumb.show((Piece(f"{shown}  "), Piece(count)))

    def on_resize(self) -> None:
        if self.listing.complete:
            _ = self.call_after_refresh(self._show_crumb)
