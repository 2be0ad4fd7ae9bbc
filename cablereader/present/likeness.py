"""Why a cable may be of the same story, in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cablereader.model.likeness import Likeness
from cablereader.present.cut import cut
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line

TAKEN: Final = 36
"""Cells of a row before its subject."""
SHARE: Final = 0.4
"""What the subject has of the others, where the reason stands beside it."""
WIDE: Final = 100
"""Cells of a row with room for both; a narrower one has the subject alone."""
MOST: Final = 4
"""Names, words or TAGS in a reason."""
MOST_CITED: Final = 2
"""References in a reason."""
ENOUGH: Final = 3
"""So many names and words of subjects say it without other words."""
SOON: Final = 60
"""Days within which cables are near in time."""


def reason(likeness: Likeness) -> str:
    """``cites this one; both about goat; both name Einar Fjaeremo; TAGS PBTS``."""
    return visible_line("; ".join(_parts(likeness)))


def likeness_row(likeness: Likeness, width: int) -> Row:
    """The cable and, where there is room, why it is there.

    Args:
        likeness: Of the cable.
        width: Of the row, in cells.
    """
    entry = likeness.entry
    created = f"{entry.created:%Y-%m-%d}" if entry.created else ""
    marking = entry.classification
    slug = marking.slug if marking else "unmarked"
    room = int(max(width - TAKEN, 0) * (SHARE if width >= WIDE else 1))
    subject = cut(visible_line(entry.subject), room)
    return (
        Piece(f"{created:<10} ", "date"),
        Piece(f"{visible_line(entry.cable_id):<17} ", "id"),
        Piece(f"{marking.letters if marking else '?':<3}", f"marking-{slug}"),
        Piece(f"{subject:<{room}}  ", "subject"),
        *([Piece(reason(likeness), "why")] if width >= WIDE else ()),
    )


def likeness_lines(likeness: Likeness) -> tuple[str, str]:
    """The whole subject of the cable, and all of the reason."""
    return visible_line(likeness.entry.subject), reason(likeness)


def _parts(likeness: Likeness) -> Iterator[str]:
    if likeness.cites:
        yield "cites this one"
    if likeness.is_cited:
        yield "is cited here"
    if likeness.references:
        yield f"both cite {_first(likeness.references, MOST_CITED)}"
    yield from _shared(likeness)
    if place_in_time := _when(likeness):
        yield place_in_time


def _shared(likeness: Likeness) -> Iterator[str]:
    """What both say, the most telling first."""
    if likeness.subject:
        yield f"both about {_first(likeness.subject, MOST)}"
    if likeness.names:
        yield f"both name {_first(likeness.names, MOST)}"
    if likeness.tags:
        yield f"TAGS {' '.join(likeness.tags[:MOST])}"
    if likeness.words and len(likeness.subject) + len(likeness.names) < ENOUGH:
        yield f"both say {_first(likeness.words, MOST)}"


def _first(names: Sequence[str], most: int) -> str:
    """The first of some names."""
    others = len(names) - most
    return ", ".join(names[:most]) + (f" +{others}" if others > 0 else "")


def _when(likeness: Likeness) -> str:
    """``same post, 5 days later``; nothing for a cable of another post and time."""
    post = "same post" if likeness.same_post else ""
    if likeness.days is None or abs(likeness.days) > SOON:
        return post
    count = abs(likeness.days)
    way = "later" if likeness.days > 0 else "before"
    days = f"{count} day{'s' * (count != 1)} {way}" if count else "same day"
    return ", ".join(filter(None, (post, days)))
