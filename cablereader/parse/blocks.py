"""The text of a cable as blocks, from the first line behind its top to the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import Final, TypeAlias

from cablereader.model.block import Block, Heading, Paragraph, Passage, PassageKind
from cablereader.model.classification import Marking
from cablereader.model.defect import Span
from cablereader.parse.candidate import Start
from cablereader.parse.ending import Ending
from cablereader.parse.grammar import text as grammar
from cablereader.parse.headings import find_headings, title_of
from cablereader.parse.line import Line, is_rule, tightened
from cablereader.parse.marking import take_marking
from cablereader.parse.tables import find_tables
from cablereader.parse.titles import run_in_title
from cablereader.parse.unwrap import text_width, unwrapped

AFTER_MARKING: Final = frozenset(".:;,)")
"""Signs that may stand behind a marking and are no words."""


class PieceKind(Enum):
    """What a stretch of lines is."""

    TEXT = auto()
    HEADING = auto()
    TABLE = auto()


Piece: TypeAlias = tuple[PieceKind, range]
"""A stretch of lines that is one thing."""


class BlockBuilder:
    """Builds the blocks of the lines of a body; of their spans only the start is right.

    The stretches must be given in order.
    """

    def __init__(
        self, text: str, lines: Sequence[Line], *, scanned: bool, halved: bool
    ) -> None:
        """Begin without blocks.

        Args:
            text: The copy of the body.
            lines: Its lines.
            scanned: Whether it comes from character recognition.
            halved: Whether two quotation marks in a row are meant as one.
        """
        self.text = text
        self.lines = list(lines)
        self.scanned = scanned
        self.halved = halved
        self.blocks: list[Block] = []
        self.heading: str | None = None
        """The heading in force."""
        self.labels: dict[str, int] = {}
        """How often each number was there."""
        self.unnumbered = 0
        """How many paragraphs without a number."""
        self.width = text_width(lines)
        """The line length of the text."""

    def add_numbered(self, start: Start, stop: int, *, closed: bool) -> None:
        """Add a paragraph with its number, and whatever stands before the next one.

        Args:
            start: Where it starts.
            stop: The first line that is no more before the next one.
            closed: Whether there is a next one.
        """
        first = self.lines[start.line]
        begin = self._text_line(start)
        taken = start.marking if begin < stop else None  # else it is the next one's
        begin = min(begin, stop - 1)
        pieces = self._pieces(begin, stop, numbered=True, closed=closed)
        text = self._own_words(pieces[0][1], start.text_at)
        number = str(start.number)
        label = self._label(number)
        self.blocks.append(
            Paragraph(
                span=_at(first),
                label=label,
                number=number,
                marking=taken.marking if taken else None,
                section=run_in_title(text) or self.heading,
                text=text,
            )
        )
        if _is_summary(self.heading) and grammar.END_SUMMARY.search(text):
            self.heading = None
        continued: str | None = label
        for kind, piece in pieces[1:]:
            if kind is PieceKind.HEADING or self._marking_of(piece):
                continued = None
            self._add_piece(kind, piece, continued)

    def add_between(self, first: int, stop: int, *, closed: bool) -> None:
        """Add the headings and the text before the first number."""
        for kind, piece in self._pieces(first, stop, numbered=False, closed=closed):
            self._add_piece(kind, piece, None)

    def add_unnumbered(self, first: int, stop: int) -> None:
        """Add the text of a cable without numbers: each of its blocks a paragraph."""
        for kind, piece in self._pieces(first, stop, numbered=False, closed=False):
            if kind is not PieceKind.TEXT:
                self._add_piece(kind, piece, None)
                continue
            for block in self._blocks_of(piece):
                self._add_block(block)

    def add_ending(self, ending: Ending) -> None:
        """Add notice, signature and trailer."""
        self.add_passage(PassageKind.TEXT, range(ending.notice, ending.signature))
        self.add_passage(PassageKind.SIGNATURE, range(ending.signature, ending.trailer))
        self.add_passage(PassageKind.TRAILER, range(ending.trailer, len(self.lines)))

    def add_passage(self, kind: PassageKind, piece: range) -> None:
        """Add lines that are no part of the text proper, if they hold any word."""
        lines = self._of(piece)
        if any(line.text for line in lines):
            text = "\n".join(line.text for line in lines if line.text)
            if kind is PassageKind.TEXT:
                text = self._words(lines)
            self.blocks.append(Passage(kind=kind, span=_at(lines[0]), text=text))

    def _add_piece(self, kind: PieceKind, piece: range, continues: str | None) -> None:
        lines = self._of(piece)
        if kind is PieceKind.HEADING:
            self._add_heading(piece)
        elif kind is PieceKind.TABLE:
            raw = self.text[lines[0].start : lines[-1].stop]
            self.blocks.append(
                Passage(
                    kind=PassageKind.TABLE,
                    span=_at(lines[0]),
                    text="\n".join(line.rstrip() for line in raw.split("\n")),
                    continues=continues,
                )
            )
        elif words := self._words(lines):
            self.blocks.append(
                Passage(
                    kind=PassageKind.TEXT,
                    span=_at(lines[0]),
                    text=words,
                    continues=continues,
                )
            )

    def _add_heading(self, piece: range) -> None:
        title = title_of(self.lines, piece)
        taken = take_marking(title, scanned=self.scanned)
        if taken:
            title = title[taken.stop :].strip()
        self.heading = title
        self.blocks.append(
            Heading(
                span=_at(self.lines[piece.start]),
                text=title,
                marking=taken.marking if taken else None,
            )
        )

    def _text_line(self, start: Start) -> int:
        """Index of the line that its words begin on: its marking may wrap."""
        index = start.line
        while index + 1 < len(self.lines) and self.lines[index].stop < start.text_at:
            index += 1
        return index

    def _own_words(self, piece: range, text_at: int) -> str:
        """The words of a paragraph behind its number and marking, which may wrap."""
        lines = self._of(piece)
        words = self.text[text_at : lines[0].stop]
        words = (words[1:] if words.startswith("- ") else words).strip()
        if self.halved:
            words = words.replace('""', '"')
        if self.scanned:
            words = tightened(words)
        if words[:1] in AFTER_MARKING and words[:2] != "..":
            words = words[1:].strip()
        lines[0] = lines[0].reworded(words)
        return self._words(lines)

    def _add_block(self, piece: range) -> None:
        """A block of an unnumbered text: a heading in capitals, or a paragraph."""
        lines = self._of(piece)
        if len(piece) == 1 and _shouts(lines[0]):
            self._add_heading(piece)
            return
        first = lines[0]
        head = grammar.LETTERED.match(self.text, first.at, first.stop)
        at = head.end() if head else first.at
        taken = take_marking(self.text, at, scanned=self.scanned)
        text = self._own_words(piece, taken.stop if taken else first.at)
        if not text:
            return
        if head and taken:
            text = f"{head[0].strip()} {text}"
        self.unnumbered += 1
        self.blocks.append(
            Paragraph(
                span=_at(first),
                label=f"p{self.unnumbered}",
                number=None,
                marking=taken.marking if taken else None,
                section=run_in_title(text) or self.heading,
                text=text,
            )
        )

    def _pieces(
        self, first: int, stop: int, *, numbered: bool, closed: bool
    ) -> list[Piece]:
        """The stretch as headings, tables, and the text between them.

        The first piece of a numbered paragraph is text, from its number on.
        """
        pieces: list[Piece] = []
        headings = find_headings(
            self.lines, first + numbered, stop, apart=not numbered, closed=closed
        )
        for heading in headings:
            pieces += self._text_and_tables(first, heading.start, numbered=numbered)
            pieces.append((PieceKind.HEADING, heading))
            numbered = False
            first = heading.stop
        return pieces + self._text_and_tables(first, stop, numbered=numbered)

    def _text_and_tables(self, first: int, stop: int, *, numbered: bool) -> list[Piece]:
        pieces: list[Piece] = []
        for table in find_tables(self.text, self.lines, first + numbered, stop):
            pieces += self._split_at_markings(first, table.start)
            pieces.append((PieceKind.TABLE, table))
            first = table.stop
        return pieces + self._split_at_markings(first, stop)

    def _split_at_markings(self, first: int, stop: int) -> list[Piece]:
        """Text, divided where a block has a marking of its own but no number."""
        if first >= stop:
            return []
        starts = [
            index
            for index in range(first + 1, stop)
            if self.lines[index].text[:1] == "("
            and not self.lines[index - 1].text
            and take_marking(self.text, self.lines[index].at)
        ]
        bounds = (first, *starts, stop)
        return [(PieceKind.TEXT, range(*both)) for both in pairwise(bounds)]

    def _marking_of(self, piece: range) -> Marking | None:
        taken = take_marking(self.text, self.lines[piece.start].at)
        return taken.marking if taken else None

    def _blocks_of(self, piece: range) -> Iterator[range]:
        """The lines between empty lines, rules left out."""
        at = piece.start
        for index in (*piece, piece.stop):
            line = self.lines[index] if index < piece.stop else None
            if line is None or not line.text or is_rule(line.text):
                if at < index:
                    yield range(at, index)
                at = index + 1

    def _label(self, number: str) -> str:
        count = self.labels.get(number, 0) + 1
        self.labels[number] = count
        return number if count == 1 else f"{number}~{count}"

    def _of(self, piece: range) -> list[Line]:
        return self.lines[piece.start : piece.stop]

    def _words(self, lines: Sequence[Line]) -> str:
        return unwrapped(lines, self.width, scanned=self.scanned)


def _is_summary(heading: str | None) -> bool:
    return heading is not None and bool(grammar.SUMMARY_TITLE.match(heading))


def _at(line: Line) -> Span:
    return Span(line.start, line.start)


def _shouts(line: Line) -> bool:
    """Whether a line of its own is a title by its capitals."""
    return line.text.isupper() and len(line.text) < 60 and line.text[-1] not in ".,;"
