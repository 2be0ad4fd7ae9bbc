"""The header box, line by line (format.md §2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cablereader.model.addressee import Addressee
from cablereader.model.defect import Defect, Span
from cablereader.model.dtg import DateTimeGroup
from cablereader.model.frozen import frozen, replace
from cablereader.model.header import Header
from cablereader.model.precedence import Precedence
from cablereader.parse.addressee import is_collective, read_addressee
from cablereader.parse.dtg import PROSIGNS, read_dtg
from cablereader.parse.grammar import header as grammar
from cablereader.parse.header_line import LineKind, classify
from cablereader.parse.scanned_header import mended

START: Final = (LineKind.TRANSMISSION_ID, LineKind.DATE_TIME, LineKind.FROM)
"""What stands before the first of them is preamble: a print-out's, an e-mail's."""


@frozen
class _Line:
    kind: LineKind
    parts: Mapping[str, str | None]
    text: str
    span: Span

    def part(self, name: str) -> str:
        """A part of it; empty where the line leaves it out."""
        return self.parts.get(name) or ""


def read_header(
    text: str, *, scanned: bool = False
) -> tuple[Header, tuple[Defect, ...]]:
    """Read a header: whole, short, partial, damaged or none at all.

    Args:
        text: The header as it stands in its source.
        scanned: Whether it went through character recognition.

    Returns:
        The header, and its defects in order. Their spans count in ``text``, not in
        the body; their codes begin with ``header-``. Never raises.
    """
    lines = tuple(_lines(text, scanned=scanned))
    start = next((i for i, line in enumerate(lines) if line.kind in START), len(lines))
    reading = _Reading(text)
    reading.take_preamble(lines[:start])
    for line in lines[start:]:
        reading.take(line)
    return reading.header(), tuple(reading.defects)


def is_partial(text: str) -> bool:
    """Whether a header says that it is only an extract."""
    return grammar.PARTIAL_NOTE.search(text, 0, 1000) is not None


def _lines(text: str, *, scanned: bool) -> Iterator[_Line]:
    """The lines that are not blank."""
    for match in grammar.LINE.finditer(text):
        words = mended(match[0]) if scanned else match[0].strip()
        if words:
            yield _Line(*classify(words), words, Span(*match.span()))


@frozen
class _Listed:
    addressee: Addressee
    excluded: list[str]

    def value(self) -> Addressee:
        """The addressee with whom it leaves out."""
        if not self.excluded:
            return self.addressee
        return replace(self.addressee, excluded=tuple(self.excluded))


class _Reading:
    """A header as far as it has been read."""

    def __init__(self, text: str) -> None:
        self.defects: list[Defect] = []
        self._text = text
        self._transmission_id: str | None = None
        self._precedence: Precedence | None = None
        self._relay: list[str] = []
        self._station: _Line | None = None
        self._security: str | None = None
        self._group: DateTimeGroup | None = None
        self._sender: Addressee | None = None
        self._action: list[_Listed] = []
        self._info: list[_Listed] = []
        self._addressing: list[_Listed] | None = None
        """Where the next address line goes; ``None`` before TO."""
        self._collective: _Listed | None = None
        """The last one; before any there is one, the last addressee."""
        self._previous = LineKind.OTHER
        self._ended = False
        """Whether a line of the body's top has been met."""

    def header(self) -> Header:
        """What was read."""
        station = self._station
        return Header(
            text=self._text,
            transmission_id=self._transmission_id,
            precedence=(self._precedence,) if self._precedence else (),
            relay=tuple(self._relay),
            station=station.part("station") if station else None,
            serial=(station and station.part("serial").replace(" ", "")) or None,
            filed=(station and station.part("filed")) or None,
            security_prosign=self._security,
            dtg=self._group,
            sender=self._sender,
            action=tuple(listed.value() for listed in self._action),
            info=tuple(listed.value() for listed in self._info),
        )

    def take_preamble(self, lines: Sequence[_Line]) -> None:
        """Pass over what is no header, and say so where it is not of the usual."""
        if any(line.kind is LineKind.OTHER for line in lines):
            span = Span(lines[0].span.start, lines[-1].span.stop)
            self._report("header-preamble", span, lines[0].text)

    def take(self, line: _Line) -> None:
        """Read one line more."""
        kind = line.kind
        if kind is LineKind.MORE_ROUTE and self._previous not in ROUTES:
            kind = LineKind.OTHER
        if kind is LineKind.TOP:
            self._ended = True
        if take := TAKERS.get(kind):
            take(self, line)
        self._previous = kind

    def take_transmission_id(self, line: _Line) -> None:
        if self._transmission_id is None:
            self._transmission_id = line.text

    def take_route(self, line: _Line) -> None:
        if not self._relay:
            self._precedence = PROSIGNS[line.part("precedence")]
            self._relay += line.part("relay").split()

    def take_more_route(self, line: _Line) -> None:
        if self._station is None:
            self._relay += line.part("relay").split()

    def take_station(self, line: _Line) -> None:
        if self._station is None:
            self._station = line

    def take_security(self, line: _Line) -> None:
        if self._security is None:
            self._security = " ".join(line.text.split())

    def take_date_time(self, line: _Line) -> None:
        if self._group is None and (group := read_dtg(line.text)):
            self._group = group
            if group.time is None:
                self._report("header-dtg-no-time", line.span, line.text)

    def take_from(self, line: _Line) -> None:
        if self._sender is None:
            self._sender = self._addressee(line.part("name"), line.span)

    def take_to(self, line: _Line) -> None:
        self._addressing = self._action
        self._list(line.part("name"), line.span)

    def take_info(self, line: _Line) -> None:
        self._addressing = self._info
        self._list(line.part("name"), line.span)

    def take_address(self, line: _Line) -> None:
        if self._addressing is None or (self._ended and line.kind is LineKind.OTHER):
            self._report("header-unknown-line", line.span, line.text)
        else:
            self._list(line.text, line.span)

    def take_exempt(self, line: _Line) -> None:
        """Leave somebody out of the last collective, or else of the last addressee."""
        if self._collective:
            name = self._addressee(line.part("name"), line.span).name
            self._collective.excluded.append(name)
        else:
            self._report("header-unknown-line", line.span, line.text)

    def _list(self, text: str, span: Span) -> None:
        """Add an addressee, unless a page line stands in its place."""
        if "PAGE" in text:
            text = grammar.PAGE.sub("", text)
        name = text.strip()
        if name and self._addressing is not None:
            listed = _Listed(self._addressee(name, span), [])
            self._addressing.append(listed)
            self._collective = _later_collective(self._collective, listed)

    def _addressee(self, text: str, span: Span) -> Addressee:
        addressee, codes = read_addressee(text)
        for code in codes:
            self._report(code, span, text)
        return addressee

    def _report(self, code: str, span: Span, note: str) -> None:
        self.defects.append(Defect(code=code, span=span, note=note))


def _later_collective(last: _Listed | None, listed: _Listed) -> _Listed:
    """Of two addressees the one that an exemption after them is from."""
    if last is None or is_collective(listed.addressee):
        return listed
    return last if is_collective(last.addressee) else listed


ROUTES: Final = (LineKind.ROUTE, LineKind.MORE_ROUTE)
TAKERS: Final = {
    LineKind.TRANSMISSION_ID: _Reading.take_transmission_id,
    LineKind.ROUTE: _Reading.take_route,
    LineKind.MORE_ROUTE: _Reading.take_more_route,
    LineKind.STATION: _Reading.take_station,
    LineKind.SECURITY: _Reading.take_security,
    LineKind.DATE_TIME: _Reading.take_date_time,
    LineKind.FROM: _Reading.take_from,
    LineKind.TO: _Reading.take_to,
    LineKind.INFO: _Reading.take_info,
    LineKind.EXEMPT: _Reading.take_exempt,
    LineKind.ROUTED: _Reading.take_address,
    LineKind.OTHER: _Reading.take_address,
}
