"""Beside the body of a cable: its headings, and what the reader wrote about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from cablereader.app.widgets.line_view import LineView
from cablereader.model.cable import Cable
from cablereader.model.frozen import frozen
from cablereader.present.cut import cut
from cablereader.present.outline import outline
from cablereader.present.visible import visible_line

RULE: Final = "│"
RULE_HERE: Final = "┃"
"""Of the pane that has the keys."""


@frozen
class SideRow:
    """A line of the pane."""

    look: str
    text: str
    paragraph: int | None = None
    """Index of the paragraph that it leads to."""


class SidePane(LineView):
    """Shows where the cursor is in the outline, and the notes.

    Enter and a click go to the paragraph of a line.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "side--rule",
        "side--rule-here",
        "side--title",
        "side--heading",
        "side--here",
        "side--note",
    }

    SIDE = 1

    @dataclass
    class Picked(Message):
        """A line was clicked."""

        paragraph: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self.display = False  # it takes room when it has something to show
        self._rows: tuple[SideRow, ...] = ()
        self._cursor = 0

    def show(self, cable: Cable, notes: Mapping[int, str], cursor: int) -> None:
        """Show outline and notes of a cable, if it has any.

        ``cursor`` is a paragraph's index, and so are the keys of ``notes``.
        """
        rows = tuple(_rows(cable, notes))
        self.display = bool(rows)
        if rows != self._rows:
            self._rows = rows
            self.fill(len(rows))
        if cursor != self._cursor:
            self._cursor = cursor
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        if line < self.count:
            self.pick(line)

    def pick(self, line: int) -> None:
        """Go to the paragraph of a line, if it is of one."""
        if (paragraph := self._rows[line].paragraph) is not None:
            self.post_message(self.Picked(paragraph))

    def on_focus(self) -> None:
        self.go(max(self._here(), 1))  # line 0 is a title
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def shown(self, y: int) -> Strip:
        """A row with its part of the rule; a border would be drawn with more effort."""
        row, width = super().shown(y), self.room.width
        look = self.look("side--rule-here" if self.has_focus else "side--rule")
        sign = RULE_HERE if self.has_focus else RULE
        rule = Segment(" " if self.screen.maximized is self else sign, look)
        return Strip([rule, *row.crop(0, width - 1)], width)

    def draw(self, line: int) -> Strip:
        row = self._rows[line]
        here = line == (self.line if self.has_focus else self._here())
        look = self.look("side--here" if here else f"side--{row.look}")
        room = self.room.width - 1
        text = cut(f"{'>' if here else ' '}{row.text}", room)
        strip = Strip([Segment(text, look)])
        return strip.adjust_cell_length(room, self.rich_style)

    def _here(self) -> int:
        """The line of the heading that the cursor stands under."""
        above = (
            line
            for line, row in enumerate(self._rows)
            if row.look == "heading" and (row.paragraph or 0) <= self._cursor
        )
        return max(above, default=-1)


def _rows(cable: Cable, notes: Mapping[int, str]) -> Iterator[SideRow]:
    indexes = {each.label: index for index, each in enumerate(cable.paragraphs)}
    headings = [
        SideRow("heading", f"{label:>3} {entry.text}", indexes[entry.paragraph.label])
        for entry in outline(cable)
        if entry.heading and (label := visible_line(entry.paragraph.label))
    ]
    if headings:
        yield SideRow("title", "OUTLINE  gO")
        yield from headings
    if notes:
        yield SideRow("title", "NOTES")
    for index, note in sorted(notes.items()):
        label = visible_line(cable.paragraphs[index].label)
        yield SideRow("note", f"{label:>3} {visible_line(note)}", index)
