"""The body of a cable: a gutter of markings and numbers, and the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip

from cablereader.app.widgets.body_rail import BodyRail, rail
from cablereader.app.widgets.line_view import LineView
from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.present.body import BodyLayout, BodyLine, LineKind, lay_out
from cablereader.present.find import Hit, LinePart, find
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
        "body--hit",
        "body--hit-current",
        "body--rail",
        "body--thumb",
    }

    def __init__(self, measure: int, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        """A view with lines of running text of ``measure`` cells."""
        super().__init__(id=id)
        self.measure = measure
        self._shown: tuple[Cable, bool, Mapping[int, str]] | None = None
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._layout_of_body = EMPTY
        self._marks: dict[int, str] = {}
        self._selected: frozenset[int] = frozenset()
        self._margin = 0
        self._words = ""
        self._hits: tuple[Hit, ...] = ()
        self._hit = 0
        self._parts: dict[int, list[tuple[LinePart, bool]]] = {}
        self._rail = BodyRail()

    def show(self, cable: Cable, *, received: bool, notes: Mapping[int, str]) -> bool:
        """Show a cable, from its first paragraph on when it is another one.

        Args:
            cable: The cable.
            received: Whether with the lines as received.
            notes: To stand under paragraphs, by index.

        Returns:
            Whether anything was new.
        """
        shown = (cable, received, notes)
        if shown == self._shown:
            return False
        paragraph = self.paragraph if self._shown and cable is self._shown[0] else 0
        self._shown = shown
        self._paragraphs = cable.paragraphs
        self._lay_out(paragraph)
        return True

    def set_measure(self, measure: int) -> None:
        """Wrap anew, with lines of so many cells."""
        self.measure = measure
        self._lay_out(self.paragraph, keep_line=True)

    def show_marks(self, marks: dict[int, str], selected: frozenset[int]) -> None:
        """Show a letter behind paragraphs' numbers, by index, and a selection."""
        changed = {
            index
            for index in {*marks, *self._marks}
            if marks.get(index) != self._marks.get(index)
        } | (selected ^ self._selected)
        if not changed:
            return
        self._marks, self._selected = marks, selected
        self._make_rail()
        for index in changed:
            if index < len(self._layout_of_body.starts):
                line = self._layout_of_body.starts[index]
                self.refresh(self.row(line))

    def find(self, words: str) -> int:
        """Mark all places of some words; how many there are. No words, no places."""
        self._words = words
        self._hits = find(self._layout_of_body, words)
        self._hit = next(
            (n for n, hit in enumerate(self._hits) if hit[0].line >= self.line), 0
        )
        self._make_parts()
        self.refresh()
        return len(self._hits)

    def go_to_hit(self, step: int) -> bool:
        """Go to another hit, or with 0 to the current one; whether there is one."""
        number = self._hit + step
        if not 0 <= number < len(self._hits):
            return False
        self._hit = number
        self._make_parts()
        self.refresh()
        self.go(self._hits[number][0].line)
        return True

    @property
    def hits(self) -> int:
        """How many places there are of the words looked for."""
        return len(self._hits)

    @property
    def hit_place(self) -> str:
        """``3/17``: which of how many hits is the current one; empty without hits."""
        return f"{self._hit + 1}/{len(self._hits)}" if self._hits else ""

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
        self._lay_out(self.paragraph, keep_line=True)

    def changed_regions(self, old: int, new: int) -> tuple[Region, ...]:
        before, after = map(self._layout_of_body.paragraph_at, (old, new))
        if before == after:
            return self._cursor_cell(old, old), self._cursor_cell(new, new)
        return self._bar(old, before), self._bar(new, after)

    def _cursor_cell(self, first: int, last: int) -> Region:
        top = self.scroll_offset.y
        return Region(self._margin, first - top, 1, last - first + 1)

    def _bar(self, line: int, paragraph: int) -> Region:
        """The cursor's column beside all lines of a paragraph around one of them."""
        lines = self._layout_of_body.lines
        top = self.scroll_offset.y
        first = last = line
        while first > top and lines[first - 1].paragraph == paragraph:
            first -= 1
        while last + 1 < self.count and lines[last + 1].paragraph == paragraph:
            last += 1
        return self._cursor_cell(first, last)

    def draw(self, line: int) -> Strip:
        body_line = self._layout_of_body.lines[line]
        look = self._line_look(body_line)
        segments = [
            Segment(" " * self._margin, self.rich_style),
            *self._gutter(line, body_line, look),
            *self._text(line, body_line, look),
        ]
        width = self.size.width
        strip = Strip(segments).adjust_cell_length(width - RAIL, self.rich_style)
        return Strip([*strip, self._edge(line - self.scroll_offset.y)], width)

    def _lay_out(self, paragraph: int, *, keep_line: bool = False) -> None:
        if self._shown is None:
            return
        cable, received, notes = self._shown
        room = self.size.width - GUTTER - RAIL
        measure = min(self.measure, room)
        share = self.line / max(self.count, 1)
        self._layout_of_body = lay_out(
            cable, measure, room, received=received, notes=notes
        )
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
        self._hits = find(self._layout_of_body, self._words)
        self._make_parts()
        self.fill(count, line)

    def _make_parts(self) -> None:
        self._parts = {}
        for number, hit in enumerate(self._hits):
            for part in hit:
                parts = self._parts.setdefault(part.line, [])
                parts.append((part, number == self._hit))
        self._make_rail()

    def _make_rail(self) -> None:
        starts = self._layout_of_body.starts
        marked = (starts[index] for index in self._marks if index < len(starts))
        count = len(self._layout_of_body.lines)
        self._rail = rail(count, self.size.height, self._parts, marked)

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
            yield Segment(self._letters(line.paragraph), look + Style(bold=True))
            if mark := self._marks.get(line.paragraph):
                yield Segment(mark, self.look("body--bookmark"))
            else:
                yield Segment(" ", look)
        else:
            yield Segment(NO_GUTTER_LETTERS, look)
        yield Segment("| " if line.kind is not LineKind.BLANK else "  ", look)

    def _cursor(self, number: int, line: BodyLine) -> Segment:
        if number == self.line:
            return Segment(">", self.look("body--cursor"))
        if line.paragraph in self._selected and line.kind is LineKind.PARAGRAPH:
            return Segment("+", self.look("body--cursor"))
        here = bool(self._paragraphs) and line.paragraph == self.paragraph
        bar = "|" if here and line.kind is LineKind.PARAGRAPH else " "
        return Segment(bar, self.look("body--cursor"))

    def _letters(self, index: int) -> str:
        """Marking and number in five cells; what is not marked says so."""
        paragraph = self._paragraphs[index]
        if paragraph.marking:
            letters = paragraph.marking.letters
        else:
            own = self._shown[0].classification if self._shown else None
            letters = "?" + (own.letters[0] if own else "")
        number, again, _ = visible_line(paragraph.label).partition("~")
        return f"{letters[:2]:<2}{(number + again)[-3:]:>3}"

    def _text(self, number: int, line: BodyLine, look: Style) -> Iterator[Segment]:
        """The text in stretches of one look; hits lie over emphases."""
        layers = [
            (each.start, each.stop, f"body--{each.emphasis}") for each in line.stretches
        ]
        layers += (
            (part.start, part.stop, f"body--hit{'-current' * current}")
            for part, current in self._parts.get(number, ())
        )
        cuts = sorted({0, len(line.text), *(c for layer in layers for c in layer[:2])})
        for start, stop in pairwise(cuts):
            style = look
            for first, last, component in layers:
                if first <= start and stop <= last:
                    style += self.look(component)
            yield Segment(line.text[start:stop], style)

    def _edge(self, row: int) -> Segment:
        thumb = self._rail.in_view(row, self.scroll_offset.y)
        part = "body--thumb" if thumb else "body--rail"
        return Segment(self._rail.tick(row), self.look(part))
