"""Why a cable may be of the same story, in one line."""

from __future__ import annotations

from collections.abc import Iterator

from cablereader.model.likeness import Likeness
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line


def reason(likeness: Likeness) -> str:
    """``cites this one; both cite 86OSLO9003; both say goat, keeper; TAGS PBTS``."""
    return visible_line("; ".join(_parts(likeness)))


def likeness_row(likeness: Likeness) -> Row:
    """The cable, and why it is there."""
    entry = likeness.entry
    created = f"{entry.created:%Y-%m-%d}" if entry.created else ""
    marking = entry.classification
    slug = marking.slug if marking else "unmarked"
    return (
        Piece(f"{created:<10} ", "date"),
        Piece(f"{visible_line(entry.cable_id):<17} ", "id"),
        Piece(f"{marking.letters if marking else '?':<3}", f"marking-{slug}"),
        Piece(f"{visible_line(entry.subject)}  ", "subject"),
        Piece(reason(likeness), "why"),
    )


def _parts(likeness: Likeness) -> Iterator[str]:
    if likeness.cites:
        yield "cites this one"
    if likeness.is_cited:
        yield "is cited here"
    if likeness.references:
        yield f"both cite {', '.join(likeness.references)}"
    if likeness.words:
        yield f"both say {', '.join(likeness.words)}"
    if likeness.tags:
        yield f"TAGS {' '.join(likeness.tags)}"
