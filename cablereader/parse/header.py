"""The header box, line by line (format.md §2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from cablereader.model.addressee import Addressee
from cablereader.model.defect import Defect, Span
from cablereader.model.header import Header
from cablereader.parse.addressee import is_collective, read_addressee
from cablereader.parse.dtg import PROSIGNS, read_dtg
from cablereader.parse.grammar import header as grammar
from cablereader.parse.header_line import LineKind, kind_of
from cablereader.parse.scanned_header import mended

START: Final = (LineKind.TRANSMISSION_ID, LineKind.DATE_TIME, LineKind.FROM)
"""What stands before the first of them is preamble: a print-out's, an e-mail's."""


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
    reading = _Reading()
    lines = [
        (mended(line) if scanned else line.strip(), span) for line, span in _lines(text)
    ]
    start = next(
        (i for i, (line, _) in enumerate(lines) if kind_of(line) in START), None
    )
    for line, span in () if start is None else lines[start:]:
        reading.take(line, span)
    return reading.header(text), tuple(reading.defects)


def is_partial(text: str) -> bool:
    """Whether a header says that it is only an extract."""
    return grammar.PARTIAL_NOTE.search(text, 0, 1000) is not None


def _lines(text: str) -> Iterator[tuple[str, Span]]:
    for match in grammar.LINE.finditer(text):
        yield match[0], Span(*match.span())


@dataclass(slots=True)
class _Reading:
    """A header as far as it has been read."""

    fields: dict[str, Any] = field(default_factory=dict)
    """Of `Header`, by name."""
    action: list[Addressee] = field(default_factory=list)
    info: list[Addressee] = field(default_factory=list)
    addressing: list[Addressee] | None = None
    """Where the next address line goes: ``action``, ``info`` or nowhere."""
    routing: bool = False
    """Whether the line before belongs to the route."""
    defects: list[Defect] = field(default_factory=list)

    def header(self, text: str) -> Header:
        return Header(
            text=text, action=tuple(self.action), info=tuple(self.info), **self.fields
        )

    def take(self, line: str, span: Span) -> None:
        """Read one line more."""
        kind = kind_of(line)
        if kind is LineKind.MORE_ROUTE and not self.routing:
            kind = LineKind.OTHER
        self.routing = kind in (LineKind.ROUTE, LineKind.MORE_ROUTE)
        if kind in (LineKind.TO, LineKind.INFO):
            self.addressing = self.action if kind is LineKind.TO else self.info
        if kind is LineKind.TOP:
            self.addressing = None
        if take := TAKERS.get(kind):
            take(self, line, span)

    def report(self, code: str, span: Span, note: str) -> None:
        self.defects.append(Defect(code=code, span=span, note=note))

    def take_transmission_id(self, line: str, _: Span) -> None:
        self.fields.setdefault("transmission_id", line)

    def take_route(self, line: str, _: Span) -> None:
        letters, *relay = line.split()
        self.fields["precedence"] = (PROSIGNS[letters[0]],)
        self.fields["relay"] = tuple(relay)

    def take_more_route(self, line: str, _: Span) -> None:
        self.fields["relay"] = (*self.fields["relay"], *line.split())

    def take_station(self, line: str, _: Span) -> None:
        if match := grammar.STATION.match(line):
            serial = match["serial"]
            self.fields["station"] = match["station"]
            self.fields["serial"] = serial.replace(" ", "") if serial else None
            self.fields["filed"] = match["filed"]

    def take_security(self, line: str, _: Span) -> None:
        self.fields.setdefault("security_prosign", " ".join(line.split()))

    def take_date_time(self, line: str, span: Span) -> None:
        group = read_dtg(line)
        if group and group.time is None:
            self.report("header-dtg-no-time", span, line)
        self.fields.setdefault("dtg", group)

    def take_from(self, line: str, span: Span) -> None:
        if match := grammar.FROM.match(line):
            self.fields.setdefault("sender", self.addressee(match["name"], span))

    def take_to(self, line: str, span: Span) -> None:
        if (match := grammar.TO.match(line)) and match["name"]:
            self.take_address(match["name"], span)

    def take_info(self, line: str, span: Span) -> None:
        if (match := grammar.INFO.match(line)) and match["name"]:
            self.take_address(match["name"], span)

    def take_address(self, line: str, span: Span) -> None:
        name = grammar.PAGE.sub("", line).strip()
        if self.addressing is None:
            self.report("header-unknown-line", span, line)
        elif name:
            self.addressing.append(self.addressee(name, span))

    def take_exempt(self, line: str, span: Span) -> None:
        """An exclusion from the last collective, or else from the last addressee."""
        if (match := grammar.EXEMPT.match(line)) is None:
            return
        name = self.addressee(match["name"], span).name
        places = [
            (addressees, index)
            for addressees in (self.action, self.info)
            for index in range(len(addressees))
        ]
        if not places:
            self.report("header-unknown-line", span, line)
            return
        addressees, index = next(
            (place for place in reversed(places) if is_collective(place[0][place[1]])),
            places[-1],
        )
        old = addressees[index]
        addressees[index] = replace(old, excluded=(*old.excluded, name))

    def addressee(self, text: str, span: Span) -> Addressee:
        addressee, codes = read_addressee(text)
        for code in codes:
            self.report(code, span, text)
        return addressee


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
    LineKind.OTHER: _Reading.take_address,
}
