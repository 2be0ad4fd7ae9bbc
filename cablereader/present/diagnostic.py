"""Defects as a compiler prints what it found: place, name, and the line itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.model.cable import Cable
from cablereader.model.defect import Defect, Span
from cablereader.model.frozen import frozen
from cablereader.model.raw import RawCable
from cablereader.present.visible import spelled, visible_line

WIDEST: Final = 100
"""Characters of a source line that are shown; reflowed ones are much longer."""
BEFORE: Final = 40
"""Characters shown before the place in a line that is longer."""
IN_HEADER: Final = "header-"
"""How the codes of defects begin whose spans count in the header."""


@frozen
class Place:
    """Where a defect is in its source."""

    line: int
    """Counted from 1. In a text or a dump the file's own line; the blocks of a page
    have none, so that there it is the line of ``show --format raw``."""
    column: int
    """Counted from 1, in characters."""
    source: str
    """The line itself."""
    length: int
    """Characters of it that are meant; at least one."""


def diagnostics(raw: RawCable, cable: Cable) -> Iterator[str]:
    """The defects of a cable, three lines each: ``FILE:LINE:COL: code: note``.

    Args:
        raw: What the cable was read from.
        cable: What was read.
    """
    path = visible_line(cable.source.path or "-")
    for defect in cable.defects:
        place = place_of(defect, raw)
        note = f": {visible_line(defect.note)}" if defect.note else ""
        yield f"{path}:{place.line}:{place.column}: {defect.code}{note}"
        yield from _pointed_at(place)


def place_of(defect: Defect, raw: RawCable) -> Place:
    """Where a defect is."""
    if defect.code.startswith(IN_HEADER):
        return _place(raw.header, defect.span, _lines_before_header(raw))
    lines = 0
    if raw.source.format != "text" or defect.span.start >= raw.header_at:
        lines = _lines_before_body(raw)
    return _place(raw.body, defect.span, lines)


def _lines_before_header(raw: RawCable) -> int:
    if raw.source.format == "csv":
        return (raw.source.line or 1) - 1
    return raw.body.count("\n", 0, raw.header_at) if raw.source.format == "text" else 0


def _lines_before_body(raw: RawCable) -> int:
    """How far apart the lines of the body and those of the source are."""
    match raw.source.format:
        case "html":
            return raw.header.count("\n") + 2 if raw.header else 0
        case "csv":
            return (raw.source.line or 1) - 1 + raw.header.count("\n")
        case _:
            return raw.header.count("\n")


def _place(text: str, span: Span, lines_before: int) -> Place:
    start = text.rfind("\n", 0, span.start) + 1
    stop = text.find("\n", span.start)
    stop = stop if stop >= 0 else len(text)
    return Place(
        line=lines_before + text.count("\n", 0, span.start) + 1,
        column=span.start - start + 1,
        source=text[start:stop],
        length=max(min(span.stop, stop) - span.start, 1),
    )


def _pointed_at(place: Place) -> Iterator[str]:
    """The source line, cut to a width, and a caret under the place."""
    first = max(place.column - 1 - BEFORE, 0) if len(place.source) > WIDEST else 0
    at = place.column - 1 - first
    shown = place.source[first : first + WIDEST]
    meant = spelled(shown[at : at + place.length])
    indent = " " * len(spelled(shown[:at]))
    yield f"    {spelled(shown)}".rstrip()
    yield f"    {indent}^{'~' * (len(meant) - 1)}"
