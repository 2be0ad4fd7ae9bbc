"""What a word of the cable means, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from textual.content import Content
from textual.widgets import Static

from cablereader.app.explained import readings
from cablereader.app.row_told import row_told
from cablereader.app.state.reader import ReaderState
from cablereader.app.widgets.body_view import BodyView
from cablereader.app.widgets.header_box import HeaderBox
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.routing_list import RoutingList
from cablereader.explain.around import surroundings
from cablereader.explain.context import NOWHERE, Surroundings
from cablereader.explain.lines import spots_above
from cablereader.explain.spots import (
    field_spots,
    paragraph_spots,
    routing_spots,
    signer_spots,
)
from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.model.spot import InRouting, Spot
from cablereader.present.entry_row import ListRow
from cablereader.present.visible import visible_line

SpotsIn: TypeAlias = Callable[[Surroundings], Iterable[Spot]]


class ExplainPane(Static):
    """A small box above the status line; each key press shows the next explanation."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id, markup=False)
        self.display = False
        self._cable: Cable | None = None
        self._around: Surroundings = NOWHERE
        self._spots: tuple[Spot, ...] = ()
        self._number = 0

    def explain_in(self, pane: LineView, state: ReaderState, step: int) -> None:
        """Explain what is current in a pane of the reader."""
        cable = state.cable
        match pane:
            case HeaderBox():
                self.explain_fields(cable, step)
            case RoutingList(row_of_line=row):
                self.explain_routing(cable, row, step)
            case BodyView(front_line=line) if line.strip():
                self.explain_line(cable, line, step)
            case BodyView(at_signature=True) if cable.signers:
                self.explain_signer(cable, step)
            case _ if state.current:
                self.explain_paragraph(cable, state.current, step)

    def explain_fields(self, cable: Cable, step: int) -> None:
        """Explain what the header box shows."""
        self._step(cable, lambda _: field_spots(cable), step)

    def explain_line(self, cable: Cable, line: str, step: int) -> None:
        """Explain a line above the paragraphs."""
        self._step(cable, lambda _: spots_above(cable, line), step)

    def explain_signer(self, cable: Cable, step: int) -> None:
        """Explain who signed."""
        self._step(cable, lambda _: signer_spots(cable), step)

    def explain_routing(self, cable: Cable, row: int, step: int) -> None:
        """Explain a row of the routing list, counted from 0."""
        self._step(
            cable,
            lambda _: (
                spot
                for spot in routing_spots(cable)
                if isinstance(spot.place, InRouting) and spot.place.row == row
            ),
            step,
        )

    def explain_paragraph(self, cable: Cable, paragraph: Paragraph, step: int) -> None:
        """Explain a paragraph's marking and the words of the trade in it."""
        self._step(cable, lambda around: paragraph_spots(paragraph, around), step)

    def explain_row(self, row: ListRow) -> None:
        """Explain the signs in the row of a cable, each on a line."""
        self._spots = ()
        self.display = True
        more = ("zi explains all signs   any other key closes", "$muted")
        self.update(Content("\n").join((row_told(row), Content.assemble(more))))

    def hide(self) -> None:
        """Explain nothing any more."""
        self.display = False
        self._spots = ()

    def _step(self, cable: Cable, spots_in: SpotsIn, step: int) -> None:
        if cable is not self._cable:
            self._cable, self._around = cable, surroundings(cable)
        spots = tuple(spots_in(self._around))
        if spots == self._spots and spots:
            self._number = (self._number + step) % len(spots)
        else:
            self._spots, self._number = spots, 0
        self.display = True
        self.update(Content("\n").join(self._lines()))

    def _lines(self) -> Iterator[Content]:
        if not self._spots:
            yield Content("nothing to explain here; tab goes to the other panes")
            return
        spot = self._spots[self._number]
        head = f"  {spot.kind}   {self._number + 1} of {len(self._spots)}"
        yield Content.assemble((visible_line(spot.term), "bold $accent"), head)
        yield from readings(spot, self._around)
        yield Content.assemble(("i next   I previous   any other key closes", "$muted"))
