"""What the list is made of, to limit it to a part with one key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from cablereader.app.widgets.line_view import LineView
from cablereader.model.facets import Facets
from cablereader.present.cut import cut
from cablereader.present.facet_row import FacetRow, facet_rows


class FacetPane(LineView):
    """Shows the facets of a list; Enter on one of them limits the list to it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "facet--title",
        "facet--value",
        "facet--count",
        "facet--bar",
        "facet--cursor",
    }

    @dataclass
    class Picked(Message):
        """A value was chosen."""

        query: str
        anew: bool = False
        """Whether it is a search of its own, no limit."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._home: tuple[FacetRow, ...] = ()
        self._facets: Facets | None = None
        self._rows: tuple[FacetRow, ...] = ()

    def show(self, facets: Facets) -> None:
        """Show the facets of another list."""
        self._facets = facets
        self._make_rows()

    def show_home(self, rows: Iterable[FacetRow]) -> None:
        """Show where one can go from home, above the facets."""
        self._home = tuple(rows)
        self._make_rows()

    @property
    def knows_home(self) -> bool:
        """Whether it shows where one can go from home."""
        return bool(self._home)

    @property
    def picked(self) -> Picked | None:
        """What the current line leads to; nothing on a title."""
        row = self._rows[self.line] if self._rows else None
        return self.Picked(row.query, row.anew) if row and row.query else None

    def on_resize(self) -> None:
        self._make_rows()

    def on_focus(self) -> None:
        self.refresh(self.row(self.line))

    def on_blur(self) -> None:
        self.refresh(self.row(self.line))

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        if line < self.count:
            self.go(line)
            if picked := self.picked:
                self.post_message(picked)

    def draw(self, line: int) -> Strip:
        row = self._rows[line]
        width = self.size.width
        cursor = ">" if line == self.line and self.has_focus else " "
        head = Segment(cursor, self.look("facet--cursor"))
        if not row.query:
            strip = Strip([head, Segment(row.label, self.look("facet--title"))])
            return strip.adjust_cell_length(width, self.rich_style)
        if row.bar:
            text = f"{row.label} {row.cables:>6,} "
            segments = [
                head,
                Segment(text, self.look("facet--value")),
                Segment(row.bar, self.look("facet--bar")),
            ]
            return Strip(segments).adjust_cell_length(width, self.rich_style)
        count = f" {row.cables:,}"
        room = width - len(head.text) - len(count)
        name = Segment(cut(row.label, room), self.look("facet--value"))
        value = Strip([head, name]).adjust_cell_length(
            width - len(count), self.rich_style
        )
        return Strip([*value, Segment(count, self.look("facet--count"))])

    def _make_rows(self) -> None:
        facets = facet_rows(self._facets, self.size.width) if self._facets else ()
        self._rows = (*self._home, *facets)
        self.fill(len(self._rows), self.line)
