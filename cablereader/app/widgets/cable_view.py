"""One cable on screen: the header box, the routing list and the body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.geometry import Size
from textual.reactive import var
from textual.widget import Widget

from cablereader.app.state.reader import HeaderForm, ReaderState
from cablereader.app.widgets.body_text import BodyText
from cablereader.app.widgets.body_view import BodyView
from cablereader.app.widgets.header_box import HeaderBox
from cablereader.app.widgets.routing_list import RoutingList
from cablereader.app.widgets.side_pane import SidePane
from cablereader.model.bookmark import Bookmark
from cablereader.present.find import Sought

ROOMY: Final = (80, 30)
"""Columns and rows from which on the header box shows all that it has."""
BESIDE: Final = 160
"""From so many columns on the routing list stands beside the header box."""
LOW: Final = 19
"""Below so many rows the header box is one line, and a preview has none."""
WITH_SIDE: Final = 106
"""From so many columns on outline and notes stand beside the body."""
TOP_SHARE: Final = 4
"""The header box has one row of so many, if it needs them; the rest is for reading."""
LIST_ROWS: Final = 6
"""Of the routing list where it stands under the header box."""
FEW_ROWS: Final = 4
"""Of the header box in a roomy screen, where it does not show all that it has."""


class Frame(Container):
    """A box for panes; what they need changes, and it is laid out once for it."""

    virtual_size = var(Size(0, 0))


class Full(Frame):
    """A frame of which the panes leave nothing to be seen."""

    BLANK = True


class CableView(Vertical):
    """Shows a `ReaderState`: which panes there are depends on it and on the room."""

    def __init__(self, measure: int, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        """A view with lines of running text of ``measure`` cells."""
        super().__init__(id=id)
        self._measure = measure
        self._state: ReaderState | None = None

    def compose(self) -> ComposeResult:
        with Frame(id="top"):
            yield HeaderBox(id="header")
            yield RoutingList(id="routing")
        with Full(id="text"):
            yield BodyView(self._measure, id="body")
            yield SidePane(id="side")

    @property
    def body(self) -> BodyView:
        """The text of the cable."""
        return self.query_one(BodyView)

    @property
    def header(self) -> HeaderBox:
        """The box over the text."""
        return self.query_one(HeaderBox)

    @property
    def form(self) -> HeaderForm:
        """The form of the header box that there is room for."""
        if self._below_list:
            return HeaderForm.FOLDED
        if self.size.height < LOW:
            return HeaderForm.FOLDED if self._beside_list else HeaderForm.LINE
        return HeaderForm.FULL if self._is_roomy else HeaderForm.SHORT

    @property
    def _is_roomy(self) -> bool:
        width, height = self.size
        return width >= ROOMY[0] and height >= ROOMY[1]

    @property
    def _beside_list(self) -> bool:
        """Whether it is a preview, of a cable that a list says the subject of."""
        in_library = isinstance(self.parent, Widget) and self.parent.id == "library"
        return in_library and not self.screen.has_class("-reading")

    @property
    def _below_list(self) -> bool:
        """Whether it is a preview of few rows, which are for the text alone."""
        return self._beside_list and self.screen.has_class("-narrow")

    def show(self, state: ReaderState) -> None:
        """Show a state; what did not change is not drawn again."""
        old, self._state = self._state, state
        if old is None or _top(old) != _top(state):
            self._show_top(state)
        notes = _notes(state) if state.notes else {}
        text = BodyText(
            cable=state.cable, received=state.received, cut=state.cut, notes=notes
        )
        new = self.body.show(text)
        if new or old is None or old.marked_words != state.marked_words:
            self.find(state.marked_words)
        self.body.show_colours(gutter_only=state.gutter_only)
        self.body.show_marks(_marks(state), state.selection)
        self.body.go_to_paragraph(state.cursor)
        self._show_side(state)

    def find(self, sought: Sought) -> int:
        """Mark what is sought; how many places of it there are in the body."""
        self.header.find(sought)
        return self.body.find(sought)

    def on_mount(self) -> None:
        self.watch(self.screen, "maximized", self._show_alone, init=False)

    def _show_alone(self, before: Widget | None, after: Widget | None) -> None:
        """Fit what is shown; the keys of the header box alone go back to the text."""
        self.on_resize()
        if before is self.header and after is None and self.header.has_focus:
            self.screen.set_focus(self.body)

    def on_resize(self) -> None:
        if self._state:
            self._show_top(self._state)
            self._show_side(self._state)

    def _show_side(self, state: ReaderState) -> None:
        side = self.query_one(SidePane)
        # As long as the size is unknown the whole screen is the likeliest.
        if (self.size or self.app.size).width < WITH_SIDE:
            side.display = False
        else:
            side.show(state.cable, _notes(state), state.cursor)

    def _show_top(self, state: ReaderState) -> None:
        width, height = self.size
        if not width:
            return  # what there is room for is seen when the size is known
        beside = width >= BESIDE
        chosen = None if self._below_list else state.header
        alone = self.screen.maximized
        form = HeaderForm.FULL if alone is self.header else chosen or self.form
        shown = form is not HeaderForm.FOLDED
        only = form is HeaderForm.LINE
        listed = shown and state.routing != (beside and not only)
        header, routing = self.header, self.query_one(RoutingList)
        most, fewest = max(height // TOP_SHARE, 3), LIST_ROWS
        if self._is_roomy and form is HeaderForm.SHORT:
            form = HeaderForm.FULL  # its first rows, where they were
            most = fewest = FEW_ROWS
        header.show(state.cable, form, "" if listed else "zr routing")
        routing.show(state.cable)
        routing.display = listed
        rows = header.rows_at(width * 3 // 5 - 2 if beside and listed else width - 2)
        rows = min(rows, most)
        tallest = max(rows, fewest) if beside else LIST_ROWS
        lines = min(routing.rows, tallest) if listed else 0
        bare = only and not listed and not self._is_roomy
        top = self.query_one("#top")
        top.display = shown
        top.set_class(beside, "-beside")
        top.set_class(bare, "-line")
        border = 0 if bare else 1
        top.styles.height = (max(rows, lines) if beside else rows + lines) + border
        routing.styles.height = None if alone is routing else lines


def _top(state: ReaderState) -> tuple[object, ...]:
    """What the panes above the body depend on."""
    return state.cable, state.header, state.routing


def _marks(state: ReaderState) -> dict[int, str]:
    """What stands behind the numbers of paragraphs: n with a note, m without."""
    return {index: "n" if mark.note else "m" for index, mark in _bookmarks(state)}


def _notes(state: ReaderState) -> dict[int, str]:
    """The notes of paragraphs, by index."""
    return {index: mark.note for index, mark in _bookmarks(state) if mark.note}


def _bookmarks(state: ReaderState) -> Iterator[tuple[int, Bookmark]]:
    for index, paragraph in enumerate(state.cable.paragraphs):
        if mark := state.bookmarks.at(state.cable.ref(paragraph)):
            yield index, mark
