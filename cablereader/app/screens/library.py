"""The library: the list of cables, and the cable that is read, beside each other."""

from __future__ import annotations

from typing import Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import get_current_worker

from cablereader.app.finding import Finding, Size
from cablereader.app.panes.list_pane import ListPane
from cablereader.app.screens.listing import ListingScreen
from cablereader.app.state.home import ALL, Places, home_places, home_rows
from cablereader.app.state.reader import ReaderState
from cablereader.app.widgets.cable_list import CableList
from cablereader.app.widgets.cable_view import CableView
from cablereader.app.widgets.facet_pane import FacetPane
from cablereader.app.widgets.line_view import LineView
from cablereader.archive.by_name import names_behind
from cablereader.archive.hits import hits_in
from cablereader.archive.store import Archive
from cablereader.library.archive_queue import ArchiveQueue
from cablereader.library.session import Session
from cablereader.model.cable import Cable
from cablereader.model.hit import texts_of
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.model.query import Query
from cablereader.present.find import Sought
from cablereader.present.visible import visible_line

PREVIEW_DELAY: Final = 0.15
"""Seconds without a movement after which the cable of the row is shown: more than
there are between two repeats of a key that is held down."""

HOME_DELAY: Final = 1.0
"""Seconds without a change after which what there is at home is counted anew."""


class LibraryScreen(ListingScreen):
    """The list pane and the facets beside the reader; what is common to them."""

    AUTO_FOCUS = "#list"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # Textual's declaration
        (0, "-narrow"),
        (160, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]  # noqa: RUF012  # Textual's declaration

    def __init__(
        self, session: Session, theme_names: tuple[str, ...], *, archive: Archive
    ) -> None:
        """A library of an archive."""
        super().__init__(session, theme_names, archive)
        self._delay: Timer | None = None
        self._homing: Timer | None = None
        self._home = Finding(archive.path, session.attached_notebook)
        self._landed: ParagraphRef | None = None

    def compose_panes(self) -> ComposeResult:
        with Container(id="library"):
            yield FacetPane(id="facets")
            yield ListPane(
                self.session, self.archive, lambda: self.bookmarks, id="listing"
            )
            yield CableView(self._measure, id="cable")

    @property
    def main_pane(self) -> LineView:
        return self.body if self.has_class("-reading") else self.listing.list

    def frame_of(self, pane: LineView) -> Widget:
        return self.listing if pane is self.listing.list else pane

    def open_first(self) -> None:
        """Go on with the list of the last session, at its cable."""
        first, stop = self.session.first, self.triage_file.last_stop()
        if first:
            self.listing.resume("", first.cable_id)
            self.open_id(f"{first.cable_id}:{first.label}".rstrip(":"))
        elif stop:
            self.listing.begin(*stop)
        else:
            self.listing.action_home()

    @on(ListPane.Changed)
    def _take_list(self, event: ListPane.Changed) -> None:
        self.queue = ArchiveQueue(self.archive, event.places)
        self.set_class(not event.places, "-empty")
        if not event.places and self.listing.listing.limits:
            self.say("nothing found; Esc goes back, s searches anew")
        self.show_place()
        if event.first and not self.has_class("-reading"):
            self._preview()

    @on(ListPane.Selected)
    def _tell_selected(self) -> None:
        self.show_place()

    @on(ListPane.Counted)
    def _take_facets(self, event: ListPane.Counted) -> None:
        self.facet_pane.show(event.facets)
        if not self.facet_pane.knows_home:
            self._show_home()

    @on(FacetPane.Picked)
    def _limit_to(self, event: FacetPane.Picked) -> None:
        if event.query == ALL:
            self.action_home()
        else:
            self.take_words("search" if event.anew else "limit", event.query)

    def changed(self) -> None:
        super().changed()
        if self._homing:
            self._homing.stop()
        self._homing = self.set_timer(HOME_DELAY, self._show_home)

    def _show_home(self) -> None:
        """Count anew where one can go from home, if that is shown."""
        if self.facet_pane.display:
            self._home.stop()
            self._count_home(home_places(self.triage_file.searches()))

    @work(thread=True, exclusive=True, group="home")
    def _count_home(self, places: Places) -> None:
        worker, sizes = get_current_worker(), dict[Query, Size]()
        queries = [query for _, _, query in places]
        self._home.sizes(queries, sizes.__setitem__, lambda: not worker.is_cancelled)
        if not worker.is_cancelled:
            rows = tuple(home_rows(places, sizes))
            self.app.call_from_thread(self.facet_pane.show_home, rows)

    @on(LineView.Moved, "#list")
    def _row_changed(self) -> None:
        self.settle()

    def settle(self) -> None:
        self.listing.why = ""
        self.show_place()
        if self._delay:
            self._delay.stop()
        if not self.prompt.kind:
            self._delay = self.set_timer(PREVIEW_DELAY, self._preview)

    @on(CableList.Opened)
    def _row_opened(self) -> None:
        self.action_open(1)

    def _preview(self) -> None:
        """Show the cable of the current row in the reader's pane."""
        if self.view.display and self.listing.row < len(self.queue):
            self.open_at(self.listing.row)
            self._say_why()

    def _say_why(self) -> None:
        """Tell why the cable that is shown is in the list, if nothing in it does."""
        if self.state and self.listing.listing.limits:
            condition = self.listing.listing.query.condition
            if names := names_behind(condition, self.state.cable):
                what = visible_line(" and ".join(names))
                self.listing.why = f"matched by the name of {what}"
                self.show_place()

    def found_by(self, cable: Cable) -> Sought:
        """The words of the list's query, as they stand in the cable."""
        hits = hits_in(self.listing.listing.query.condition, cable)
        return Sought(texts_of(hits), whole=True)

    def resumed(self, state: ReaderState) -> ReaderState:
        """A state with the cursor at the first hit, else where the reader stopped."""
        hits = hits_in(self.listing.listing.query.condition, state.cable)
        if not hits or not state.found_by:
            self._landed = None
            return super().resumed(state)
        state = state.moved_to_label(hits[0].label or "")
        self._landed = state.here
        return state

    def open_at(self, position: int) -> None:
        """Open a cable of the list, at the first hit of its query where it has one."""
        before = self.state
        super().open_at(position)
        if (state := self.state) and state.found_by and not _same(before, state):
            self.body.find(state.sought)
            self.body.go_to_hit(0)

    def keep_position(self) -> None:
        """As in any reader, but a hit that was only looked at is no place to keep."""
        if self.state and self.state.here != self._landed:
            super().keep_position()

    def go_on(self) -> None:
        """To the next unread cable of the list, from the list or in the reader."""
        if not self.listing.listing.selected:
            self.listing.find_unread(1, self._go_on_to)

    def _go_on_to(self, row: int | None) -> None:
        if row is None:
            self.say("no unread cable further on in this list")
            return
        reading = not self.in_list
        self.listing.list.go(row)
        if reading:
            self.open_at(row)

    def action_open(self, number: int) -> None:
        """Open the cable of the row; on an empty list, search for what was meant."""
        if self.pane is self.facet_pane:
            if picked := self.facet_pane.picked:
                self._limit_to(picked)
        elif self.listing.row < len(self.queue):
            self.open_at(self.listing.row)
            self.begin_reading()
        elif not self.listing.take_suggestion(number or 1):
            self.say("nothing to open here")

    def begin_reading(self) -> None:
        if self._delay:
            self._delay.stop()
        self.add_class("-reading")
        self.body.focus()

    def action_back(self) -> None:
        if not self.in_list:
            self.remove_class("-reading")
            if self.state:
                self.listing.list.go(self.state.position)
            self.listing.list.focus()
        elif self.listing.listing.limits:
            self.listing.action_pop_limit()
        else:
            super().action_back()

    def action_focus_list(self) -> None:
        self.action_back()

    def action_advance(self) -> None:
        """Read the preview on; from its end mark the cable as read and go on."""
        state = self.state
        shown = state and state.listed and state.position == self.listing.row
        if not shown and self.view.display:
            self._preview()
        elif self.view.display and not self.body.at_end:
            self.body.page(1)
        else:
            self.finish()

    def action_preview(self) -> None:
        self.toggle_class("-no-preview")

    def leave(self) -> None:
        super().leave()
        self.listing.keep_stop()


def _same(before: ReaderState | None, state: ReaderState) -> bool:
    """Whether it is the cable as it was found before."""
    return (
        before is not None
        and before.cable is state.cable
        and before.found_by == state.found_by
    )
