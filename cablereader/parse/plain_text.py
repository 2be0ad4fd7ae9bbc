"""A cable as plain text: bare, with its header, a fragment, or a page as text.

A page as text, copied from a browser or read by character recognition, has its title,
its help and the row of its top box before the header.
"""

from __future__ import annotations

from typing import Final

from cablereader.model.cable import Source
from cablereader.model.raw import RawCable
from cablereader.parse.cable_id import read_cable_id
from cablereader.parse.grammar import chrome as grammar
from cablereader.parse.header_place import split_header
from cablereader.parse.ocr_text import is_scanned
from cablereader.parse.openings import find_openings
from cablereader.parse.slip import is_slip

WINDOW: Final = 16_000
"""Characters in which the first classification line is looked for."""


def read_text(text: str, path: str | None = None) -> RawCable:
    """The raw cable of a text.

    Never raises: a text without header or classification line is all body.

    Args:
        text: The whole text.
        path: Where it was read.
    """
    scanned = is_scanned(text)
    start, stop = _header_place(text, scanned=scanned)
    chrome = text[: start or WINDOW]
    row = grammar.ROW.search(chrome)
    title = grammar.TITLE.search(chrome)
    lone = None if title or row else grammar.LONE_ID.match(chrome)
    links = grammar.ARTICLES.search(chrome)
    return RawCable(
        source=Source("text", path),
        cable_id=_cable_id(_id(title or lone), _id(row)),
        title=_words(title["title"]) if title else None,
        created=_time(row["created"]) if row else None,
        released=_time(row["released"]) if row else None,
        classification=_class(row["classification"]) if row else None,
        origin=_words(row["origin"]) if row else None,
        articles=tuple(grammar.LINK.findall(links["links"])) if links else (),
        header=text[start:stop].rstrip(),
        body=text[:start] + text[stop:],
        header_at=start,
        scanned=scanned,
    )


def _id(match: grammar.Match | None) -> str | None:
    return match["id"] if match else None


def _header_place(text: str, *, scanned: bool) -> tuple[int, int]:
    """Offsets of the header; both 0 without one.

    A header behind the first classification line is one of a pasted record or of a
    later section, and belongs to the body.
    """
    start, stop = split_header(text)
    opening = next(find_openings(text, 0, WINDOW), None)
    note = grammar.PARTIAL_NOTE.search(text, 0, WINDOW)
    if stop and (opening is None or start < opening.start):
        if note and note.start() < start:
            start = note.start()
        stop = min(stop, opening.start) if opening else stop
        return start, stop if scanned else _closed(text, start, stop)
    if note and (opening is None or note.start() < opening.start):
        return note.span()
    return 0, 0


def _closed(text: str, start: int, stop: int) -> int:
    """Where the header is over: at the first empty line behind its FM line."""
    sender = grammar.FROM_LINE.search(text, start, stop)
    if sender is None:
        return stop
    empty = grammar.EMPTY_LINE.search(text, sender.end(), stop)
    return empty.start() if empty else stop


def _cable_id(title: str | None, row: str | None) -> str | None:
    """The id by the title and by the row; recognition damages now one, now the other.

    Where they differ by one slip, the one of a known form is right.
    """
    if title and row and is_slip(row.upper(), title.upper()):
        return title if str(read_cable_id(title)) == title else row
    return title or row


def _words(text: str) -> str | None:
    return " ".join(text.split()) or None


def _time(text: str) -> str:
    """A date and a time as the page has them, without a scanner's damage."""
    return " ".join(text.split()).replace(".", ":")


def _class(text: str) -> str:
    """``UNCLASSIFIED//FOR OFFICIAL USE ONLY`` without a scanner's blanks."""
    level, *caveats = (
        " ".join(part.split()) for part in text.split("/") if part.strip()
    )
    return "//".join((level, *caveats))
