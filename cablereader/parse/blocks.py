"""The text of a cable as blocks, from the first line behind its top to the last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import Final

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

AFTER_MARKING: Final = frozenset(".:;,")
"""Signs that may stand behind a marking and are no words."""


class PieceKind(Enum):
    """What a stretch of lines is."""

    TEXT = auto()
    HEADING = auto()
    TABLE = auto()


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
        self.lines = lines
        self.scanned = scanned
        self.halved = halved
        self.blocks: list[Block] = []
        self.heading: str | None = None
        """The heading in force."""
        self.labels: Counter[str] = Counter()
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
        pieces = self._pieces(start.line, stop, numbered=True, closed=closed)
        text = self._own_words(next(pieces)[1], start.text_at)
        number = str(start.number)
        label = self._label(number)
        self.blocks.append(
            Paragraph(
                span=_at(first),
                label=label,
                number=number,
                marking=start.marking.marking if start.marking else None,
                section=run_in_title(text) or self.heading,
                text=text,
            )
        )
        if _is_summary(self.heading) and grammar.END_SUMMARY.search(text):
            self.heading = None
        continued: str | None = label
        for kind, piece in pieces:
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

    def _own_words(self, piece: range, text_at: int) -> str:
        """The words of a paragraph behind its number and marking, which may wrap."""
        lines = [line for line in self._of(piece) if line.stop >= text_at]
        words = self.text[text_at : lines[0].stop].strip() if lines else ""
        if self.halved:
            words = words.replace('""', '"')
        if self.scanned:
            words = tightened(words)
        if words[:1] in AFTER_MARKING and words[:2] != "..":
            words = words[1:].strip()
        return self._words([*(line.reworded(words) for line in lines[:1]), *lines[1:]])

    def _add_block(self, piece: range) -> None:
        """A block of an unnumbered text: a heading in capitals, or a paragraph."""
        lines = self._of(piece)
        if len(piece) == 1 and _shouts(lines[0]):
            self._add_heading(piece)
            return
        first = lines[0]
        taken = take_marking(self.text, first.at, scanned=self.scanned)
        text = self._own_words(piece, taken.stop if taken else first.at)
        if not text:
            return
        self.labels["p"] += 1
        self.blocks.append(
            Paragraph(
                span=_at(first),
                label=f"p{self.labels['p']}",
                number=None,
                marking=taken.marking if taken else None,
                section=run_in_title(text) or self.heading,
                text=text,
            )
        )

    def _pieces(
        self, first: int, stop: int, *, numbered: bool, closed: bool
    ) -> Iterator[tuple[PieceKind, range]]:
        """The stretch as headings, tables, and the text between them.

        The first piece of a numbered paragraph is text, from its number on.
        """
        floor = first + numbered
        headings = find_headings(
            self.lines, floor, stop, apart=not numbered, closed=closed
        )
        at = first
        for heading in (*headings, range(stop, stop)):
            yield from self._text_and_tables(at, heading.start, numbered=numbered)
            if heading:
                yield PieceKind.HEADING, heading
            numbered = False
            at = heading.stop

    def _text_and_tables(
        self, first: int, stop: int, *, numbered: bool
    ) -> Iterator[tuple[PieceKind, range]]:
        at = first
        tables = find_tables(self.text, self.lines, first + numbered, stop)
        for table in (*tables, range(stop, stop)):
            if at < table.start:
                yield from self._split_at_markings(at, table.start)
            if table:
                yield PieceKind.TABLE, table
            at = table.stop

    def _split_at_markings(
        self, first: int, stop: int
    ) -> Iterator[tuple[PieceKind, range]]:
        """Text, divided where a block has a marking of its own but no number."""
        at = first
        for index in range(first + 1, stop):
            if not self.lines[index - 1].text and self._is_marked(index):
                yield PieceKind.TEXT, range(at, index)
                at = index
        yield PieceKind.TEXT, range(at, stop)

    def _is_marked(self, index: int) -> bool:
        line = self.lines[index]
        return line.text[:1] == "(" and take_marking(self.text, line.at) is not None

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
        self.labels[number] += 1
        count = self.labels[number]
        return number if count == 1 else f"{number}~{count}"

    def _of(self, piece: range) -> list[Line]:
        return list(self.lines[piece.start : piece.stop])

    def _words(self, lines: Sequence[Line]) -> str:
        return unwrapped(lines, self.width, scanned=self.scanned)


def _is_summary(heading: str | None) -> bool:
    return heading is not None and bool(grammar.SUMMARY_TITLE.match(heading))


def _at(line: Line) -> Span:
    return Span(line.start, line.start)


def _shouts(line: Line) -> bool:
    """Whether a line of its own is a title by its capitals."""
    return line.text.isupper() and len(line.text) < 60 and line.text[-1] not in ".,;"
