"""The library: the list of cables, and the cable that is read, beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.dom import DOMNode
from textual.timer import Timer

from cablereader.app.command import Context
from cablereader.app.panes.list_pane import ListPane
from cablereader.app.panes.list_view import ListView
from cablereader.app.screens.around import AroundScreen
from cablereader.app.screens.notebook import AT_ONCE
from cablereader.app.state.reader import ReaderState
from cablereader.app.widgets.cable_list import CableList
from cablereader.app.widgets.cable_view import CableView
from cablereader.app.widgets.facet_pane import FacetPane
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.prompt import Prompt
from cablereader.archive.hits import hits_in
from cablereader.archive.store import Archive
from cablereader.errors import NotebookError
from cablereader.library.archive_queue import ArchiveQueue
from cablereader.library.moving import move_all
from cablereader.library.session import Session
from cablereader.library.triage import TriageFile
from cablereader.library.triage_progress import Progress
from cablereader.model import move as moves
from cablereader.model.cable import Cable
from cablereader.model.facets import Count, Facets
from cablereader.model.hit import texts_of
from cablereader.model.move import Move
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.model.saved_search import SavedSearch, saving
from cablereader.present.find import Sought
from cablereader.present.piece import Piece

if TYPE_CHECKING:
    from cablereader.app.state.export import Exported

PREVIEW_DELAY: Final = 0.15
"""Seconds without a movement after which the cable of the row is shown: more than
there are between two repeats of a key that is held down."""
BROWSED: Final[dict[str, Callable[[Facets], tuple[str, str, tuple[Count, ...]]]]] = {
    "origin": lambda facets: ("Origins", "origin", facets.origins),
    "classification": lambda facets: (
        "Classifications",
        "class",
        facets.classifications,
    ),
    "tag": lambda facets: ("TAGS", "tag", facets.tags),
    "month": lambda facets: ("Months of creation", "date", facets.months),
}
"""Of each browse page its title, the field of its queries, and its counts."""


class LibraryScreen(AroundScreen):
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
        self._landed: ParagraphRef | None = None

    def compose_panes(self) -> ComposeResult:
        with Container(id="library"):
            yield FacetPane(id="facets")
            yield ListPane(
                self.session, self.archive, lambda: self.bookmarks, id="listing"
            )
            yield CableView(self._measure, id="cable")

    @property
    def listing(self) -> ListPane:
        """The list of cables."""
        return self.query_one(ListPane)

    @property
    def facet_pane(self) -> FacetPane:
        """What the list is made of."""
        return self.query_one(FacetPane)

    @property
    def main_pane(self) -> LineView:
        return self.body if self.has_class("-reading") else self.listing.list

    @property
    def in_list(self) -> bool:
        """Whether the keys go to the list or its facets."""
        return self.pane in {self.listing.list, self.facet_pane}

    @property
    def contexts(self) -> tuple[Context, ...]:
        if self.in_list:
            return (
                Context.LIST,
                Context.TRIAGE,
                Context.MOVEMENT,
                Context.EVERYWHERE,
            )
        return super().contexts

    @property
    def namespaces(self) -> dict[str, DOMNode]:
        return {"list": self.listing}

    @property
    def place(self) -> str:
        return self.listing.place if self.in_list else super().place

    def open_first(self) -> None:
        """Go on with the list of the last session, at its cable."""
        first, stop = self.session.first, self.triage_file.last_stop()
        if first:
            self.listing.resume("", first.cable_id)
            self.open_id(f"{first.cable_id}:{first.label}".rstrip(":"))
        elif stop:
            self.listing.resume(*stop)
        else:
            self.listing.action_home()

    @on(ListPane.Changed)
    def _take_list(self, event: ListPane.Changed) -> None:
        self.queue = ArchiveQueue(self.archive, event.places)
        self.set_class(not event.places, "-empty")
        if not event.places and self.listing.listing.limits:
            self.say("nothing found; Esc takes this limit away, s searches anew")
        self.show_place()
        if event.first and not self.has_class("-reading"):
            self._preview()

    @on(ListPane.Selected)
    def _tell_selected(self) -> None:
        self.show_place()

    @on(ListPane.Counted)
    def _take_facets(self, event: ListPane.Counted) -> None:
        self.facet_pane.show(event.facets)

    @on(FacetPane.Picked)
    def _limit_to(self, event: FacetPane.Picked) -> None:
        self.listing.take_query("limit", event.query)
        self.listing.list.focus()

    @on(LineView.Moved, "#list")
    def _row_changed(self) -> None:
        self.show_place()
        if self._delay:
            self._delay.stop()
        if not self.prompt.kind:
            self._delay = self.set_timer(PREVIEW_DELAY, self._preview)

    def action_find_rows(self) -> None:
        self.listing.begin_find()
        self.action_ask("rows", "words of a reference id, subject or origin")

    @on(Prompt.Typed)
    def _seek(self, event: Prompt.Typed) -> None:
        if event.kind == "rows":
            self.listing.find(event.text)

    @on(Prompt.Left)
    def _leave_find(self, event: Prompt.Left) -> None:
        if event.kind == "rows":
            self.listing.leave_find()

    @on(ListView.Sighted)
    def _show_sighted(self, event: ListView.Sighted) -> None:
        if self.prompt.kind == "rows":
            self.prompt.name_anew(f"find in rows {event.place}:")
        self.show_place()

    async def action_columns(self) -> None:
        from cablereader.app.screens.column_menu import ColumnMenu

        pane = self.listing
        await self.app.push_screen(ColumnMenu(pane.columns, pane.toggle_column))

    @on(CableList.Opened)
    def _row_opened(self) -> None:
        self.action_open()

    def _preview(self) -> None:
        """Show the cable of the current row in the reader's pane."""
        if self.view.display and self.listing.row < len(self.queue):
            self.open_at(self.listing.row)

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

    def targets(self) -> tuple[str, ...]:
        return self.listing.targets() if self.in_list else super().targets()

    def exported(self) -> Exported | None:
        """What an export is of: what is selected in the list, else all of it."""
        from cablereader.app.state.export import listed, stem_of

        if not self.in_list:
            return super().exported()
        listing = self.listing.listing
        if not listing.complete:
            self.say("still searching; try again in a moment")
            return None
        selected = sorted(listing.selection(self.listing.row), reverse=True)
        stem = "selection" if selected else stem_of(str(listing.query.condition))
        return listed(
            self.archive, selected or listing.places, self.bookmarks.marks, stem
        )

    def make(self, move: Move, *, toggling: bool = False) -> None:
        """As in the reader; with very many selected cables beside the screen."""
        selected = self.listing.listing.selection(self.listing.row)
        if not self.in_list or len(selected) <= AT_ONCE:
            super().make(move, toggling=toggling)
            return
        from cablereader.app.screens.question import Question

        self._last_move = move

        def change(file: TriageFile, progress: Progress) -> str:
            with Archive(self.archive.path) as archive:
                ids = archive.ids(sorted(selected))
            step = move_all(file, ids, move, progress, toggling=toggling)
            return f"{step.sentence} (u takes it back)" if step else "already so"

        question = Question(f"This is about {len(selected):,} cables. Do it?")
        _ = self.app.push_screen(
            question, lambda yes: self.change_beside(change) if yes else None
        )

    def finish(self) -> None:
        """As in the reader; what is selected is finished whole."""
        if self.in_list and self.listing.listing.selected:
            self.make(moves.FINISHED)
        else:
            super().finish()

    def changed(self) -> None:
        self.listing.show_anew()
        self.keep_position()
        self._keep_stop()

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

    def action_open(self) -> None:
        if self.pane is self.facet_pane:
            if query := self.facet_pane.query_of_line:
                self._limit_to(FacetPane.Picked(query))
        elif self.listing.row < len(self.queue):
            self.open_at(self.listing.row)
            self.begin_reading()

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

    async def action_browse(self, by: str) -> None:
        """The page of a facet, to limit the list to one of its values."""
        from cablereader.app.screens.browse import Browse

        if (facets := self.listing.facets) is None:
            self.say("still counting; try again in a moment")
            return
        title, field, counts = BROWSED[by](facets)
        await self.app.push_screen(Browse(title, field, counts), self._limit_to_chosen)

    def _limit_to_chosen(self, query: str | None) -> None:
        if query:
            self.listing.take_query("limit", query)

    def show_list(self, query: str) -> None:
        self.listing.take_query("search", query)
        self.begin_listing()

    def begin_listing(self) -> None:
        """Let the keys go to the list."""
        self.remove_class("-reading")
        self.listing.list.focus()

    async def action_saved(self) -> None:
        from cablereader.app.screens.saved_searches import SavedSearches

        searches = self.triage_file.searches()
        await self.app.push_screen(SavedSearches(searches), self._open_saved)

    def _open_saved(self, query: str | None) -> None:
        if query is not None:
            self.listing.take_query("search", query)

    def _save_search(self, text: str) -> None:
        """Save the list's query under a name; a letter may stand behind the name."""
        name, _, letter = text.strip().rpartition(" ")
        if not name or len(letter) != 1:
            name, letter = text.strip(), ""
        if name:
            search = SavedSearch(name, str(self.listing.listing.query), letter)
            self.apply(saving(search, self.triage_file.searches()))

    def take_words(self, kind: str, text: str) -> None:
        match kind:
            case "limit" | "search":
                self.listing.take_query(kind, text)
                self.begin_listing()
            case "rows":
                self.listing.find(text)
                self._row_changed()
            case "id":
                self.open_id(text)
            case "save":
                self._save_search(text)
            case _:
                super().take_words(kind, text)

    @work(thread=True, exclusive=True, group="report")
    def action_report(self) -> None:
        """What was read when and of whom in this list, and what is left."""
        from cablereader.library.reporting import report_on
        from cablereader.present.report import report_lines

        path, query = self.archive.path, self.listing.listing.query
        notebook = self.session.attached_notebook()
        with (
            TriageFile(self.triage_file.path, to_read=True) as file,
            Archive(path, notebook=notebook) as archive,
        ):
            lines = tuple(report_lines(report_on(file, archive, query)))
        self.app.call_from_thread(self._show_report, lines)

    def _show_report(self, lines: Iterable[str]) -> None:
        from cablereader.app.screens.pager import Pager

        rows = [(Piece(line),) for line in lines]
        _ = self.app.push_screen(Pager("Report on this list", rows))

    def leave(self) -> None:
        super().leave()
        self._keep_stop()

    def _keep_stop(self) -> None:
        """Remember the list and its cable, for the session that goes on here."""
        if current := self.listing.list.current:
            with suppress(NotebookError):
                query = str(self.listing.listing.query)
                self.triage_file.keep_stop(query, current.cable_id)


def _same(before: ReaderState | None, state: ReaderState) -> bool:
    """Whether it is the cable as it was found before."""
    return (
        before is not None
        and before.cable is state.cable
        and before.found_by == state.found_by
    )
