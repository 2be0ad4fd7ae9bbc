"""The routing list: who sent it, who must act, who should know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, Final

from rich.segment import Segment
from textual.strip import Strip

from cablereader.app.widgets.line_view import LineView
from cablereader.model.cable import Cable
from cablereader.model.frozen import replace
from cablereader.present.routing import RoutingRow, routing_rows
from cablereader.present.wrap import wrap

ROLE: Final = 8
ROUTING: Final = 8
NARROW: Final = 60
"""Below so many cells a row leaves out the message continuity number."""
NO_HEADER: Final = RoutingRow("", "", "This cable came without its header.", "", "")


class RoutingList(LineView):
    """Shows the addressees of one cable, one a line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "routing--role",
        "routing--indicator",
        "routing--name",
        "routing--precedence",
        "routing--number",
        "routing--current",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._rows: tuple[RoutingRow, ...] = ()
        self._lines: tuple[RoutingRow, ...] = ()
        self._owners: tuple[int, ...] = ()

    @property
    def rows(self) -> int:
        """How many addressees there are, the sender among them."""
        return len(self._rows)

    @property
    def row_of_line(self) -> int:
        """The addressee of the current line, counted from 0."""
        return self.row_at(self.line)

    def row_at(self, line: int) -> int:
        """The addressee of a line, counted from 0."""
        return self._owners[line] if self._owners else 0

    def show(self, cable: Cable) -> None:
        """Show the addressees of a cable."""
        self._rows = routing_rows(cable.header) or (NO_HEADER,)
        self.scroll_to(y=0, animate=False, immediate=True)
        self.fit()

    def make_lines(self) -> None:
        wrapped = tuple(_wrapped(self._rows, self.size.width))
        self._lines = tuple(line for _, line in wrapped)
        self._owners = tuple(owner for owner, _ in wrapped)
        self.fill(len(self._lines))

    def on_focus(self) -> None:
        self.refresh(self.row(self.line))

    def on_blur(self) -> None:
        self.refresh(self.row(self.line))

    def draw(self, line: int) -> Strip:
        row = self._lines[line]
        width = self.room.width
        ending, number = _ending(row), _number(row, width)
        room = _room(row, width)
        below = self.hidden_below(line)
        role = row.role or (f"+{below}" if below else "")
        marker = ">" if line == self.line and self.has_focus else " "
        segments = [
            Segment(marker, self.look("routing--current")),
            Segment(f"{role:<{ROLE - 1}}", self.look("routing--role")),
            Segment(f"{row.routing:<{ROUTING}}", self.look("routing--indicator")),
            Segment(
                f"{row.name:<{max(room, 0)}.{max(room, 0)}}", self.look("routing--name")
            ),
            Segment(ending, self.look("routing--precedence")),
            Segment(number, self.look("routing--number")),
        ]
        return Strip(segments).adjust_cell_length(width, self.rich_style)


def _ending(row: RoutingRow) -> str:
    return f"  {row.precedence}" if row.precedence else ""


def _number(row: RoutingRow, width: int) -> str:
    return f" {row.number:>5}" if width >= NARROW else ""


def _room(row: RoutingRow, width: int) -> int:
    """Cells for the name."""
    return width - ROLE - ROUTING - len(_ending(row)) - len(_number(row, width))


def _wrapped(
    rows: Iterable[RoutingRow], width: int
) -> Iterator[tuple[int, RoutingRow]]:
    """A line for each row, and more for a name that does not fit; with its row."""
    for number, row in enumerate(rows):
        parts = [
            row.name[start:stop] for start, stop in wrap(row.name, _room(row, width))
        ]
        yield number, replace(row, name=parts[0])
        for part in parts[1:]:
            yield number, RoutingRow("", "", f"  {part}", "", "")
