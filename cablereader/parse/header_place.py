"""Where the header stands in a plain text (format.md §2.5, §8)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Final

from cablereader.model.frozen import frozen
from cablereader.parse.grammar import header as grammar
from cablereader.parse.header_line import LineKind, classify
from cablereader.parse.scanned_header import mended

NEAR: Final = 5
"""So many lines from a date-time group or FM line on must hold the next one."""
MOST_PLACES: Final = 50
"""So many lines that look like a header's first are tried."""
MOST_UNKNOWN: Final = 3
"""So many lines in a row may be unknown inside a header."""
FARTHEST_TOP: Final = 1500
"""A header so far behind E.O., TAGS and SUBJECT is a page's, repeated in the text."""
MOST_BEFORE: Final = 40
"""So many lines of distribution table may stand above a header."""
ABOVE_TO: Final = frozenset(
    {
        LineKind.TRANSMISSION_ID,
        LineKind.ROUTE,
        LineKind.STATION,
        LineKind.SECURITY,
        LineKind.DATE_TIME,
        LineKind.FROM,
        LineKind.PARTIAL_NOTE,
    }
)
"""Behind addressees they begin another header, of a pasted record."""
BETWEEN_PAGES: Final = frozenset({LineKind.FURNITURE, LineKind.STAMP})
"""Part of the header only where addressees follow."""


@frozen
class _Line:
    kind: LineKind
    text: str
    start: int
    stop: int
    after_gap: bool
    """Whether blank lines stand above it."""


def split_header(text: str) -> tuple[int, int]:
    """Offsets of the header in a text: start, and stop after its last line.

    Without header both are 0. Scanned text, with blank lines between its lines and
    two blanks between words, is welcome. Never raises.
    """
    for match in islice(grammar.START_LINE.finditer(text), MOST_PLACES):
        if _begins([line.kind for line in islice(_lines(text, match.start()), NEAR)]):
            field = grammar.FIELD_LINE.search(text, 0, match.start())
            if field and match.start() - field.start() > FARTHEST_TOP:
                break
            return _start(text, match.start()), _stop(text, match.start())
    return 0, 0


def _lines(text: str, start: int) -> Iterator[_Line]:
    """The lines from an offset on, blank ones left out."""
    stop = start
    for match in grammar.LINE.finditer(text, start):
        if words := mended(match[0]):
            gap = text.count("\n", stop, match.start()) > 1
            kind, _ = classify(words)
            yield _Line(kind, words, *match.span(), after_gap=gap)
            stop = match.end()


def _begins(kinds: list[LineKind]) -> bool:
    """Whether a header begins with lines of these kinds."""
    match kinds:
        case [LineKind.TRANSMISSION_ID | LineKind.PARTIAL_NOTE, *_]:
            return True
        case [LineKind.DATE_TIME, *others]:
            return LineKind.FROM in takewhile(_may_stand_above_from, others)
        case [LineKind.FROM, *others]:
            return LineKind.TO in takewhile(_may_stand_above_to, others)
    return False


def _may_stand_above_to(kind: LineKind) -> bool:
    return kind not in ABOVE_TO and kind is not LineKind.TOP


def _may_stand_above_from(kind: LineKind) -> bool:
    return kind not in (LineKind.TO, LineKind.INFO, LineKind.TOP)


def _start(text: str, start: int) -> int:
    """Where the distribution table above a header's first line begins, if any."""
    stop = start
    for _ in range(MOST_BEFORE):
        if stop <= 0:
            break
        before = text.rfind("\n", 0, stop - 1) + 1
        words = mended(text[before:stop])
        if words and classify(words)[0] not in BETWEEN_PAGES:
            break
        stop = before
        if words:
            start = before
    return start


def _stop(text: str, start: int) -> int:
    """Where the last line of the header that begins at ``start`` ends."""
    stop = start
    unknown = 0
    addressing = spaced = False
    previous = LineKind.OTHER
    for line in _lines(text, start):
        if previous is LineKind.FROM:
            spaced = line.after_gap
        addressing = addressing or line.kind in (LineKind.TO, LineKind.INFO)
        if line.kind is LineKind.TOP or (addressing and line.kind in ABOVE_TO):
            break
        if line.kind is LineKind.OTHER:
            near = spaced or not line.after_gap or previous is LineKind.FURNITURE
            follows = not unknown or previous is LineKind.FURNITURE
            known = addressing and near and follows and _is_address(line.text)
        else:
            known = not (addressing and line.kind in BETWEEN_PAGES)
        unknown = 0 if known else unknown + 1
        if unknown > MOST_UNKNOWN:
            break
        stop = line.stop if known else stop
        previous = line.kind
    return stop


def _is_address(words: str) -> bool:
    return grammar.ADDRESS.match(words) is not None
