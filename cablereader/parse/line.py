"""The lines of a body: the copy that the parser reads, with its places.

Offsets into the body hold for the copy too: every repair replaces one character by
one (`cablereader.parse.normalise`), so that spans need no map.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cablereader.model.defect import Span
from cablereader.model.frozen import frozen
from cablereader.parse.grammar import scanned as grammar
from cablereader.parse.grammar import text as text_grammar

SENTENCE_END: Final = 3
"""Signs that the end of a sentence may take: ``?")``."""
ENDS: Final = frozenset(".!?:;)\"'”’]")
"""What the last of them may be: most lines end with a letter, and are told by that."""
RULE_SIGNS: Final = frozenset("-=_*~—–")
"""What a rule may begin with, and few other lines do."""


@frozen
class Line:
    """One line, or the part of one that a page marker or an inner start left."""

    start: int
    """Offset of its first character, blanks included."""
    stop: int
    """Offset after its last character, the newline not included."""
    at: int
    """Offset of its first word; ``stop`` where it has none."""
    text: str
    """Its words without the blanks about them; runs of blanks are one blank in
    scanned text."""
    broken: bool = False
    """Whether something that is no text, a page line mostly, stands before it."""

    @property
    def indent(self) -> int:
        """How many blanks stand before its first word."""
        return self.at - self.start

    def reworded(self, text: str) -> Line:
        """The same line with other words."""
        return Line(self.start, self.stop, self.at, text, self.broken)

    def broken_off(self) -> Line:
        """The same line behind something that is no text."""
        return Line(self.start, self.stop, self.at, self.text, broken=True)


def ends_sentence(words: str) -> bool:
    """Whether a line ends where a sentence does."""
    if words[-1:] not in ENDS:
        return False
    last = max(0, len(words) - SENTENCE_END)
    return bool(text_grammar.ENDED.search(words, last))


def is_rule(words: str) -> bool:
    """Whether a line is drawn, not written."""
    return words[:1] in RULE_SIGNS and bool(text_grammar.RULE.match(words))


def split_lines(
    text: str, start: int, cuts: Iterable[Span], *, scanned: bool = False
) -> list[Line]:
    """The lines of ``text`` from ``start`` on, without what the cuts cover.

    Args:
        text: The copy of the body.
        start: Offset of the first line.
        cuts: In order, apart from each other.
        scanned: Whether runs of blanks mean nothing.
    """
    lines: list[Line] = []
    broken = False
    for cut in (*cuts, Span(len(text), len(text))):
        if cut.start >= start:
            found = _lines_between(text[start : cut.start], start, scanned=scanned)
            if broken and found:
                found[0] = found[0].broken_off()
            lines += found
        broken = cut.stop > start
        start = max(start, cut.stop)
    return lines


def parted(line: Line, text: str, offsets: Iterable[int]) -> Iterator[Line]:
    """The line, divided before each of the offsets that stands between its words."""
    start, broken = line.start, line.broken
    for offset in offsets:
        if line.at < offset < line.stop:
            yield from _part(text, start, offset, broken=broken)
            start, broken = offset, False
    if start == line.start:
        yield line
    else:
        yield from _part(text, start, line.stop, broken=broken)


def _part(text: str, start: int, stop: int, *, broken: bool) -> Iterator[Line]:
    raw = text[start:stop]
    if words := raw.lstrip():
        at = stop - len(words)
        yield Line(start, stop, at, words.rstrip(), broken)


def _lines_between(stretch: str, start: int, *, scanned: bool) -> list[Line]:
    lines = []
    raws = stretch.split("\n")
    if not raws[-1]:
        raws.pop()
    clean = tightened if scanned else str.rstrip
    for raw in raws:
        stop = start + len(raw)
        words = raw.lstrip()
        lines.append(Line(start, stop, stop - len(words), clean(words)))
        start = stop + 1
    return lines


def tightened(words: str) -> str:
    """Words of scanned text without the blanks that recognition put in."""
    return grammar.LOOSE_SIGN.sub("", " ".join(words.split()))
