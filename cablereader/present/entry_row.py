"""A cable as one row of a list: what it is to the reader, and its columns.

All columns but origin, subject and labels are ASCII and aligned, so that no terminal's
idea of a width can break them; labels are at the end of the row, where there are any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Final

from cablereader.model.classification import UNMARKED
from cablereader.model.defect import Span
from cablereader.model.entry import Entry
from cablereader.model.frozen import frozen
from cablereader.model.triage import State, Triage
from cablereader.present.cut import cells_of, cut
from cablereader.present.list_column import (
    CLASS,
    DATE,
    HITS,
    LABELS,
    LEAST_SUBJECT,
    LENGTH,
    MARKS,
    ORIGIN,
    REFERENCE,
    RELEASED,
    STATE,
    SUBJECT,
    TAGS,
    USUAL,
    Chosen,
    Column,
    fitting,
)
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line

UNREAD, READ, ASIDE = "o", " ", "x"
STATES: Final = {State.UNREAD: UNREAD, State.READ: READ, State.ASIDE: ASIDE}
WORDS: Final = {UNREAD: "unread", READ: "read", ASIDE: "set aside"}
NO_SUBJECT: Final = "no subject"
MOST_LABELS: Final = 4
"""Labels take one cell of so many, at most."""


@frozen
class Flags:
    """What the reader did with a cable."""

    state: str = UNREAD
    """``o`` unread, ``x`` set aside, a blank for read."""
    starred: bool = False
    bookmarked: bool = False
    noted: bool = False
    selected: bool = False

    @property
    def letters(self) -> str:
        """The three columns of marks: ``*mn``, dots where nothing is."""
        return (
            ("*" if self.starred else ".")
            + ("m" if self.bookmarked else ".")
            + ("n" if self.noted else ".")
        )

    @property
    def words(self) -> str:
        """The same in words: ``unread, starred, has bookmarks``."""
        said = (
            WORDS[self.state],
            "starred" if self.starred else "",
            "has bookmarks" if self.bookmarked else "",
            "has notes" if self.noted else "",
            "selected" if self.selected else "",
        )
        return ", ".join(filter(None, said))


def flags_of(triage: Triage, *, bookmarked: bool, noted: bool, selected: bool) -> Flags:
    """What stands in the row of a cable for what the reader made of it.

    Args:
        triage: Of the cable.
        bookmarked: Whether paragraphs of it are.
        noted: Whether one of these bookmarks has a note.
        selected: Whether it is selected.
    """
    return Flags(
        state=STATES[triage.state],
        starred=triage.starred,
        bookmarked=bookmarked,
        noted=noted or bool(triage.note),
        selected=selected,
    )


@frozen(kw_only=True)
class ListRow:
    """A cable, and what is known of it in a list."""

    entry: Entry
    flags: Flags = Flags()
    labels: tuple[str, ...] = ()
    note: str = ""
    hits: int | None = None
    """Places that the list's query is about; ``None`` if they were not counted."""
    spans: tuple[Span, ...] = ()
    """Those of them in the subject, as `subject_of` has it."""


def subject_of(entry: Entry) -> str:
    """The subject of a cable as its row shows it."""
    return visible_line(entry.subject or NO_SUBJECT)


def entry_row(listed: ListRow, width: int, chosen: Chosen = USUAL) -> Row:
    """The row of a cable; its subject is cut where the row ends, or its labels begin.

    Roles: ``state``, ``date``, ``id``, the marking's slug as ``marking-…``, ``flags``,
    ``origin``, ``tags``, ``number``, ``subject`` or, for what was read, ``seen``,
    ``hit`` in it, ``labels``.
    """
    selected = "+" if listed.flags.selected else " "
    columns = fitting(chosen, width)
    taken = sum(each.width(width) for each in columns if each is not SUBJECT)
    room = width - STATE - taken
    labels = _labels(listed, room, width) if LABELS in columns else ""
    pieces = [Piece(f"{selected}{listed.flags.state} ", "state")]
    for column in columns:
        if column is SUBJECT:
            pieces += _subject(listed, room - cells_of(labels))
        elif column in CELLS:
            pieces.append(CELLS[column](listed, column.width(width)))
    return (*pieces, Piece(labels, "labels")) if labels else tuple(pieces)


def title_row(width: int, chosen: Chosen = USUAL) -> Row:
    """The titles of the columns."""
    titles = (
        f"{each.title[: each.width(width) - 1]:<{each.width(width)}}"
        for each in fitting(chosen, width)
        if each is not LABELS
    )
    return (Piece(f"{'':{STATE}}{''.join(titles)}", "title"),)


def _labels(listed: ListRow, room: int, width: int) -> str:
    """The labels, if they leave the subject its room."""
    most = min(width // MOST_LABELS, room - LEAST_SUBJECT)
    if not listed.labels or most < LEAST_SUBJECT // 2:
        return ""
    text = " ".join(f"+{visible_line(label)}" for label in listed.labels)
    return f" {cut(text, most - 1)}"


def _subject(listed: ListRow, room: int) -> Iterator[Piece]:
    """The subject in its room, with what the query found in it."""
    whole = subject_of(listed.entry)
    text = cut(whole, room)
    role = "subject" if listed.flags.state == UNREAD else "seen"
    end = len(text) if text == whole else max(len(text) - 1, 0)
    yield from _parted(text, [each for each in listed.spans if each.stop <= end], role)
    if listed.labels:
        yield Piece(" " * (room - cells_of(text)), role)


def _parted(text: str, spans: Iterable[Span], role: str) -> Iterator[Piece]:
    """A text with spans of it as hits."""
    at = 0
    for span in spans:
        yield Piece(text[at : span.start], role)
        yield Piece(span.of(text), "hit")
        at = span.stop
    yield Piece(text[at:], role)


def _filled(text: str, width: int, role: str) -> Piece:
    """A cell of text that a document or the reader wrote."""
    fitted = cut(visible_line(text), width - 1)
    return Piece(fitted + " " * (width - cells_of(fitted)), role)


def _day(time: datetime | None, width: int) -> Piece:
    form = "%y-%m-%d" if width < DATE.cells else "%Y-%m-%d"
    return Piece(f"{time.strftime(form) if time else '':<{width}}", "date")


def _marking(listed: ListRow, width: int) -> Piece:
    marking = listed.entry.classification
    if marking is None:
        return Piece(f"{UNMARKED:<{width}}", "marking-unmarked")
    return Piece(f"{marking.letters:<{width}}", f"marking-{marking.slug}")


def _number(number: int | None, width: int) -> Piece:
    shown = "" if number is None else f"{number:,}"
    return Piece(f"{shown:>{width - 1}} ", "number")


CELLS: Final[dict[Column, Callable[[ListRow, int], Piece]]] = {
    DATE: lambda row, width: _day(row.entry.created, width),
    RELEASED: lambda row, width: _day(row.entry.released, width),
    REFERENCE: lambda row, width: _filled(row.entry.cable_id, width, "id"),
    CLASS: _marking,
    MARKS: lambda row, width: Piece(f"{row.flags.letters:<{width}}", "flags"),
    ORIGIN: lambda row, width: _filled(row.entry.origin or "", width, "origin"),
    TAGS: lambda row, width: _filled(" ".join(row.entry.tags), width, "tags"),
    HITS: lambda row, width: _number(row.hits, width),
    LENGTH: lambda row, width: _number(row.entry.words, width),
}
"""What makes the cell of a column, so wide; the subject gets what is left."""
