"""What stands between the sections of a long cable (format.md 3.2, 4.7).

Each section was a telegram of its own, with a header and a top; in the text they are
furniture. So is SIPDIS alone on a line, which some systems printed on every page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cablereader.model.block import PageMarker, Passage, PassageKind
from cablereader.model.defect import Span
from cablereader.parse.front import read_front
from cablereader.parse.grammar import front as grammar
from cablereader.parse.grammar import text as text_grammar
from cablereader.parse.header_line import LineKind, classify
from cablereader.parse.line import Line
from cablereader.parse.openings import Opening, take_opening
from cablereader.parse.stamps import is_stamp

LONGEST_HEADER: Final = 60
"""Lines between the page line and the classification line of a section."""
SIPDIS: Final = "SIPDIS"
SIPDIS_SIGNS: Final = frozenset("Ss")
SIGNS: Final = frozenset("SCUTLscutl")
"""What a classification line may begin with."""
HEADER_STARTS: Final = (LineKind.DATE_TIME, LineKind.TRANSMISSION_ID)
FURNITURE: Final = (
    LineKind.FURNITURE,
    LineKind.STAMP,
    LineKind.TRANSMISSION_ID,
    LineKind.ROUTE,
    LineKind.MORE_ROUTE,
    LineKind.STATION,
    LineKind.SECURITY,
)
"""What may stand above the line that a header is known by."""


def find_sections(
    text: str,
    lines: Sequence[Line],
    first: int,
    *,
    scanned: bool = False,
    stamped: bool = False,
) -> Iterator[tuple[range, PageMarker | Passage]]:
    """The lines of each repeated top between sections, and the block that they are."""
    missing = any(map(text.__contains__, text_grammar.MISSING_SIGNS))
    last = _last_unstamped(lines) if stamped else first
    stop = first
    for index in _looked_at(lines, first, every=missing or last > first):
        words = lines[index].text
        if index < stop:
            continue
        if index > first and _is_furniture(words, stamped=index < last):
            yield _furniture(lines, index)
        elif missing and text_grammar.MISSING_SECTION.search(words):
            yield _missing(lines, index)
        elif words[:1] in SIGNS and (opening := _opening(text, lines[index])):
            start = _header_start(lines, first, index)
            later = opening.section is not None and opening.section.number > 1
            if later or start < index:
                front = read_front(text, lines, index, scanned=scanned, stamped=stamped)
                stop = max(front.stop, index + 1)
                stop = _blank_end(lines, stop)
                span = Span(lines[start].start, _end(lines, stop))
                yield range(start, stop), Passage(kind=PassageKind.FRONT, span=span)


def _looked_at(lines: Sequence[Line], first: int, *, every: bool) -> Iterable[int]:
    """Indices of the lines that may be furniture or a top: by their first sign."""
    indices = range(first, len(lines))
    if every:
        return indices
    return [index for index in indices if lines[index].text[:1] in SIGNS]


def without(lines: Sequence[Line], stretches: Iterable[range]) -> list[Line]:
    """The lines without those stretches; what follows one is marked as broken."""
    kept: list[Line] = []
    start = 0
    broken = False
    for stretch in (*stretches, range(len(lines), len(lines))):
        part = lines[start : stretch.start]
        if broken:
            part = [*(line.broken_off() for line in part[:1]), *part[1:]]
        kept += part
        start = stretch.stop
        broken = True
    return kept


def _is_furniture(words: str, *, stamped: bool) -> bool:
    """Whether a line is what a printer or a reviewer put on every page."""
    if words[:1] in SIPDIS_SIGNS and words.upper() == SIPDIS:
        return True
    return stamped and is_stamp(words)


def _last_unstamped(lines: Sequence[Line]) -> int:
    """Index of the last line with words that are no stamp: behind it is the trailer."""
    index = len(lines) - 1
    while index > 0 and (not lines[index].text or is_stamp(lines[index].text)):
        index -= 1
    return index


def _furniture(lines: Sequence[Line], index: int) -> tuple[range, PageMarker]:
    """A line that the printer put on a page, and the blank lines about it."""
    start, stop = index, index + 1
    while start > 0 and not lines[start - 1].text:
        start -= 1
    stop = _blank_end(lines, stop)
    span = Span(lines[start].start, _end(lines, stop))
    return range(start, stop), PageMarker(span=span, number=None, of=None)


def _missing(lines: Sequence[Line], index: int) -> tuple[range, Passage]:
    """The box that says which section never arrived, and the blank lines behind it."""
    start, stop = index, index + 1
    while start > 0 and _is_stars(lines[start - 1]):
        start -= 1
    while stop < len(lines) and _is_stars(lines[stop]):
        stop += 1
    stop = _blank_end(lines, stop)
    span = Span(lines[start].start, _end(lines, stop))
    words = lines[index].text.strip("* ")
    return range(start, stop), Passage(kind=PassageKind.TEXT, span=span, text=words)


def _is_stars(line: Line) -> bool:
    return bool(line.text) and not line.text.strip("*")


def _blank_end(lines: Sequence[Line], index: int) -> int:
    """Index behind the empty lines that begin there."""
    while index < len(lines) and not lines[index].text:
        index += 1
    return index


def _opening(text: str, line: Line) -> Opening | None:
    opening = take_opening(text, line.at)
    return opening if opening and opening.number else None


def _header_start(lines: Sequence[Line], first: int, index: int) -> int:
    """Index of the first line of the header above a section's classification line."""
    lowest = max(first, index - LONGEST_HEADER)
    for start in range(index - 1, lowest - 1, -1):
        words = lines[start].text
        if classify(words)[0] in HEADER_STARTS or grammar.HEADER_LINE.search(words):
            return _furniture_start(lines, lowest, start)
    return index


def _furniture_start(lines: Sequence[Line], lowest: int, start: int) -> int:
    """The same with the distribution table and the stamps above it."""
    while start > lowest and (
        classify(lines[start - 1].text)[0] in FURNITURE
        or grammar.HEADER_LINE.search(lines[start - 1].text)
        or (not lines[start - 1].text and not lines[start].broken)
    ):
        start -= 1
    return start


def _end(lines: Sequence[Line], stop: int) -> int:
    """Offset at which the line with that index begins, or the last one ends."""
    return lines[stop].start if stop < len(lines) else lines[-1].stop
