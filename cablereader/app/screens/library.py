"""The library: the list of cables, and the cable that is read, beside each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from cablereader.app.commands import Context
from cablereader.app.finding import Finding, Found
from cablereader.app.screens.browse import Browse
from cablereader.app.screens.reader import ReaderScreen
from cablereader.app.state.listing import Limit, ListState
from cablereader.app.widgets.cable_list import CableList
from cablereader.app.widgets.cable_view import CableView
from cablereader.app.widgets.facet_pane import FacetPane
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.text_row import ListTitles, TextRow
from cablereader.archive.query import read_query
from cablereader.archive.scanner import QueryError
from cablereader.archive.store import Archive
from cablereader.errors import ArchiveError
from cablereader.library.archive_queue import ArchiveQueue
from cablereader.library.session import Session
from cablereader.model.cable import ParagraphRef
from cablereader.model.entry import Entry
from cablereader.model.facets import Count, Facets
from cablereader.model.query import Query, Sort
from cablereader.parse.address import read_address
from cablereader.present.entry_row import Flags
from cablereader.present.facet_row import timeline
from cablereader.present.piece import Piece

PREVIEW_DELAY: Final = 0.35
"""Seconds without a movement after which the cable of the row is shown."""
FIRST_PAGE: Final = 100
"""Rows that are shown before all are found."""
BROWSED: Final[dict[str, Callable[[Facets], tuple[str, str, tuple[Count, ...]]]]] = {
    "origin": lambda facets: ("Origins", "origin", facets.origins),
    "classification": lambda facets: ("Classes", "class", facets.classifications),
    "tag": lambda facets: ("TAGS", "tag", facets.tags),
    "month": lambda facets: ("Months of creation", "date", facets.months),
}
"""Of each browse page its title, the field of its queries, and its counts."""
DESCENDING: Final = frozenset({"date", "released", "class", "length"})
"""Orders that begin with the highest."""


class LibraryScreen(ReaderScreen):
    """Shows a `ListState` beside the reader, and turns keys into new ones."""

    AUTO_FOCUS = "#list"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # Textual's declaration
        (0, "-narrow"),
        (100, "-medium"),
        (160, "-wide"),
    ]

    @dataclass
    class Answered(Message):
        """A search brought something."""

        answer: Found | ArchiveError

    @dataclass
    class Counted(Message):
        """The cables of a list were counted."""

        query: Query
        facets: Facets

    def __init__(
        self, session: Session, archive: Archive, theme_names: tuple[str, ...]
    ) -> None:
        """A library of an archive."""
        super().__init__(session, theme_names)
        self.archive = archive
        self.finding = Finding(archive.path, archive.notebook)
        self.counting = Finding(archive.path, archive.notebook)
        self.facets: Facets | None = None
        self.listing = ListState()
        self._delay: Timer | None = None

    @property
    def contexts(self) -> tuple[Context, ...]:
        if self.pane in {self.list, self.facet_pane}:
            return (Context.LIST, Context.MOVEMENT, Context.EVERYWHERE)
        return super().contexts

    @property
    def facet_pane(self) -> FacetPane:
        """What the list is made of."""
        return self.query_one(FacetPane)

    def compose_panes(self) -> ComposeResult:
        with Container(id="library"):
            yield FacetPane(id="facets")
            with Vertical(id="listing"):
                yield TextRow(id="crumb")
                yield ListTitles(id="titles")
                yield CableList(id="list")
                yield TextRow(id="timeline")
            yield CableView(self._measure, id="cable")

    def on_mount(self) -> None:
        self.search_anew()

    @property
    def list(self) -> CableList:
        """The list of cables."""
        return self.query_one(CableList)

    @property
    def main_pane(self) -> LineView:
        reading = self.has_class("-reading")
        return self.body if reading else self.list

    @property
    def place(self) -> str:
        if self.pane is not self.list:
            return super().place
        listing = self.listing
        row = min(self.list.line + 1, self.list.count)
        parts = [f"{row:,}/{len(listing.places):,}{'' if listing.complete else '+'}"]
        if selected := listing.selection(self.list.line):
            parts.append(f"selected {len(selected):,}")
        query = str(listing.query)
        parts.append(f"[{query}]" if query else "[all cables]")
        parts.append(f"{listing.seconds:.2f} s")
        return "  ".join(parts)

    def open_first(self) -> None:
        """Nothing: the list opens its first cable when it is there."""

    def search_anew(self) -> None:
        """Search what the list state asks for, in the background."""
        self.finding.stop()
        self.counting.stop()
        self.facets = None
        self._search()

    @work(thread=True, exclusive=True, group="search")
    def _search(self) -> None:
        worker = get_current_worker()
        self.finding.search(
            self.listing.query,
            self._tell,
            lambda: not worker.is_cancelled,
            FIRST_PAGE,
        )

    def _tell(self, answer: Found | ArchiveError) -> None:
        self.post_message(self.Answered(answer))

    @on(Answered)
    def _take_answer(self, event: Answered) -> None:
        answer = event.answer
        if isinstance(answer, ArchiveError):
            self.warn(str(answer))
            return
        if answer.query != self.listing.query:
            return
        first = not self.listing.complete and self.list.line == 0
        self.listing = self.listing.found(
            answer.places, answer.seconds, complete=answer.complete
        )
        self.queue = ArchiveQueue(self.archive, answer.places)
        self.list.show(len(answer.places), self._fetch, self.list.line)
        self._show_crumb()
        self.show_place()
        if first:
            self._preview()
        if answer.complete:
            self._count()

    @work(thread=True, exclusive=True, group="count")
    def _count(self) -> None:
        worker = get_current_worker()
        query = self.listing.query
        self.counting.facets(
            query,
            lambda facets: self._tell_counted(query, facets),
            lambda: not worker.is_cancelled,
        )

    def _tell_counted(self, query: Query, facets: Facets) -> None:
        self.post_message(self.Counted(query, facets))

    @on(Counted)
    def _take_facets(self, event: Counted) -> None:
        if event.query != self.listing.query:
            return
        self.facets = event.facets
        self.facet_pane.show(event.facets)
        chart = timeline(event.facets, self.list.size.width - 12)
        years = event.facets.years
        span = f"{years[0].value}-{years[-1].value}" if years else ""
        self.query_one("#timeline", TextRow).show((Piece(f" {span} {chart}"),))

    @on(FacetPane.Picked)
    def _limit_to(self, event: FacetPane.Picked) -> None:
        self._take_query("limit", event.query)
        self.list.focus()

    async def action_browse(self, by: str) -> None:
        """The page of a facet, to limit the list to one of its values."""
        if self.facets is None:
            self.say("still counting; try again in a moment")
            return
        title, field, counts = BROWSED[by](self.facets)
        await self.app.push_screen(Browse(title, field, counts), self._limit_to_chosen)

    def _limit_to_chosen(self, query: str | None) -> None:
        if query:
            self._take_query("limit", query)

    def _fetch(self, start: int, size: int) -> Sequence[tuple[Entry, Flags]]:
        places = self.listing.places[start : start + size]
        chosen = self.listing.selection(self.list.line)
        return [
            (entry, Flags(selected=entry.place in chosen))
            for entry in self.archive.entries(places)
        ]

    def _show_crumb(self) -> None:
        count = f"{len(self.listing.places):,} cables"
        row = (Piece(f"{self.listing.breadcrumb}  "), Piece(count))
        self.query_one("#crumb", TextRow).show(row)

    @on(LineView.Moved, "#list")
    def _row_changed(self) -> None:
        self.show_place()
        if self._delay:
            self._delay.stop()
        self._delay = self.set_timer(PREVIEW_DELAY, self._preview)

    def _preview(self) -> None:
        """Show the cable of the current row in the reader's pane."""
        if self.list.count and self.view.display:
            self._open_row(self.list.line)

    def _open_row(self, row: int) -> None:
        if row >= len(self.queue):
            return
        self.open_at(row)

    def action_open(self) -> None:
        if self.pane is self.facet_pane:
            if query := self.facet_pane.query_of_line:
                self._limit_to(FacetPane.Picked(query))
            return
        if not self.list.count:
            return
        self._open_row(self.list.line)
        self.add_class("-reading")
        self.body.focus()

    def action_back(self) -> None:
        if self.pane is not self.list:
            self.remove_class("-reading")
            if self.state:
                self.list.go(self.state.position)
            self.list.focus()
        elif self.listing.limits:
            self.action_pop_limit()
        else:
            super().action_back()

    def action_ask_limit(self) -> None:
        self.action_ask("limit", "limit: words, or origin: date: class: tag: …")

    def action_ask_search(self) -> None:
        self.action_ask("search", "search: words, or origin: date: class: tag: …")

    def action_pop_limit(self) -> None:
        self._change_list(self.listing.widened())

    def action_home(self) -> None:
        self._change_list(self.listing.searched(None))

    def action_refresh_list(self) -> None:
        self.archive.refresh()
        self._change_list(self.listing)

    def action_sort(self, key: str) -> None:
        self._change_list(self.listing.sorted_by(Sort(key, key in DESCENDING)))

    def action_preview(self) -> None:
        self.toggle_class("-no-preview")

    def action_select_row(self) -> None:
        if self.list.count:
            self._reselect(self.listing.toggled(self.list.line))
            self.list.go(self.list.line + 1)

    def action_select_rows(self) -> None:
        self._reselect(self.listing.range_toggled(self.list.line))

    def action_select_all_rows(self) -> None:
        self._reselect(self.listing.all_selected())

    def action_select_no_rows(self) -> None:
        self._reselect(self.listing.none_selected())

    def _reselect(self, listing: ListState) -> None:
        self.listing = listing
        self.list.show_anew()
        self.show_place()

    def _change_list(self, listing: ListState) -> None:
        self.listing = listing
        self.list.line = 0
        self.search_anew()

    def take_words(self, kind: str, text: str) -> None:
        match kind:
            case "limit" | "search":
                self._take_query(kind, text)
            case "id":
                self.open_id(text)
            case _:
                super().take_words(kind, text)

    def _take_query(self, kind: str, text: str) -> None:
        try:
            limit = Limit(text.strip(), read_query(text)) if text.strip() else None
        except QueryError as error:
            self.warn(str(error))
            return
        if kind == "search":
            self._change_list(self.listing.searched(limit))
        elif limit:
            self._change_list(self.listing.limited(limit))
        else:
            self.action_pop_limit()

    def open_id(self, text: str) -> None:
        """Open a cable by its reference id, in the list or not."""
        address = read_address(text)
        if address is None:
            self.say(f"{text} is no reference id: they look like 09OSLO9012")
            return
        self.action_open()
        self.jump(ParagraphRef(address.cable_id, address.label or ""))
