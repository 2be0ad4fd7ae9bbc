"""A cable as one row of a list: state, date, reference, classification, marks, subject.

All columns but the last are ASCII and aligned, so that no terminal's idea of a width
can break them.
"""

from __future__ import annotations

from typing import Final

from cablereader.model.entry import Entry
from cablereader.model.frozen import frozen
from cablereader.model.triage import State, Triage
from cablereader.present.cut import cut
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line

REFERENCE: Final = 17
"""Cells of a reference id; a longer one is cut."""
SHORT_DATE: Final = 70
"""Rows narrower than this have a date without its century."""
NO_SUBJECT: Final = 42
"""Rows narrower than this have no marks and no subject."""
UNREAD, READ, ASIDE = "o", " ", "x"
STATES: Final = {State.UNREAD: UNREAD, State.READ: READ, State.ASIDE: ASIDE}


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


def flags_of(triage: Triage, *, bookmarked: bool, selected: bool) -> Flags:
    """What stands in the row of a cable for what the reader made of it."""
    return Flags(
        state=STATES[triage.state],
        starred=triage.starred,
        bookmarked=bookmarked,
        noted=bool(triage.note),
        selected=selected,
    )


def entry_row(entry: Entry, flags: Flags, width: int) -> Row:
    """The row of a cable; its subject is cut where the row ends.

    Roles: ``state``, ``date``, ``id``, the marking's slug as ``marking-…``, ``flags``,
    ``subject`` or, for what was read, ``seen``.
    """
    selected = "+" if flags.selected else " "
    row = (
        Piece(f"{selected}{flags.state} ", "state"),
        Piece(f"{_date(entry, width)} ", "date"),
        Piece(f"{cut(visible_line(entry.cable_id), REFERENCE):<{REFERENCE}} ", "id"),
        _marking(entry),
    )
    if width < NO_SUBJECT:
        return row
    seen = "subject" if flags.state == UNREAD else "seen"
    head = (*row, Piece(f"{flags.letters} ", "flags"))
    room = width - sum(len(piece.text) for piece in head)
    subject = cut(visible_line(entry.subject or "no subject"), room)
    return (*head, Piece(subject, seen))


def title_row(width: int) -> Row:
    """The titles of the columns."""
    date = "Date" if width < SHORT_DATE else "Date      "
    head = f"   {date:<8} {'Reference':<{REFERENCE}} Cl "
    return (Piece(head if width < NO_SUBJECT else f"{head}*mn Subject", "title"),)


def _date(entry: Entry, width: int) -> str:
    if entry.created is None:
        return " " * (8 if width < SHORT_DATE else 10)
    return (
        f"{entry.created:%y-%m-%d}"
        if width < SHORT_DATE
        else f"{entry.created:%Y-%m-%d}"
    )


def _marking(entry: Entry) -> Piece:
    marking = entry.classification
    if marking is None:
        return Piece("?  ", "marking-unmarked")
    return Piece(f"{marking.letters:<2} ", f"marking-{marking.slug}")
