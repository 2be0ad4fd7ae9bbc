"""How the lines of a body look: gutter, text, hits, right edge."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final, TypeAlias

from rich.segment import Segment
from rich.style import Style

from cablereader.app.widgets.body_rail import DRAWN, BodyRail, Signs, rail
from cablereader.app.widgets.body_window import BodyWindow
from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.present.body import BodyLayout, BodyLine, LineKind
from cablereader.present.find import Hit, LinePart, Sought, find
from cablereader.present.gutter import letters_and_number

GUTTER: Final = 9
"""Cells before the text: cursor, letters, number, mark, bar, blank."""
RAIL: Final = 2
"""Cells after the text: a blank, and where in the cable the view is."""
NO_LETTERS: Final = "      "
BOLD: Final = Style(bold=True)

Look: TypeAlias = Callable[[str], Style]
"""The style of a component class, by its name without ``body--``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPicture:
    """All that the look of a body depends on but the cursor and the scroll."""

    cable: Cable
    layout: BodyLayout
    height: int
    """Rows of the view."""
    margin: int
    """Cells left of the gutter."""
    window: BodyWindow | None = None
    """Where lines are cut: what is in view of them."""
    marks: Mapping[int, str] = field(default_factory=dict)
    """By paragraph's index, what stands behind its number: ``m``, ``n``."""
    selected: frozenset[int] = frozenset()
    """Indexes of paragraphs."""
    gutter_only: bool = False
    """Whether markings colour the gutter, and not the text."""
    signs: Signs = DRAWN
    """For the right edge."""
    hits: tuple[Hit, ...] = ()
    hit: int = 0
    """Which of them is the current one."""
    _parts: dict[int, list[tuple[LinePart, bool]]] = field(default_factory=dict)
    _drawn: dict[int, tuple[Segment, ...]] = field(default_factory=dict)
    """By line, what stands right of the cursor's column, where it was drawn before."""
    _rail: BodyRail = field(default_factory=BodyRail)
    _paragraphs: tuple[Paragraph, ...] = ()

    def __post_init__(self) -> None:
        parts: dict[int, list[tuple[LinePart, bool]]] = {}
        for number, hit in enumerate(self.hits):
            for part in hit:
                parts.setdefault(part.line, []).append((part, number == self.hit))
        starts = self.layout.starts
        marked = (starts[index] for index in self.marks if index < len(starts))
        object.__setattr__(self, "_parts", parts)
        object.__setattr__(self, "_drawn", {})
        object.__setattr__(self, "_paragraphs", self.cable.paragraphs)
        count = len(self.layout.lines)
        edge = rail(count, self.height, parts, marked, self.signs)
        object.__setattr__(self, "_rail", edge)

    def with_height(self, height: int) -> BodyPicture:
        """The picture in a view of more rows, or of fewer."""
        picture = replace(self, height=height)
        object.__setattr__(picture, "_drawn", self._drawn)
        return picture

    def forget_looks(self) -> None:
        """Draw every line anew, as its looks may be others."""
        self._drawn.clear()

    def with_marks(
        self, marks: Mapping[int, str], selected: frozenset[int]
    ) -> BodyPicture:
        """The picture with other bookmarks and another selection."""
        return replace(self, marks=marks, selected=selected)

    def with_gutter_only(self, *, gutter_only: bool) -> BodyPicture:
        """The picture with colours in the gutter alone, or in the text as well."""
        return replace(self, gutter_only=gutter_only)

    def with_window(self, window: BodyWindow) -> BodyPicture:
        """The picture with other cells of cut lines in view."""
        return replace(self, window=window)

    def with_sought(self, sought: Sought, line: int) -> BodyPicture:
        """The picture with all places of what is sought, the next one current."""
        hits = find(self.layout, sought)
        ahead = (number for number, hit in enumerate(hits) if hit[0].line >= line)
        return replace(self, hits=hits, hit=next(ahead, 0))

    def at_hit(self, step: int) -> BodyPicture | None:
        """The picture with another hit current; ``None`` where there is none."""
        number = self.hit + step
        if not 0 <= number < len(self.hits):
            return None
        return replace(self, hit=number)

    def in_place_of(self, old: BodyPicture | None, sought: Sought) -> BodyPicture:
        """The picture with what is sought, and what another one of its cable had."""
        hits = find(self.layout, sought)
        if old is None or old.cable is not self.cable:
            return replace(self, hits=hits)
        return replace(
            self, hits=hits, hit=old.hit, marks=old.marks, selected=old.selected
        )

    @property
    def hit_place(self) -> str:
        """``3/17``: which of how many hits is the current one; empty without hits."""
        return f"{self.hit + 1}/{len(self.hits)}" if self.hits else ""

    def text_at(self, column: int) -> int:
        """The cell of a line's text at a column; negative in the gutter."""
        cell = column - self.margin - GUTTER
        return cell + self.window.first if self.window and cell >= 0 else cell

    def line(self, number: int, cursor: int, look: Look) -> Iterator[Segment]:
        """Gutter and text of a line, counted from 0, when ``cursor`` is current."""
        line = self.layout.lines[number]
        style = look(self._component(line))
        if self.margin:
            yield Segment(" " * self.margin, style)
        yield Segment(self._cursor(number, line, cursor), look("cursor"))
        if (drawn := self._drawn.get(number)) is None:
            drawn = self._drawn[number] = tuple(self._rest(number, line, style, look))
        yield from drawn

    def _rest(
        self, number: int, line: BodyLine, style: Style, look: Look
    ) -> Iterator[Segment]:
        """What stands right of the cursor's column."""
        yield from self._letters(line, style, look)
        bar = "|" if line.kind is not LineKind.BLANK else " "
        plain = self.gutter_only and line.kind is LineKind.PARAGRAPH
        text = self._text(number, line, look("text") if plain else style, look)
        window = self.window
        if window and window.hides_left(line.text):
            yield from (Segment(bar, style), Segment("<", look("cut")))
        else:
            yield Segment(f"{bar} ", style)
        yield from window.part(text) if window else text
        if window and window.hides_right(line.text):
            yield Segment(">", look("cut"))

    def edge(self, row: int, top: int, look: Look) -> Segment:
        """The cell at the right end of a row; ``top`` is the first line in view."""
        part = "thumb" if self._rail.in_view(row, top) else "rail"
        return Segment(self._rail.tick(row), look(part))

    def _component(self, line: BodyLine) -> str:
        if line.kind is not LineKind.PARAGRAPH or not self._paragraphs:
            return line.kind
        marking = self._paragraphs[line.paragraph].marking
        return marking.slug if marking else "unmarked"

    def _cursor(self, number: int, line: BodyLine, cursor: int) -> str:
        if number == cursor:
            return ">"
        if line.kind is not LineKind.PARAGRAPH:
            return " "
        if line.paragraph in self.selected:
            return "+"
        return "|" if line.paragraph == self.layout.paragraph_at(cursor) else " "

    def _letters(self, line: BodyLine, style: Style, look: Look) -> Iterator[Segment]:
        if not line.first:
            yield Segment(NO_LETTERS, style)
            return
        paragraph = self._paragraphs[line.paragraph]
        yield Segment(letters_and_number(self.cable, paragraph), style + BOLD)
        mark = self.marks.get(line.paragraph)
        yield Segment(mark or " ", look("bookmark") if mark else style)

    def _text(
        self, number: int, line: BodyLine, style: Style, look: Look
    ) -> Iterator[Segment]:
        """The text in stretches of one look; hits lie over emphases."""
        layers: list[tuple[int, int, str]] = [
            (each.start, each.stop, each.emphasis) for each in line.stretches
        ]
        layers += (
            (part.start, part.stop, "hit-current" if current else "hit")
            for part, current in self._parts.get(number, ())
        )
        cuts = sorted({0, len(line.text), *(c for layer in layers for c in layer[:2])})
        for start, stop in pairwise(cuts):
            mixed = style
            for first, last, component in layers:
                if first <= start and stop <= last:
                    mixed += look(component)
            yield Segment(line.text[start:stop], mixed)
