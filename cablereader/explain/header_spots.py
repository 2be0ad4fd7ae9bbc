"""The lines of a header as received, word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from cablereader.explain.grammar import LINE, SECURITY_WORD, WORD
from cablereader.model.addressee import Addressee
from cablereader.model.defect import Span
from cablereader.model.explanation import TermKind
from cablereader.model.header import Header
from cablereader.model.spot import InHeader, Spot
from cablereader.parse.addressee import read_addressee
from cablereader.parse.header_line import LineKind, classify

LineReader: TypeAlias = Callable[[str, int], Iterator[Spot]]
"""Takes a line, and where it starts in the header."""
LONGEST: Final = 300
"""Characters of a line; longer ones are no lines of a header."""


def header_spots(header: Header) -> Iterator[Spot]:
    """Those of all its lines, in order; lines that are not understood have none."""
    for match in LINE.finditer(header.text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        yield from header_line_spots(match[0].strip(), start)


def header_line_spots(line: str, start: int = 0) -> Iterator[Spot]:
    """Those of one line without blanks around it, that begins at ``start``."""
    if len(line) <= LONGEST:
        kind, _ = classify(line)
        if reader := READERS.get(kind):
            yield from reader(line, start)


def _whole(kind: TermKind) -> LineReader:
    """Reads a line that is one term."""

    def spots(line: str, start: int) -> Iterator[Spot]:
        yield Spot(line, kind, _place(start, line))

    return spots


def _words(*kinds: TermKind) -> LineReader:
    """Reads a line whose words are of those kinds; the last kind goes on."""

    def spots(line: str, start: int) -> Iterator[Spot]:
        for number, match in enumerate(WORD.finditer(line)):
            kind = kinds[min(number, len(kinds) - 1)]
            yield Spot(match[0], kind, _place(start + match.start(), match[0]))

    return spots


def _security(line: str, start: int) -> Iterator[Spot]:
    """Reads a security line: its signals, and its letters; not the operators' text."""
    for match in SECURITY_WORD.finditer(line):
        kind = TermKind.SIGNAL if match["signal"] else TermKind.SECURITY
        yield Spot(match[0], kind, _place(start + match.start(), match[0]))


def _address(line: str, start: int) -> Iterator[Spot]:
    """Reads a line of addresses: prosign, indicator, name, precedence, number."""
    first, blank, rest = line.partition(" ")
    at = 0
    if blank and first in PROSIGNS:
        yield Spot(first, TermKind.SIGNAL, _place(start, first))
        at = len(line) - len(rest.lstrip())
    addressee, _ = read_addressee(line[at:])
    for term, kind in (
        (addressee.routing, kind_of_routing(addressee)),
        (addressee.name, TermKind.ADDRESS),
        (str(addressee.precedence or ""), TermKind.PRECEDENCE),
        (addressee.number, TermKind.NUMBER),
    ):
        found = line.find(term, at) if term else -1
        if term and found >= 0:
            yield Spot(term, kind, _place(start + found, term))
            at = found + len(term)


def kind_of_routing(addressee: Addressee) -> TermKind:
    """What stands in the place of its routing indicator."""
    return TermKind.SIGNAL if addressee.routing == OTHERWISE else TermKind.ROUTING


def _place(start: int, term: str) -> InHeader:
    return InHeader(Span(start, start + len(term)))


OTHERWISE: Final = "ZEN"
"""Stands for an indicator where the cable went by other means."""
PROSIGNS: Final = frozenset(("FM", "TO", "INFO", "XMT"))
READERS: Final = {
    LineKind.TRANSMISSION_ID: _whole(TermKind.TRANSMISSION_ID),
    LineKind.ROUTE: _words(TermKind.PRECEDENCE, TermKind.ROUTING),
    LineKind.MORE_ROUTE: _words(TermKind.ROUTING),
    LineKind.STATION: _words(
        TermKind.SIGNAL, TermKind.ROUTING, TermKind.SERIAL, TermKind.FILED
    ),
    LineKind.SECURITY: _security,
    LineKind.DATE_TIME: _whole(TermKind.DTG),
    LineKind.FROM: _address,
    LineKind.TO: _address,
    LineKind.INFO: _address,
    LineKind.EXEMPT: _address,
    LineKind.ROUTED: _address,
}
