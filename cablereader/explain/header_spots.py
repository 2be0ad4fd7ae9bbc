"""The lines of a header as received, word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from cablereader.explain.grammar import LINE, WORD
from cablereader.model.defect import Span
from cablereader.model.explanation import TermKind
from cablereader.model.header import Header
from cablereader.model.spot import InHeader, Spot
from cablereader.parse.header_line import LineKind, classify

LineReader: TypeAlias = Callable[[str, int], Iterator[Spot]]
"""Takes a line, and where it starts in the header."""
LONGEST: Final = 300
"""Characters of a line; longer ones are no lines of a header."""
INDICATOR: Final = range(4, 8)
"""Letters of a routing indicator."""


def header_spots(header: Header) -> Iterator[Spot]:
    """Those of all its lines, in order; lines that are not understood have none."""
    for match in LINE.finditer(header.text):
        line = match[0].strip()
        if len(line) <= LONGEST:
            kind, _ = classify(line)
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            if reader := READERS.get(kind):
                yield from reader(line, start)


def _whole(kind: TermKind) -> LineReader:
    """Reads a line that is one term."""

    def spots(line: str, start: int) -> Iterator[Spot]:
        yield Spot(line, kind, InHeader(Span(start, start + len(line))))

    return spots


def _words(*kinds: TermKind) -> LineReader:
    """Reads a line whose words are of those kinds; the last kind goes on."""

    def spots(line: str, start: int) -> Iterator[Spot]:
        for number, match in enumerate(WORD.finditer(line)):
            kind = kinds[min(number, len(kinds) - 1)]
            span = Span(start + match.start(), start + match.end())
            yield Spot(match[0], kind, InHeader(span))

    return spots


def _prosign_only(line: str, start: int) -> Iterator[Spot]:
    """Reads a line of addresses: its prosign and its indicator, if it has them."""
    for number, match in enumerate(WORD.finditer(line)):
        word = match[0]
        span = Span(start + match.start(), start + match.end())
        if number == 0 and word in PROSIGNS:
            yield Spot(word, TermKind.SIGNAL, InHeader(span))
            continue
        if line[match.end() : match.end() + 1] == "/" and len(word) in INDICATOR:
            yield Spot(word, TermKind.ROUTING, InHeader(span))
        break


PROSIGNS: Final = frozenset(("FM", "TO", "INFO", "XMT"))
READERS: Final = {
    LineKind.TRANSMISSION_ID: _whole(TermKind.TRANSMISSION_ID),
    LineKind.ROUTE: _words(TermKind.PRECEDENCE, TermKind.ROUTING),
    LineKind.MORE_ROUTE: _words(TermKind.ROUTING),
    LineKind.STATION: _words(
        TermKind.SIGNAL, TermKind.ROUTING, TermKind.SERIAL, TermKind.FILED
    ),
    LineKind.SECURITY: _words(TermKind.SIGNAL, TermKind.SECURITY, TermKind.SIGNAL),
    LineKind.DATE_TIME: _whole(TermKind.DTG),
    LineKind.FROM: _prosign_only,
    LineKind.TO: _prosign_only,
    LineKind.INFO: _prosign_only,
    LineKind.EXEMPT: _prosign_only,
    LineKind.ROUTED: _prosign_only,
}
