"""The header box: which cable this is, from the top box and the top of the body."""

from __future__ import annotations

from typing import ClassVar, Final

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from cablereader.app.state.reader import HeaderForm
from cablereader.app.widgets.line_view import LineView
from cablereader.model.cable import Cable
from cablereader.present.find import NOTHING, Sought, marked_in
from cablereader.present.full_header import full_rows
from cablereader.present.header_box import Role, line_row, short_rows
from cablereader.present.piece import Piece, Row

ALL: Final = "zH"
"""The keys that show all of its rows, as far as there is room in the window."""
FURTHER: Final = "j"
"""The key that shows more rows when the keys are in it."""
LOOKED_IN: Final = frozenset({Role.ID, Role.VALUE, Role.SUBJECT})
"""Roles of the pieces in which words are marked."""


class HeaderBox(LineView):
    """Shows the header of one cable in one row, in three, or all of it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"header--{role}" for role in Role),
        "header--unclassified",
        "header--sbu",
        "header--confidential",
        "header--secret",
        "header--top-secret",
        "header--unmarked",
        "header--hit",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._cable: Cable | None = None
        self._form = HeaderForm.SHORT
        self._hint = ""
        self._sought = NOTHING

    def show(self, cable: Cable, form: HeaderForm, hint: str = "") -> None:
        """Show a cable's header; ``hint`` is the key that shows the routing list."""
        self._cable, self._form, self._hint = cable, form, hint
        self.fit()

    def find(self, sought: Sought) -> None:
        """Mark all places of what is sought."""
        if sought != self._sought:
            self._sought = sought
            self.refresh()

    def rows_at(self, width: int) -> int:
        """How many rows the header takes at that width, in cells."""
        if self._cable is None or self._form is HeaderForm.FOLDED:
            return 0
        if self._form is HeaderForm.LINE:
            return 1
        if self._form is HeaderForm.SHORT:
            return 3
        return sum(1 for _ in full_rows(self._cable, width, self._hint))

    def go(self, line: int) -> None:
        """Scroll: no line is marked, so that a movement can only be the view's."""
        self.line = min(max(line, 0), max(self.count - self.size.height, 0))
        self.scroll_to(y=self.line, animate=False, immediate=True)

    def changed_regions(self, old: int, new: int) -> tuple[Region, ...]:  # noqa: ARG002  # no line of it is marked
        return ()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def draw(self, line: int) -> Strip:
        width = self.room.width
        row = marked_in(self._rows[line], self._sought, LOOKED_IN)
        strip = Strip([self._segment(piece) for piece in row])
        if not (below := self.hidden_below(line)):
            return strip.adjust_cell_length(width, self.rich_style)
        key = FURTHER if self.has_focus else ALL
        sign = Strip([Segment(f" +{below} rows: {key}", self.look("header--label"))])
        strip = strip.adjust_cell_length(width - sign.cell_length, self.rich_style)
        return Strip.join([strip, sign])

    def make_lines(self) -> None:
        if self._cable is None:
            return
        width = self.size.width
        if self._form is HeaderForm.FULL:
            self._rows = tuple(full_rows(self._cable, width, self._hint))
        elif self._form is HeaderForm.LINE:
            self._rows = (line_row(self._cable, width),)
        else:
            self._rows = tuple(short_rows(self._cable, width, self._hint))
        self.fill(len(self._rows))

    def _segment(self, piece: Piece) -> Segment:
        if piece.role is Role.MARKING:
            marking = self._cable.classification if self._cable else None
            return Segment(
                piece.text,
                self.look(f"header--{marking.slug if marking else 'unmarked'}"),
            )
        return Segment(piece.text, self.look(f"header--{piece.role}"))
