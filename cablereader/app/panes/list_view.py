"""The list of cables as it is shown: rows, columns, selection, words found in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.worker import get_current_worker

from cablereader.app.panes.list_rows import ListRows
from cablereader.app.panes.remark import Remark
from cablereader.app.searches import FoundHits, FoundRows, Searches
from cablereader.app.state.listing import ListState
from cablereader.app.state.row_find import RowFind
from cablereader.app.widgets.cable_list import CableList
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.nothing_found import NothingFound
from cablereader.app.widgets.text_row import ListTitles, TextRow
from cablereader.archive.store import Archive
from cablereader.errors import NotebookError
from cablereader.library.session import Session
from cablereader.model.bookmark import Bookmarks
from cablereader.model.triage import State
from cablereader.present.entry_row import ListRow
from cablereader.present.find import Sought
from cablereader.present.list_column import (
    HITS,
    Chosen,
    Column,
    read_columns,
    toggled,
    written,
)
from cablereader.present.visible import visible_line

NEAR: Final = 200
"""Rows that are looked through for an unread one while the reader waits."""
REMEMBERED: Final = "columns"
"""The name under which the choice of columns is remembered."""


class ListView(Vertical):
    """Shows a `ListState`, and moves in it; whoever makes the list comes on top."""

    class Selected(Message):
        """Other cables are selected."""

    @dataclass
    class Looked(Message):
        """It is known in which rows some words are."""

        answer: FoundRows | FoundHits

    @dataclass
    class Sighted(Message):
        """Words were found in the rows, or are looked for now."""

        place: str
        """Which of how many rows that show them is the current one."""

    def __init__(
        self,
        session: Session,
        archive: Archive,
        bookmarks: Callable[[], Bookmarks],
        *,
        id: str | None = None,  # noqa: A002  # Textual's name
    ) -> None:
        """A list of an archive, with what a session's notebook says of its cables."""
        super().__init__(id=id)
        self.listing = ListState()
        self.archive = archive
        self.triage_file = session.triage_file
        self.columns = read_columns(session.remembered.load().get(REMEMBERED, ""))
        self._remembered = session.remembered
        self._rows = ListRows(archive, session.triage_file, bookmarks)
        self._seeking = Searches(archive.path, session.attached_notebook)
        self._looking = Searches(archive.path)
        self._hitting = Searches(archive.path)
        self._find = RowFind()
        self.why = ""
        """Why the current row is in the list, where its text does not say so."""

    def compose(self) -> ComposeResult:
        yield TextRow(id="crumb")
        yield ListTitles(id="titles")
        yield NothingFound(id="nothing")
        yield CableList(id="list")
        yield TextRow(id="timeline")

    def on_mount(self) -> None:
        self._show_columns()

    @property
    def list(self) -> CableList:
        """The rows."""
        return self.query_one(CableList)

    @property
    def row(self) -> int:
        """The current row, from 0."""
        return self.list.line

    @property
    def place(self) -> str:
        """Which row is the current one, and what its marks mean."""
        more = "" if self.listing.complete else "+"
        row = min(self.row + 1, self.list.count)
        parts = [f"{row:,}/{len(self.listing.places):,}{more}"]
        if current := self.list.row_of(self.row):
            parts.append(current.flags.words)
            if current.note:
                parts.append(f"note: {visible_line(current.note)}")
        if selected := self.listing.count_selected(self.row):
            parts.append(f"{selected:,} selected")
        if self._find.words:
            parts.append(f'"{self._find.words}" {self._find.place(self.row)}')
        if self.why:
            parts.append(self.why)
        return "  ".join(parts)

    def targets(self) -> tuple[str, ...]:
        """Ids of the selected cables, else of the current one."""
        places = sorted(self.listing.selection(self.row))
        if places:
            return self.archive.ids(places)
        return (self.list.current.cable_id,) if self.list.current else ()

    def fill(self, line: int) -> None:
        """Show the rows of the list, with that one current."""
        self.list.show(len(self.listing.places), self._fetch, line)
        self._count_hits()
        if self._find.words and self.listing.complete:
            self._find = self._find.in_other_rows()
            self._look(self._find.words)

    def find_unread(self, step: int, then: Callable[[int | None], None]) -> None:
        """Tell the nearest unread row after the current one, or with -1 before it.

        At once where it is near, else as soon as it is found; ``None`` if there is
        none.
        """
        rows = range(
            self.row + step, len(self.listing.places) if step > 0 else -1, step
        )
        row = self._unread_among(rows[:NEAR])
        if row is not None or len(rows) <= NEAR:
            then(row)
        else:
            self._look_for_unread(rows[NEAR:], then)

    def _unread_among(self, rows: range) -> int | None:
        """The first unread one of a few rows."""
        ids = self.archive.ids(self.listing.places[row] for row in rows)
        known = self.triage_file.of(ids)
        states = (known[each].state for each in ids)
        unread = (
            row
            for row, state in zip(rows, states, strict=True)
            if state is State.UNREAD
        )
        return next(unread, None)

    @work(thread=True, exclusive=True, group="unread")
    def _look_for_unread(self, rows: range, then: Callable[[int | None], None]) -> None:
        worker = get_current_worker()
        query, places = self.listing.query, self.listing.places
        unread = self._seeking.unread_places(query)
        row = next((row for row in rows if places[row] in unread), None)

        def tell() -> None:
            if not worker.is_cancelled and self.listing.places is places:
                then(row)

        self.app.call_from_thread(tell)

    def action_unread(self, step: int) -> None:
        def go(row: int | None) -> None:
            if row is None:
                where = "further on" if step > 0 else "before this"
                self.post_message(Remark(f"no unread cable {where}"))
            else:
                self.list.go(row)

        self.find_unread(step, go)

    def action_select(self) -> None:
        if self.list.count:
            self._reselect(self.listing.toggled(self.row))
            self.list.go(self.row + 1)

    def action_select_range(self) -> None:
        self._reselect(self.listing.range_toggled(self.row))

    def action_select_all(self) -> None:
        self._reselect(self.listing.all_selected())

    def action_select_none(self) -> None:
        self._reselect(self.listing.none_selected())
        self.post_message(Remark("no cable is selected"))

    def _reselect(self, listing: ListState) -> None:
        self.listing = listing
        self.list.show_anew()
        self.post_message(self.Selected())

    def toggle_column(self, column: Column) -> Chosen:
        """Show a column more or less from now on; those that are chosen then."""
        self.columns = toggled(self.columns, column)
        with suppress(OSError, NotebookError):
            self._remembered.note(REMEMBERED, written(self.columns))
        self._show_columns()
        return self.columns

    def _show_columns(self) -> None:
        self.list.show_columns(self.columns)
        self.query_one(ListTitles).show_columns(self.columns)
        self._count_hits()

    def begin_find(self) -> None:
        """Words are being typed: they are found from the current row on."""
        self._find = RowFind(words=self._find.words, start=self.row)

    def find(self, words: str) -> None:
        """Go to the first row that shows words, as soon as it is known."""
        words = words.strip()
        self._looking.stop()
        self._find = self._find.sought(words)
        self.list.show_words(Sought((words,)))
        if words:
            self._look(words)
        else:
            self.list.go(self._find.start)

    def enter_find(self, words: str) -> None:
        """The words are these; they may be looked for already."""
        if words.strip() != self._find.words:
            self.begin_find()
            self.find(words)
        self._find = self._find.as_entered()
        self._tell_missing()

    def leave_find(self) -> None:
        """The words were given up: back to where the reader was."""
        start = self._find.start
        self.find("")
        self.list.go(start)

    def action_find_next(self, step: int) -> None:
        row = self._find.beside(self.row, step)
        if not self._find.words:
            self.post_message(Remark("nothing to find: / asks for words"))
        elif self._find.rows is None:
            self.post_message(Remark("still looking"))
        elif row is None:
            where = "further on" if step > 0 else "before this"
            self.post_message(Remark(f"no row {where} with {self._find.words}"))
        else:
            self.list.go(row)

    def action_find_clear(self) -> None:
        self.begin_find()
        self.find("")
        self.post_message(self.Sighted(""))
        self.post_message(Remark("nothing is marked in the rows"))

    @work(thread=True, exclusive=True, group="look")
    def _look(self, words: str) -> None:
        worker = get_current_worker()
        self._looking.rows_with(
            words,
            self.listing.places,
            lambda answer: self._post(self.Looked(answer)),
            lambda: not worker.is_cancelled,
        )

    @on(LineView.Moved, "#list")
    def _count_hits(self) -> None:
        """Count the hits in the cables in view, if there is a column for them."""
        if HITS in self.columns and self.list.count:
            places = [self.listing.places[row] for row in self.list.in_view]
            if uncounted := self._rows.uncounted(self.listing.query, places):
                self._hitting.stop()
                self._count(uncounted)

    @work(thread=True, exclusive=True, group="hits")
    def _count(self, places: Sequence[int]) -> None:
        worker = get_current_worker()
        self._hitting.hits(
            self.listing.query,
            places,
            lambda answer: self._post(self.Looked(answer)),
            lambda: not worker.is_cancelled,
        )

    def _post(self, message: Message) -> None:
        self.post_message(message)

    @on(Looked)
    def _take_look(self, event: Looked) -> None:
        event.stop()
        match event.answer:
            case FoundHits(query=query, counts=counts):
                self._rows.counted(query, counts)
                self.list.show_anew()
            case FoundRows(words=words, rows=rows) if words == self._find.words:
                going, self._find = self._find.going, self._find.found(rows)
                if going:
                    self._go_to_found()
                self.post_message(self.Sighted(self._find.place(self.row)))

    def _go_to_found(self) -> None:
        """Go to the first row found; without one, back to where the find began."""
        first = self._find.first
        self.list.go(self._find.start if first is None else first)
        self._tell_missing()

    def _tell_missing(self) -> None:
        """Tell of words that are entered and in no row; typed ones may go on."""
        if self._find.missing:
            text = "not in the rows of this list; s searches texts"
            self.post_message(Remark(text))

    def _fetch(self, start: int, size: int) -> Sequence[ListRow]:
        return self._rows.of(self.listing, self.row, start, size)
