"""The reader: cables from documents, one after the other."""

from __future__ import annotations

from textual.app import ComposeResult

from cablereader.app.command import Context
from cablereader.app.commands import copy_commands
from cablereader.app.copier import Copier
from cablereader.app.pane_screen import PaneScreen
from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.parts.desk import Beside, Desk
from cablereader.app.parts.subject import OpenCable
from cablereader.app.state.own_keys import keys_by_screen
from cablereader.app.widgets.line_view import LineView
from cablereader.library.session import Session


class ReaderScreen(PaneScreen):
    """A desk alone: there is no list beside these cables, and no archive."""

    AUTO_FOCUS = "#body"

    def __init__(self, session: Session, theme_names: tuple[str, ...] = ()) -> None:
        """A reader of a session's queue."""
        copier = Copier(session, self.write_terminal)
        keys = keys_by_screen(session.settings)
        super().__init__(keys, theme_names, copy_commands(copier.forms.forms))
        self.session = session
        self.reader = ReaderPane(self, session.settings.measure, id="cable")
        alone = Beside(subject=OpenCable(self.reader))
        self.desk = Desk(self, session, self.reader, copier, alone)
        self.equip(self.desk.parts)

    @property
    def contexts(self) -> tuple[Context, ...]:
        return (
            *self.reader.contexts_of_view,
            Context.READER,
            Context.TRIAGE,
            *super().contexts,
        )

    def compose_panes(self) -> ComposeResult:
        yield self.reader

    @property
    def main_pane(self) -> LineView:
        return self.reader.body

    @property
    def place(self) -> str:
        return self.desk.place

    def on_mount(self) -> None:
        self.desk.begin()
        first, going = self.session.first, self.desk.going
        going.open_at((going.queue.position_of(first.cable_id) if first else 0) or 0)
        if first and first.label:
            _ = going.go(first)
        self.show_now()

    def action_focus_list(self) -> None:
        self.say("there is no list beside these cables")

    def action_back(self) -> None:
        self.action_quit()
