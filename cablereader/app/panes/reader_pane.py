"""The cable that is read: a state of its own, and the moves within the cable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from textual import on
from textual.geometry import Offset
from textual.reactive import var
from textual.visual import VisualType

from cablereader.app.command import Context
from cablereader.app.part import Host, Part
from cablereader.app.state.place import place_of
from cablereader.app.state.reader import ReaderState
from cablereader.app.state.telling import told
from cablereader.app.state.words import Words
from cablereader.app.widgets.body_view import BodyView
from cablereader.app.widgets.cable_view import CableView
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.side_pane import SidePane
from cablereader.model.bookmark import Bookmarks
from cablereader.model.cable import Cable

if TYPE_CHECKING:
    from cablereader.app.pointing import Pointing

MEASURES: Final = (60, 100)
"""Shortest and longest lines of running text, in cells."""


class ReaderPane(Part, CableView):
    """Owns a `ReaderState` and shows it; who goes to other cables gives it another."""

    state: var[ReaderState | None] = var(None, init=False)

    def __init__(self, host: Host, measure: int, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        """A pane without a cable, with lines of ``measure`` cells."""
        super().__init__(measure, id=id)
        self._host = host
        self.bookmarks = Bookmarks()
        """All there are, as they were read last."""
        self._pointing: Pointing | None = None
        self.words = {"paragraph": Words(enter="go there", take=self.go_to_label)}

    def reading_of(self, line: str) -> Words | None:
        return self.words["paragraph"] if line.strip().isdigit() else None

    @property
    def hints(self) -> Mapping[str, str]:
        several = self.state and self.state.selection
        return {"copy.default": "copy all selected"} if several else {}

    def escape(self) -> bool:
        state = self.state
        if self._host.pane is not self.body or state is None or not state.selection:
            return False
        self.state = state.none_selected()
        return True

    def state_with(self, cable: Cable) -> ReaderState:
        """The state, or where there is none yet the first one: of that cable."""
        return self.state or ReaderState(cable=cable, bookmarks=self.bookmarks)

    def show_bookmarks(self, bookmarks: Bookmarks) -> None:
        """Show bookmarks as they are now."""
        self.bookmarks = bookmarks
        if self.state and self.state.bookmarks is not bookmarks:
            self.state = self.state.with_bookmarks(bookmarks)

    @property
    def tooltip(self) -> VisualType | None:
        """What the words under the mouse mean: asked for when it rests on a pane."""
        from cablereader.app.pointing import Pointing

        if (state := self.state) is None:
            return None
        self._pointing = self._pointing or Pointing()
        x, y = self.app.mouse_position
        pane, region = self.screen.get_widget_at(x, y)
        if not isinstance(pane, LineView):
            return None
        at = Offset(x, y) - region.offset
        return self._pointing.explanation(pane, at, state.cable)

    @tooltip.setter
    def tooltip(self, tooltip: VisualType | None) -> None:
        raise AttributeError(f"it follows the mouse, and cannot be {tooltip}")

    @property
    def contexts_of_view(self) -> tuple[Context, ...]:
        """What can be done only with the lines as they are shown now."""
        received = self.state is not None and self.state.received
        return (Context.RECEIVED,) if received else ()

    @property
    def place(self) -> str:
        """Where in which cable the reader is, in a few words."""
        if self.state is None:
            return ""
        body = self.body
        return "  ".join(
            place_of(
                self.state,
                percent=body.percent if body.count else None,
                hit=body.hit_place,
                width=self.screen.size.width,
            )
        )

    def watch_state(self, state: ReaderState | None) -> None:
        if state:
            self.show(state)
            self._host.show_place()

    @on(LineView.Moved, "#body")
    def _follow(self) -> None:
        if self.state and self.state.cursor != self.body.paragraph:
            self.state = self.state.moved_to(self.body.paragraph)
        else:
            self._host.show_place()

    @on(BodyView.LaidOut)
    def _show_share(self) -> None:
        self._host.show_place()

    @on(SidePane.Picked)
    def _go_to_picked(self, event: SidePane.Picked) -> None:
        if self.state:
            self.state = self.state.jumped().moved_to(event.paragraph)
            self.body.focus()

    def go_to_label(self, label: str) -> None:
        """Go to a paragraph of this cable by its number, or by its label."""
        if (state := self.state) is None:
            return
        label = label.strip()
        moved = state.moved_to_label(label)
        if moved.here.label != label:
            self._host.say(f"this cable has no paragraph {label}")
        else:
            self.state = state.jumped().moved_to(moved.cursor)

    def action_change(self, move: str, arguments: tuple[int, ...] = ()) -> None:
        """Take a move of the state: one of `ReaderState`'s methods."""
        if before := self.state:
            self.state = after = getattr(before, move)(*arguments)
            self._host.say(told(move, before, after))

    def action_seek(self, indexes: str, step: int, what: str) -> None:
        """Go to the next of the paragraphs that a property of the state names."""
        if (state := self.state) is None:
            return
        self.state = state.moved_to_next(getattr(state, indexes), step)
        if self.state is state:
            self._host.say(f"no {what} {'further on' if step > 0 else 'before this'}")

    def action_header(self) -> None:
        if self.state:
            self.state = self.state.header_turned(self.form)

    def action_sideways(self, step: int, cells: int) -> None:
        """Scroll lines as received, by cells or by half the view; first cut them."""
        if (state := self.state) is None:
            return
        if step > 0 and not state.cut:
            self.state = state.cut_toggled()
        if not self.body.scroll_sideways(step, cells):
            where = "right" if step > 0 else "left"
            self._host.say(f"no line goes on to the {where}")

    def action_measure(self, cells: int) -> None:
        wanted = self.body.measure + cells if cells else self._measure
        self.body.set_measure(min(max(wanted, MEASURES[0]), MEASURES[1]))
        self._host.say(f"lines of {self.body.measure}")
