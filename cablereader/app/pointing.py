"""What the mouse rests on in the panes of a cable, and what that means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from textual.content import Content
from textual.geometry import Offset

from cablereader.app.explained import readings
from cablereader.app.widgets.body_view import BodyView
from cablereader.app.widgets.header_box import HeaderBox
from cablereader.app.widgets.line_view import LineView
from cablereader.app.widgets.routing_list import ROLE, RoutingList
from cablereader.explain.around import surroundings
from cablereader.explain.context import NOWHERE, Context, Surroundings
from cablereader.explain.jargon import jargon_in
from cablereader.explain.lines import spots_above
from cablereader.explain.lookup import explain
from cablereader.explain.spots import paragraph_spots, routing_spots, signer_spots
from cablereader.explain.written import (
    Written,
    label_at,
    label_before,
    spot_at,
    written,
)
from cablereader.model.cable import Cable
from cablereader.model.explanation import TermKind
from cablereader.model.spot import Field, InField, InParagraph, InRouting, Spot
from cablereader.present.body import LineKind
from cablereader.present.visible import visible_line

CONTINUED: Final = 6
"""Lines that a field above the paragraphs may take."""


class Pointing:
    """Explains what is under the mouse as the explanations of the keyboard do."""

    def __init__(self) -> None:
        """Explanations of no cable yet."""
        self._cable: Cable | None = None
        self._around: Surroundings = NOWHERE

    def explanation(self, pane: LineView, at: Offset, cable: Cable) -> Content | None:
        """What the words at a cell of a pane mean, ``None`` where there is nothing.

        Args:
            pane: One that shows the cable.
            at: The cell, from the pane's top left corner.
            cable: The cable.
        """
        if cable is not self._cable:
            self._cable, self._around = cable, surroundings(cable)
        line = at.y + pane.scroll_offset.y
        if line >= pane.count:
            return None
        spot = self._spot(pane, line, at.x, cable)
        if spot is None:
            return None
        head = Content.assemble(
            (visible_line(spot.term), "bold $accent"), f"  {spot.kind}"
        )
        return Content("\n").join((head, *readings(spot, self._around)))

    def _spot(
        self, pane: LineView, line: int, column: int, cable: Cable
    ) -> Spot | None:
        match pane:
            case HeaderBox():
                rows = [pane.draw(number).text for number in range(line + 1)]
                return in_header_box(rows, column, cable)
            case RoutingList():
                return _in_routing_list(pane, line, column, cable)
            case BodyView() if pane.is_above(line):
                lines = pane.layout_of_body.lines[: line + 1]
                texts = [each.text for each in lines]
                return above(texts, pane.text_at(column), cable)
            case BodyView():
                return self._in_text(pane, line, pane.text_at(column), cable)
            case _:
                return None

    def _in_text(
        self, pane: BodyView, line: int, column: int, cable: Cable
    ) -> Spot | None:
        shown = pane.layout_of_body.lines[line]
        match shown.kind:
            case LineKind.NOTE:
                return None
            case LineKind.SIGNATURE:
                return next(signer_spots(cable), None)
            case LineKind.PARAGRAPH:
                paragraph = cable.paragraphs[shown.paragraph]
                spots = tuple(paragraph_spots(paragraph, self._around))
                if column < 0:
                    return spots[0] if shown.first else None
            case _:
                place = InParagraph("", None)
                spots = tuple(
                    Spot(term, TermKind.ACRONYM, place)
                    for term, _ in jargon_in(shown.text, self._around)
                )
        return spot_at(shown.text, column, _as_terms(spots))


def in_header_box(rows: Sequence[str], column: int, cable: Cable) -> Spot | None:
    """In the last of the first rows of a header box.

    A word that says nothing is of the field that it stands in, which may have begun in
    a row above.
    """
    *before, row = rows
    texts = (*written(cable), *_as_terms(routing_spots(cable)))
    spot = spot_at(row, column, _visible(texts))
    if spot or not row[column : column + 1].strip():
        return spot
    of_columns = before if len(before) == 1 else ()
    labels = (
        label_at(row, column),
        "Action" if row.lstrip().startswith("To ") else "",
        *(label_at(each, column) for each in of_columns),
        *(label_at(each, len(each)) for each in reversed(before)),
    )
    return _field(next(filter(None, labels), ""))


def _in_routing_list(
    pane: RoutingList, line: int, column: int, cable: Cable
) -> Spot | None:
    row = pane.row_at(line)
    own = (
        spot
        for spot in routing_spots(cable)
        if isinstance(spot.place, InRouting) and spot.place.row == row
    )
    text = pane.draw(line).text
    label = text[:ROLE].strip(" >") if column < ROLE else ""
    return spot_at(text, column, _as_terms(own)) or _field(label)


def above(lines: Sequence[str], column: int, cable: Cable) -> Spot | None:
    """In the last of some lines above the paragraphs.

    A word that says nothing is of the label before it, in its line or just above.
    """
    line = lines[-1]
    own = _as_terms(spots_above(cable, line))
    spot = spot_at(line, column, (*own, *_visible(written(cable))))
    if spot or not line[max(column, 0) :].strip():
        return spot
    near = takewhile(str.strip, reversed(lines[-CONTINUED:]))
    return _field(next(filter(None, map(label_before, near)), ""))


def _field(label: str) -> Spot | None:
    """The spot of a label, if it is one of a field."""
    known = explain(label, Context(TermKind.FIELD)) if label else ()
    return Spot(label, TermKind.FIELD, InField(Field.REFERENCE)) if known else None


def _as_terms(spots: Iterable[Spot]) -> Iterator[Written]:
    return _visible((spot.term, spot) for spot in spots)


def _visible(texts: Iterable[Written]) -> Iterator[Written]:
    """The texts as the screen shows them."""
    return ((visible_line(text), spot) for text, spot in texts)
