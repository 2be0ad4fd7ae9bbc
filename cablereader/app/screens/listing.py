"""What is done with a list of cables: found in, limited, changed, saved, exported."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from textual import on, work
from textual.dom import DOMNode
from textual.timer import Timer

from cablereader.app.command import Context
from cablereader.app.finding import Finding
from cablereader.app.panes.list_pane import ListPane
from cablereader.app.panes.list_view import ListView
from cablereader.app.panes.remark import Remark
from cablereader.app.screens.around import AroundScreen
from cablereader.app.screens.link_list import LinkList
from cablereader.app.screens.notebook import AT_ONCE
from cablereader.app.state.links import links_to_articles
from cablereader.app.state.own_keys import SCREENS
from cablereader.app.widgets.facet_pane import FacetPane
from cablereader.app.widgets.prompt import QUERIES, Prompt
from cablereader.archive.store import Archive
from cablereader.errors import ArchiveError
from cablereader.library.moving import move_all
from cablereader.library.session import Session
from cablereader.library.triage import TriageFile
from cablereader.library.triage_progress import Progress
from cablereader.model import move as moves
from cablereader.model.facets import Count, Facets
from cablereader.model.frozen import frozen
from cablereader.model.move import Move
from cablereader.model.query import Is, Query
from cablereader.model.saved_search import SavedSearch, saving
from cablereader.present.legend import row_signs
from cablereader.present.piece import Piece

if TYPE_CHECKING:
    from cablereader.app.state.export import Exported


@frozen
class Page:
    """A page to browse by."""

    title: str
    field: str
    """Of the queries for its values."""
    of: Callable[[Facets], tuple[Count, ...]] | None = None
    """Its counts among those of the list, if they are."""


PAGES: Final = {
    "origin": Page("Origins", "origin", lambda facets: facets.origins),
    "classification": Page(
        "Classifications", "class", lambda facets: facets.classifications
    ),
    "tag": Page("TAGS", "tag", lambda facets: facets.tags),
    "month": Page("Months of creation", "date", lambda facets: facets.months),
    "released": Page("Days of release", "released"),
    "label": Page("Your labels", "label"),
}


PAUSES: Final = (0.15, 0.4)
"""Seconds without a key after which what is typed is counted: near, and far away."""


class ListingScreen(AroundScreen):
    """A reader beside a list of cables, with the keys of the list."""

    def __init__(
        self, session: Session, theme_names: tuple[str, ...], archive: Archive
    ) -> None:
        """A list of an archive, with the reader of a session."""
        super().__init__(session, theme_names, archive)
        self._pause: Timer | None = None

    @property
    def listing(self) -> ListPane:
        """The list of cables."""
        return self.query_one(ListPane)

    @property
    def facet_pane(self) -> FacetPane:
        """What the list is made of."""
        return self.query_one(FacetPane)

    @property
    def in_list(self) -> bool:
        """Whether the keys go to the list or its facets."""
        return self.pane in {self.listing.list, self.facet_pane}

    @property
    def contexts(self) -> tuple[Context, ...]:
        if self.in_list:
            return SCREENS[Context.LIST]
        return (*self.contexts_of_view, *SCREENS[Context.READER])

    @property
    def namespaces(self) -> dict[str, DOMNode]:
        return {"list": self.listing}

    @property
    def place(self) -> str:
        return self.listing.place if self.in_list else super().place

    def action_ask(self, kind: str, label: str) -> None:
        if kind == "rows":
            self.listing.begin_find()
        super().action_ask(kind, label)

    @on(Prompt.Typed)
    def _seek(self, event: Prompt.Typed) -> None:
        if event.kind == "rows":
            self.listing.find(event.text)
        elif event.kind in QUERIES:
            self._weigh_soon(event)

    def _weigh_soon(self, event: Prompt.Typed) -> None:
        """Count what is typed when no key has been pressed for a while."""
        if self._pause:
            self._pause.stop()
        weigh = partial(self._weigh, event.kind, event.text)
        self._pause = self.set_timer(PAUSES[self.session.pace.far], weigh)

    def _weigh(self, kind: str, text: str) -> None:
        if kind == self.prompt.kind and not self.listing.weigh(kind, text):
            self.prompt.name_anew(f"{kind}:")

    @on(ListPane.Weighed)
    def _show_weighed(self, event: ListPane.Weighed) -> None:
        kind = self.prompt.kind
        if kind in QUERIES and self.prompt.value == event.text:
            noun = "cable" if event.cables == 1 else "cables"
            self.prompt.name_anew(f"{kind} ({event.cables:,} {noun}):")

    @on(Prompt.Left)
    def _leave_find(self, event: Prompt.Left) -> None:
        if event.kind == "rows":
            self.listing.leave_find()

    @on(ListView.Sighted)
    def _show_sighted(self, event: ListView.Sighted) -> None:
        if self.prompt.kind == "rows":
            self.prompt.name_anew(f"find in rows {event.place}:")
        self.show_place()

    def escape(self) -> bool:
        """As in the reader; in the list a selection, or a limit that finds nothing."""
        if super().escape():
            return True
        listing = self.listing.listing
        if self.in_list and listing.selection(self.listing.row):
            self.listing.action_select_none()
        elif self.in_list and listing.limits and not listing.places:
            self.listing.action_pop_limit()
        else:
            return False
        return True

    def settle(self) -> None:
        """The reader stays at a row: show its cable, where there is room for it."""

    async def action_explain_row(self) -> None:
        """Say what the signs of the current row mean."""
        if row := self.listing.list.row_of(self.listing.row):
            signs = row_signs(row.flags, row.entry.classification)
            (await self.explaining()).explain_signs(row.entry.cable_id, signs)
        else:
            self.say("no row here")

    async def action_columns(self) -> None:
        from cablereader.app.screens.column_menu import ColumnMenu

        pane = self.listing
        await self.app.push_screen(ColumnMenu(pane.columns, pane.toggle_column))

    def targets(self) -> tuple[str, ...]:
        return self.listing.targets() if self.in_list else super().targets()

    @property
    def led_here(self) -> str:
        listed = self.state is not None and self.state.listed
        return str(self.listing.listing.query.condition) if listed else ""

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

    def show_others(self) -> None:
        super().show_others()
        self.listing.show_anew()

    def changed(self) -> None:
        self.listing.show_anew()
        self.keep_position()
        self.listing.keep_stop()

    def action_browse(self, by: str) -> None:
        """One of `PAGES`, to limit the list to one of its values."""
        of, facets = PAGES[by].of, self.listing.facets
        if of and facets:
            self._show_page(by, of(facets))
        else:
            self.say("counting")
            labels = self.triage_file.labels() if by == "label" else ()
            self._count_page(by, tuple(name for name, _ in labels))

    @work(thread=True, exclusive=True, group="browse")
    def _count_page(self, by: str, labels: tuple[str, ...]) -> None:
        query, notebook = self.listing.listing.query, self.session.attached_notebook()
        try:
            with Archive(self.archive.path, notebook=notebook) as archive:
                if by == "label":
                    counts = _labelled(archive, query, labels)
                else:
                    counts = archive.counts(by, query)
        except ArchiveError as error:
            self.post_message(Remark(str(error), wrong=True))
        else:
            self.app.call_from_thread(self._show_page, by, counts)

    def _show_page(self, by: str, counts: tuple[Count, ...]) -> None:
        from cablereader.app.screens.browse import Browse

        self.say("")
        page = PAGES[by]
        screen = Browse(page.title, page.field, counts)
        _ = self.app.push_screen(screen, self._limit_to_chosen)

    def _limit_to_chosen(self, query: str | None) -> None:
        if query:
            self.take_words("limit", query)

    async def action_articles(self) -> None:
        """The articles that name this cable, each with the other cables it names."""
        chosen = self.chosen()
        links = links_to_articles(chosen[0]) if chosen else ()
        if chosen and links:
            title = f"Articles that name {chosen[0].cable_id}"
            await self.app.push_screen(LinkList(title, links), self._follow_chosen)
        else:
            self.say("no article here names this cable")

    def action_home(self) -> None:
        """All cables."""
        self.take_words("search", "")

    def action_pop_limit(self) -> None:
        """The list without its last limit."""
        self.take_words("limit", "")

    def show_list(self, query: str) -> None:
        self.listing.take_query("search", query)
        self.begin_listing()

    def begin_listing(self) -> None:
        """Let the keys go to the list."""
        self.remove_class("-reading")
        self.listing.list.focus()

    async def action_saved(self) -> None:
        from cablereader.app.screens.saved_searches import SavedSearches

        finding = Finding(self.archive.path, self.session.attached_notebook)
        screen = SavedSearches(self.triage_file, finding)
        await self.app.push_screen(screen, self._open_saved)

    def _open_saved(self, search: SavedSearch | None) -> None:
        if search:
            self.listing.resume(search.query, self.triage_file.stop_of(search.query))
            self.begin_listing()

    def _save_search(self, text: str) -> None:
        """Save the list's query under a name; a letter may stand behind the name."""
        from cablereader.app.screens.saved_searches import KEYS

        name, _, letter = text.strip().rpartition(" ")
        if not name or len(letter) != 1:
            name, letter = text.strip(), ""
        if letter and letter in KEYS:
            self.say(f"not saved: {letter} is a key of the screen of saved searches")
        elif name:
            search = SavedSearch(name, str(self.listing.listing.query), letter)
            self.apply(saving(search, self.triage_file.searches()))

    def take_words(self, kind: str, text: str) -> None:
        match kind:
            case "limit" | "search":
                self.listing.take_query(kind, text)
                self.begin_listing()
            case "rows":
                self.listing.enter_find(text)
                self.settle()
            case "id":
                self.open_id(text)
            case "save":
                self._save_search(text)
            case "cable-note":
                self.make(moves.noted(text.strip()))
                self.note_left()
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


def _labelled(
    archive: Archive, query: Query, labels: Iterable[str]
) -> tuple[Count, ...]:
    """How many of the cables that a query finds have which label."""
    queries = ((each, query.narrowed_to(Query(Is("label", each)))) for each in labels)
    return tuple(Count(label, archive.count(asked)) for label, asked in queries)
