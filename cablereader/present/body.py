"""The body of a cable as lines on a screen: the same for the reader and for `show`.

A line knows which paragraph it belongs to and what it is; colours, gutters and
cursors are added by whoever draws it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

from cablereader.model.block import (
    Block,
    Heading,
    PageMarker,
    Paragraph,
    Passage,
    PassageKind,
)
from cablereader.model.cable import Cable
from cablereader.model.frozen import frozen
from cablereader.present.visible import visible
from cablereader.present.wrap import wrap


class LineKind(StrEnum):
    """What a line of the body is; each has a look of its own."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    FRONT = "front"
    """The top of the body, as received."""
    PREAMBLE = "preamble"
    TEXT = "text"
    TABLE = "table"
    SIGNATURE = "signature"
    TRAILER = "trailer"
    PAGE = "page"
    NOTE = "note"
    """What the reader wrote about a paragraph."""
    BLANK = "blank"


KINDS: Final = {
    PassageKind.PREAMBLE: LineKind.PREAMBLE,
    PassageKind.FRONT: LineKind.FRONT,
    PassageKind.TEXT: LineKind.TEXT,
    PassageKind.TABLE: LineKind.TABLE,
    PassageKind.SIGNATURE: LineKind.SIGNATURE,
    PassageKind.TRAILER: LineKind.TRAILER,
}


NO_NOTES: Final[Mapping[int, str]] = {}


class Emphasis(StrEnum):
    """Why a stretch of a line stands out."""

    REDACTION = "redaction"
    """A name or words cut out by the publishers (format.md §4.8)."""
    PROTECT = "protect"
    """The drafter's plea to protect a source."""
    RUN_IN = "run-in"
    """The title that a paragraph begins with: ``Summary.``"""


EMPHASES: Final = re.compile(
    r"""
    (?P<redaction> [XxХ]{5,60}
                 | \[ [^][\n]{0,40}? (?:REMOVED|removed) [^][\n]{0,40} \] )
  | (?P<protect> \( [^()\n]{0,60}? [Pp]rotect [^()\n]{0,60} \)
               | \b(?:[Ss]trictly|[Pp]lease)\ [Pp]rotect\b )
    """,
    re.VERBOSE,
)


@frozen
class Stretch:
    """Characters of a line that stand out."""

    start: int
    stop: int
    emphasis: Emphasis


@frozen
class BodyLine:
    """One line of the body as shown."""

    kind: LineKind
    text: str
    """Clean, and no wider than its width."""
    paragraph: int
    """Index of the paragraph that a cursor on this line stands on; a heading belongs
    to the paragraph after it, all else to the one before."""
    first: bool = False
    """Whether the paragraph of this line begins here."""
    stretches: tuple[Stretch, ...] = ()


@frozen
class BodyLayout:
    """All lines of a body at one measure."""

    lines: tuple[BodyLine, ...]
    starts: tuple[int, ...]
    """Of each paragraph: the number of its first line, counted from 0."""

    def paragraph_at(self, line: int) -> int:
        """Index of the paragraph that a line belongs to, from 0."""
        return self.lines[line].paragraph if self.lines else 0

    def lines_around(self, line: int, paragraph: int) -> range:
        """Numbers of all lines of a paragraph around one of them."""
        first, stop = line, line + 1
        while first > 0 and self.lines[first - 1].paragraph == paragraph:
            first -= 1
        while stop < len(self.lines) and self.lines[stop].paragraph == paragraph:
            stop += 1
        return range(first, stop)

    @property
    def first_of_text(self) -> int:
        """The line that the first paragraph begins at, with its heading."""
        return self.starts[0] - self.heading_lines(self.starts[0]) if self.starts else 0

    def heading_lines(self, line: int) -> int:
        """How many lines above a paragraph's first one belong to its heading."""
        first = line
        while first and self.lines[first - 1].kind in {
            LineKind.HEADING,
            LineKind.BLANK,
        }:
            first -= 1
        while first < line and self.lines[first].kind is LineKind.BLANK:
            first += 1
        return line - first

    def same_line(self, line: int, paragraph: int, before: BodyLayout) -> int:
        """The line that shows what a line showed when the text was wrapped as before.

        Args:
            line: In the layout before.
            paragraph: Index of the one that it belonged to.
            before: The other layout of the same text.
        """
        offset = line - before.starts[paragraph]
        start = self.starts[paragraph]
        if offset <= 0:
            return max(start + offset, 0)
        lines = self._length(paragraph)
        return start + min(offset * lines // before._length(paragraph), lines - 1)

    def _length(self, paragraph: int) -> int:
        """Lines from the start of a paragraph to that of the next one."""
        starts = (*self.starts, len(self.lines))
        return max(starts[paragraph + 1] - starts[paragraph], 1)


def lay_out(
    cable: Cable,
    measure: int,
    widest: int,
    *,
    received: bool = False,
    notes: Mapping[int, str] = NO_NOTES,
    received_by: str = "",
) -> BodyLayout:
    """The body of a cable in lines.

    Args:
        cable: Any cable; one without text gives no lines.
        measure: Cells in a line of running text.
        widest: Cells in a line of a table, or of text as received.
        received: Whether to keep the line breaks of the source, page lines and all,
            instead of wrapping anew.
        notes: By paragraph's index; they stand under it.
        received_by: The key or option that shows the text as received.
    """
    page = _Page(cable, measure, widest, notes, received_by)
    for block in cable.blocks:
        if received:
            page.add_received(block)
        else:
            page.add(block)
    return BodyLayout(tuple(page.lines), tuple(page.starts))


class _Page:
    """A layout in the making."""

    def __init__(
        self,
        cable: Cable,
        measure: int,
        widest: int,
        notes: Mapping[int, str],
        received_by: str,
    ) -> None:
        self.lines: list[BodyLine] = []
        self.starts: list[int] = []
        self._cable = cable
        self._measure, self._widest = measure, widest
        self._notes = notes
        self._received_by = received_by
        self._last = max(len(cable.paragraphs) - 1, 0)
        self._header = visible(cable.header.text)

    def add(self, block: Block) -> None:
        """Add a block, wrapped anew, after an empty line."""
        text = visible(words_shown(block, self._cable.body, self._received_by))
        if not text.strip():
            return
        if self.lines:
            self.lines.append(BodyLine(LineKind.BLANK, "", self.lines[-1].paragraph))
        width = self._widest if _kind(block) is LineKind.TABLE else self._measure
        self._add(block, text, width, tuple(_stretches(block, text)))

    def add_received(self, block: Block) -> None:
        """Add a block with its own lines, the header where it stood before the text."""
        preamble = isinstance(block, Passage) and block.kind is PassageKind.PREAMBLE
        if self._header and not preamble:
            for start, stop in wrap(self._header, self._widest):
                line = BodyLine(LineKind.FRONT, self._header[start:stop], 0)
                self.lines.append(line)
            self._header = ""
        text = visible(block.span.of(self._cable.body))
        if text.strip():
            self._add(block, text, self._widest, ())

    def _add(
        self, block: Block, text: str, width: int, stretches: tuple[Stretch, ...]
    ) -> None:
        if isinstance(block, Paragraph):
            self.starts.append(len(self.lines))
        # A heading belongs to the paragraph that follows it, all else to the last one.
        ahead = len(self.starts) - (0 if isinstance(block, Heading) else 1)
        index = min(max(ahead, 0), self._last)
        self.lines += _lines(block, text, width, stretches, index)
        if isinstance(block, Paragraph) and (note := self._notes.get(index)):
            self.lines += _note_lines(note, self._measure, index)


def words_shown(block: Block, body: str, received_by: str = "") -> str:
    """What a reflowed view shows of a block: nothing of page lines."""
    match block:
        case PageMarker():
            return ""
        case Paragraph(text=text) | Heading(text=text):
            return text
        case Passage(kind=PassageKind.PREAMBLE, span=span):
            how = f": {received_by} shows them" if received_by else ""
            return f"[{len(span):,} characters stand before the cable{how}]"
        case Passage(text=None, continues=None, span=span):
            return span.of(body).strip("\n")
        case Passage(text=text):
            return text or ""


def _kind(block: Block) -> LineKind:
    match block:
        case PageMarker():
            return LineKind.PAGE
        case Paragraph():
            return LineKind.PARAGRAPH
        case Heading():
            return LineKind.HEADING
        case Passage(kind=PassageKind.TEXT, continues=str()):
            return LineKind.PARAGRAPH
        case Passage(kind=kind):
            return KINDS[kind]


def _lines(
    block: Block,
    text: str,
    width: int,
    stretches: tuple[Stretch, ...],
    paragraph: int,
) -> Iterator[BodyLine]:
    kind = _kind(block)
    first = isinstance(block, Paragraph)
    for start, stop in wrap(text.rstrip("\n"), width):
        inside = tuple(
            Stretch(max(s.start, start) - start, min(s.stop, stop) - start, s.emphasis)
            for s in stretches
            if s.start < stop and s.stop > start
        )
        yield BodyLine(kind, text[start:stop], paragraph, first, inside)
        first = False


def _note_lines(note: str, measure: int, paragraph: int) -> Iterator[BodyLine]:
    text = visible(f"note: {note}")
    for start, stop in wrap(text, measure - 2):
        yield BodyLine(LineKind.NOTE, f"  {text[start:stop]}", paragraph)


def _stretches(block: Block, text: str) -> Iterator[Stretch]:
    if isinstance(block, Paragraph) and block.section:
        section = visible(block.section)
        if text[: len(section)].lower() == section.lower():
            yield Stretch(0, len(section), Emphasis.RUN_IN)
    for match in EMPHASES.finditer(text):
        yield Stretch(*match.span(), Emphasis(match.lastgroup or ""))
