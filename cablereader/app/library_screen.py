"""The library: the list of cables, and the cable that is read, beside each other."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from cablereader.app.command import Context
from cablereader.app.commands import copy_commands
from cablereader.app.copier import Copier
from cablereader.app.pane_screen import PaneScreen
from cablereader.app.panes.list_pane import ListPane
from cablereader.app.panes.list_view import ListView
from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.part import Part
from cablereader.app.parts.around import Around
from cablereader.app.parts.browsing import Browsing
from cablereader.app.parts.columns import Columns
from cablereader.app.parts.desk import Beside, Desk
from cablereader.app.parts.home import Home
from cablereader.app.parts.ids import Ids
from cablereader.app.parts.leaving import Leaving
from cablereader.app.parts.limits import Limits
from cablereader.app.parts.listed import Listed
from cablereader.app.parts.preview import Preview
from cablereader.app.parts.report import Report
from cablereader.app.parts.saved import Saved
from cablereader.app.parts.subject import Subject
from cablereader.app.searches import Searches
from cablereader.app.state.home import ALL
from cablereader.app.state.own_keys import SCREENS, keys_by_screen
from cablereader.app.widgets.cable_list import CableList
from cablereader.app.widgets.facet_pane import FacetPane
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.prompt import Prompt
from cablereader.archive.store import Archive
from cablereader.library.archive_queue import ArchiveQueue
from cablereader.library.session import Session
from cablereader.present.entry_row import ListRow


class LibraryScreen(PaneScreen):
    """A list with its facets beside a desk; the keys go to one of them."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # Textual's declaration
        (0, "-narrow"),
        (160, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]  # noqa: RUF012  # Textual's declaration

    def __init__(
        self, session: Session, theme_names: tuple[str, ...], *, archive: Archive
    ) -> None:
        """A library of an archive, with the notebook of a session."""
        copier = Copier(session, self.write_terminal)
        keys = keys_by_screen(session.settings)
        super().__init__(keys, theme_names, copy_commands(copier.forms.forms))
        self.session = session
        self._archive = archive
        self.facet_pane = FacetPane(id="facets")
        self.reader = ReaderPane(self, session.settings.measure, id="cable")
        self.listing = ListPane(
            session, archive, lambda: self.reader.bookmarks, id="listing"
        )
        self._limits = Limits(
            self,
            session,
            self.listing,
            self._begin_listing,
            lambda: self.in_list,
            self._forget_words,
        )
        subject = Listed(self.listing, self.reader, lambda: self.in_list)
        beside = Beside(
            subject=subject,
            row=self._row,
            go_on=self._go_on,
            show_anew=self.listing.show_anew,
            changed=self._show_changed,
            show_list=self._limits.search,
            begin_reading=self._begin_reading,
        )
        self.desk = desk = Desk(self, session, self.reader, copier, beside)
        self._preview = Preview(self, self.listing, self.reader, desk.going)
        self._ids = Ids(self, archive, self.reader, desk.going, self._begin_reading)
        counting = Searches(archive.path, session.attached_notebook)
        self._home = Home(self, self.facet_pane, counting, session.triage_file)
        self._leaving = Leaving(self, self.action_quit)
        self.equip(desk.parts)
        self.equip(self._parts_of_library(subject))
        if session.first:  # what is to be read has the keys from the start
            self.add_class("-reading", update=False)

    def _parts_of_library(self, subject: Subject) -> dict[str, Part]:
        """What can be done here, and at no desk alone."""
        session, listing, limits = self.session, self.listing, self._limits
        links, apply = self.desk.links, self.desk.triaging.apply
        archive, file, open_id = self._archive, session.triage_file, self._ids.open
        return {
            "list": listing,
            "columns": Columns(self, listing),
            "limits": limits,
            "preview": self._preview,
            "ids": self._ids,
            "around": Around(self, archive, subject, file, links, open_id),
            "browse": Browsing(self, session, listing, limits.limit),
            "saved": Saved(self, session, listing, self._begin_listing, apply),
            "report": Report(self, session, listing),
            "home": self._home,
            "leaving": self._leaving,
        }

    @property
    def AUTO_FOCUS(self) -> str:  # type: ignore[override]  # noqa: N802  # Textual's name
        """The pane that has the keys as long as nothing else was given them."""
        return "#body" if self.has_class("-reading") else "#list"

    def compose_panes(self) -> ComposeResult:
        with Container(id="library"):
            yield self.facet_pane
            yield self.listing
            yield self.reader

    def on_mount(self) -> None:
        """Go on with the list of the last session, at its cable."""
        self.desk.begin()
        if first := self.session.first:
            self.listing.resume("", first.cable_id)
            self._ids.open(f"{first.cable_id}:{first.label}".rstrip(":"))
            self.show_now()
        else:
            self.listing.begin()

    @property
    def in_list(self) -> bool:
        """Whether the keys go to the list or its facets."""
        return self.pane in {self.listing.list, self.facet_pane}

    @property
    def contexts(self) -> tuple[Context, ...]:
        if self.in_list:
            return SCREENS[Context.LIST]
        return (*self.reader.contexts_of_view, *SCREENS[Context.READER])

    @property
    def main_pane(self) -> LineView:
        reading = self.has_class("-reading")
        return self.reader.body if reading else self.listing.list

    def frame_of(self, pane: LineView) -> Widget:
        return self.listing if pane is self.listing.list else pane

    @property
    def place(self) -> str:
        return self.listing.place if self.in_list else self.desk.place

    @property
    def hints(self) -> Mapping[str, str]:
        back = {} if self.in_list else {"app.back": "list"}
        return {**super().hints, **back}

    def _row(self) -> ListRow | None:
        return self.listing.list.row_of(self.listing.row)

    def _show_changed(self) -> None:
        self.listing.show_anew()
        self.desk.going.keep_position()
        self.listing.keep_stop()
        self._home.count_soon()

    def _forget_words(self) -> None:
        self.desk.going.forget_words()

    def _begin_reading(self) -> None:
        """Let the keys go to the reader."""
        self._preview.stop()
        self.add_class("-reading")
        self.reader.body.focus()

    def _begin_listing(self) -> None:
        """Let the keys go to the list."""
        self.remove_class("-reading")
        self.listing.list.focus()

    def _go_on(self) -> None:
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
            self.desk.going.open_at(row)

    @on(ListPane.Changed)
    def _take_list(self, event: ListPane.Changed) -> None:
        condition = self.listing.listing.query.condition
        queue = ArchiveQueue(self._archive, event.places)
        self.desk.going.take_queue(queue, condition)
        self.set_class(not event.places, "-empty")
        if not event.places and self.listing.listing.limits:
            self.say("nothing found; Esc goes back, s searches anew")
        self.show_place()
        if event.first and not self.has_class("-reading"):
            self._preview.show()
        self.show_now()

    @on(ListPane.Selected)
    def _tell_selected(self) -> None:
        self.show_place()

    @on(ListPane.Counted)
    def _take_facets(self, event: ListPane.Counted) -> None:
        self.facet_pane.show(event.facets)
        if not self.facet_pane.knows_home:
            self._home.count()

    @on(ListPane.Weighed)
    def _show_weighed(self, event: ListPane.Weighed) -> None:
        self._limits.show_weighed(event)

    @on(ListView.Sighted)
    def _show_sighted(self, event: ListView.Sighted) -> None:
        if self.prompt.kind == "rows":
            self.prompt.name_anew(f"find in rows {event.place}:")
        self.show_place()

    @on(Prompt.Unsure)
    async def _list_fields(self, event: Prompt.Unsure) -> None:
        await self._limits.list_fields(event.kind, event.label)

    @on(FacetPane.Picked)
    def _limit_to(self, event: FacetPane.Picked) -> None:
        if event.query == ALL:
            self._limits.action_home()
        else:
            self._limits.take("search" if event.anew else "limit", event.query)

    @on(LineView.Moved, "#list")
    def _row_changed(self) -> None:
        self._preview.settle()

    @on(CableList.Opened)
    def _row_opened(self) -> None:
        self.action_open(1)

    def action_open(self, number: int) -> None:
        """Open the cable of the row; on an empty list, search for what was meant."""
        if self.pane is self.facet_pane:
            if picked := self.facet_pane.picked:
                self._limit_to(picked)
        elif self.listing.row < len(self.desk.going.queue):
            self.desk.going.open_at(self.listing.row)
            self._begin_reading()
        elif not self.listing.take_suggestion(number or 1):
            self.say("nothing to open here")

    def action_advance(self) -> None:
        """Read the preview on; from its end mark the cable as read and go on."""
        body = self.reader.body
        if not self._preview.shown:
            self._preview.show()
        elif self.reader.display and not body.at_end:
            body.page(1)
        else:
            self.desk.triaging.finish()

    def action_preview(self) -> None:
        self.toggle_class("-no-preview")

    def action_back(self) -> None:
        if not self.in_list:
            if state := self.reader.state:
                self.listing.list.go(state.position)
            self._begin_listing()
        elif self.listing.listing.limits:
            self.listing.action_pop_limit()
        else:
            self._leaving.back()

    def action_focus_list(self) -> None:
        self.action_back()
