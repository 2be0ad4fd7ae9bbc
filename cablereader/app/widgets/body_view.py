"""The body of a cable: a gutter of markings and numbers, and the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip

from cablereader.app.widgets.line_view import LineView
from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.present.body import BodyLayout, BodyLine, LineKind, lay_out
from cablereader.present.visible import visible_line

GUTTER: Final = 9
"""Cells before the text: cursor, letters, number, mark, bar, blank."""
RAIL: Final = 1
"""Cells after the text: where in the cable the view is."""
NO_GUTTER_LETTERS: Final = "      "
EMPTY: Final = BodyLayout((), ())


class BodyView(LineView):
    """Shows the body of one cable; the current line's paragraph is the cursor's."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"body--{kind}" for kind in LineKind),
        "body--unclassified",
        "body--sbu",
        "body--confidential",
        "body--secret",
        "body--top-secret",
        "body--unmarked",
        "body--redaction",
        "body--protect",
        "body--run-in",
        "body--cursor",
        "body--bookmark",
        "body--rail",
        "body--thumb",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self.measure = 72
        self._cable: Cable | None = None
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._layout_of_body = EMPTY
        self._received = False
        self._marks: dict[int, str] = {}
        self._margin = 0

    def show(self, cable: Cable, *, received: bool) -> None:
        """Show a cable, from its first paragraph on when it is another one."""
        if cable is self._cable and received == self._received:
            return
        paragraph = self.paragraph if cable is self._cable else 0
        self._cable, self._received = cable, received
        self._paragraphs = cable.paragraphs
        self._lay_out(paragraph)

    def show_marks(self, marks: dict[int, str]) -> None:
        """Show a letter behind paragraphs' numbers, by index: ``m`` bookmarked."""
        changed = {
            index
            for index in {*marks, *self._marks}
            if marks.get(index) != self._marks.get(index)
        }
        self._marks = marks
        for index in changed:
            if index < len(self._layout_of_body.starts):
                line = self._layout_of_body.starts[index]
                self.refresh(Region(0, line - self.scroll_offset.y, GUTTER, 1))

    @property
    def paragraph(self) -> int:
        """Index of the paragraph that the current line belongs to, from 0."""
        return self._layout_of_body.paragraph_at(self.line)

    @property
    def percent(self) -> int:
        """How much of the body is above the bottom of the view, or in it."""
        seen = self.scroll_offset.y + self.size.height
        return min(100 * seen // max(self.count, 1), 100)

    def go_to_paragraph(self, index: int) -> None:
        """Make the first line of a paragraph current, with as much of it in view."""
        starts = self._layout_of_body.starts
        if index >= len(starts) or index == self.paragraph:
            return
        line = starts[index]
        stop = starts[index + 1] if index + 1 < len(starts) else self.count
        top, height = self.scroll_offset.y, self.size.height
        if line < top or stop - top > height:
            above = self._heading_lines(line)
            self.scroll_to(y=line - above, animate=False, immediate=True)
        self.go(line)

    def on_resize(self) -> None:
        if self._cable is not None:
            self._lay_out(self.paragraph, keep_line=True)

    def marked_region(self, line: int) -> Region:
        # The cursor shows on all lines of its paragraph.
        paragraph = self._layout_of_body.paragraph_at(line)
        lines = self._layout_of_body.lines
        top = self.scroll_offset.y
        first = last = line
        while first > top and lines[first - 1].paragraph == paragraph:
            first -= 1
        while last + 1 < self.count and lines[last + 1].paragraph == paragraph:
            last += 1
        return Region(self._margin, first - top, 1, last - first + 1)

    def draw(self, line: int) -> Strip:
        body_line = self._layout_of_body.lines[line]
        look = self._line_look(body_line)
        segments = [
            Segment(" " * self._margin, self.rich_style),
            *self._gutter(line, body_line, look),
            *self._text(body_line, look),
        ]
        width = self.size.width
        strip = Strip(segments).adjust_cell_length(width - RAIL, self.rich_style)
        return Strip([*strip, self._rail(line - self.scroll_offset.y)], width)

    def _lay_out(self, paragraph: int, *, keep_line: bool = False) -> None:
        cable = self._cable
        if cable is None:
            return
        room = self.size.width - GUTTER - RAIL
        measure = min(self.measure, room)
        share = self.line / max(self.count, 1)
        self._layout_of_body = lay_out(cable, measure, room, received=self._received)
        self._margin = max((room - self.measure) // 2, 0)
        starts = self._layout_of_body.starts
        count = len(self._layout_of_body.lines)
        line = starts[paragraph] if paragraph < len(starts) else 0
        if (
            keep_line
            and self._layout_of_body.paragraph_at(int(share * count)) == paragraph
        ):
            line = int(share * count)
        self.virtual_size = Size(self.size.width, count)
        self.scroll_to(
            y=max(line - self._heading_lines(line), 0), animate=False, immediate=True
        )
        self.fill(count, line)

    def _heading_lines(self, line: int) -> int:
        """How many lines above a paragraph's first one belong to its heading."""
        lines = self._layout_of_body.lines
        first = line
        while first and lines[first - 1].kind in {LineKind.HEADING, LineKind.BLANK}:
            first -= 1
        while first < line and lines[first].kind is LineKind.BLANK:
            first += 1
        return line - first

    def _line_look(self, line: BodyLine) -> Style:
        if line.kind is LineKind.PARAGRAPH:
            return self.look(f"body--{self._slug(line.paragraph)}")
        return self.look(f"body--{line.kind}")

    def _slug(self, index: int) -> str:
        marking = self._paragraphs[index].marking if self._paragraphs else None
        return marking.slug if marking else "unmarked"

    def _gutter(self, number: int, line: BodyLine, look: Style) -> Iterator[Segment]:
        yield self._cursor(number, line)
        if line.first:
            mark = self._marks.get(line.paragraph, " ")
            yield Segment(self._letters(line.paragraph), look + Style(bold=True))
            yield Segment(mark, self.look("body--bookmark"))
        else:
            yield Segment(NO_GUTTER_LETTERS, look)
        yield Segment("| " if line.kind is not LineKind.BLANK else "  ", look)

    def _cursor(self, number: int, line: BodyLine) -> Segment:
        if number == self.line:
            return Segment(">", self.look("body--cursor"))
        here = bool(self._paragraphs) and line.paragraph == self.paragraph
        bar = "|" if here and line.kind is LineKind.PARAGRAPH else " "
        return Segment(bar, self.look("body--cursor"))

    def _letters(self, index: int) -> str:
        """Marking and number in five cells; what is not marked says so."""
        paragraph = self._paragraphs[index]
        if paragraph.marking:
            letters = paragraph.marking.letters
        else:
            own = self._cable.classification if self._cable else None
            letters = "?" + (own.letters[0] if own else "")
        number, again, _ = visible_line(paragraph.label).partition("~")
        return f"{letters[:2]:<2}{(number + again)[-3:]:>3}"

    def _text(self, line: BodyLine, look: Style) -> Iterator[Segment]:
        done = 0
        for stretch in line.stretches:
            if stretch.start < done:
                continue
            yield Segment(line.text[done : stretch.start], look)
            emphasis = look + self.look(f"body--{stretch.emphasis}")
            yield Segment(line.text[stretch.start : stretch.stop], emphasis)
            done = stretch.stop
        yield Segment(line.text[done:], look)

    def _rail(self, row: int) -> Segment:
        """The right edge: a bar beside the part of the body that is in view."""
        height = self.size.height
        if self.count <= height:
            return Segment(" ", self.rich_style)
        first = self.scroll_offset.y * height // self.count
        last = (self.scroll_offset.y + height) * height // self.count
        part = "body--thumb" if first <= row < max(last, first + 1) else "body--rail"
        return Segment(" ", self.look(part))
