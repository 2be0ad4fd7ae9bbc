"""How the spots of a header box and of the top of a text are written there.

A pointing device meets the words of a cable, not its fields: this says which words are
of which spot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from cablereader.explain.spots import field_spots
from cablereader.model.cable import Cable
from cablereader.model.explanation import TermKind
from cablereader.model.spot import Field, InField, Spot

Written: TypeAlias = tuple[str, Spot]
"""Some text, and what it says."""
CUT: Final = "\u2026"
"""Ends a text that was too long for its place."""
SHORTEST_PART: Final = 4
"""Characters of a text that is recognized by a part of it."""
LABELS: Final = {
    "E.O.": Field.ORDER,
    "EO ": Field.ORDER,
    "TAG": Field.TAGS,
    "SUBJ": Field.SUBJECT,
    "REF": Field.REF,
    "CLASSIFIED BY": Field.CLASSIFIED_BY,
    "REASON": Field.REASONS,
}
"""Fields by how their labels begin in the text: ``SUBJECT``, ``REFTELS``."""
DAY: Final = len("2009-11-10")


def written(cable: Cable) -> Iterator[Written]:
    """All that the top of a cable says, in every way that it is written."""
    for spot in field_spots(cable):
        for text in _texts(spot, cable):
            if text:
                yield text, spot
    if cable.attention:
        field = Field.ATTENTION
        yield cable.attention, Spot(field, TermKind.FIELD, InField(field))


def spot_at(line: str, column: int, texts: Iterable[Written]) -> Spot | None:
    """The spot whose text stands at a column of a line: the shortest one, if several.

    Args:
        line: As it is shown.
        column: Of the line, counted from 0.
        texts: What may stand in it. One that is too long for the line is recognized by
            the part that is there.
    """
    found = (
        (len(text), number, spot)
        for number, (text, spot) in enumerate(texts)
        if _covers(line, column, text)
    )
    return min(found, default=(0, 0, None))[2]


def label_at(line: str, column: int) -> str:
    """The label of the field that a column of a header box is in; empty for none."""
    labels = (
        (start, len(field), field)
        for field in Field
        for start in _starts(line, field)
        if start <= column
    )
    return max(labels, default=(0, 0, ""))[2]


def label_before(line: str) -> str:
    """The field whose label a line above the paragraphs begins with; empty for none."""
    start = " ".join(line.upper().split())
    fields = (field for label, field in LABELS.items() if start.startswith(label))
    return next(fields, "")


def _texts(spot: Spot, cable: Cable) -> tuple[str, ...]:
    term = spot.term
    match spot.place:
        case InField(field=Field.CREATED | Field.RELEASED):
            return term, term[:DAY], f"rel {term[:DAY]}"
        case InField(field=Field.CLASSIFICATION):
            level = term.partition("//")[0]
            spaced = " ".join(level.replace(" ", ""))
            short = term.replace("FOR OFFICIAL USE ONLY", "FOUO")
            return term, level, spaced, short, level.removesuffix("SIFIED")
        case InField(field=Field.ORDER):
            return term, term.removeprefix("E.O.").strip()
        case InField(field=Field.REFERENCE):
            message = cable.message
            return term, f"{message.post} {message.number}" if message else ""
        case InField(field=field, number=number) if spot.kind in OF_FIELDS:
            return _values(field, number, cable)
        case _:
            return (term,)


def _values(field: Field, number: int, cable: Cable) -> tuple[str, ...]:
    """The values of a field whose spot is named by its label."""
    match field:
        case Field.SUBJECT:
            return cable.title, cable.subject or ""
        case Field.CLASSIFIED_BY if cable.classified_by:
            by = cable.classified_by
            return by.name or "", by.title or ""
        case Field.SIGNED:
            return cable.signers
        case Field.REF:
            cited = cable.references[number]
            return cited.text, cited.cable_id or "", str(cited)
        case Field.ARTICLE:
            return cable.articles[number], f"[{len(cable.articles)} art.]"
        case _:
            return ()


OF_FIELDS: Final = frozenset({TermKind.FIELD, TermKind.REFERENCE_ID})
"""Kinds of spots that stand for a value written otherwise."""


def _covers(line: str, column: int, text: str) -> bool:
    """Whether a text, or the part of it that fits into a line, stands at a column."""
    if any(start <= column < start + len(text) for start in _starts(line, text)):
        return True
    start = len(line) - len(line.lstrip())
    part = line.strip()
    if len(part) >= SHORTEST_PART and part in text:
        return start <= column < start + len(part)
    return _covers_cut(line, column, text)


def _covers_cut(line: str, column: int, text: str) -> bool:
    """Whether the beginning of a text stands at a column, cut at the sign for that."""
    shown, cut, _ = line.partition(CUT)
    starts = _finds(shown, text[:SHORTEST_PART]) if cut and text else ()
    return any(
        start <= column < len(shown) and text.startswith(shown[start:].rstrip())
        for start in starts
    )


def _starts(line: str, text: str) -> Iterator[int]:
    """Where a text stands in a line, not as a part of other words."""
    for at in _finds(line, text):
        if not (_goes_on(line, at) or _goes_on(line, at + len(text))):
            yield at


def _finds(line: str, text: str) -> Iterator[int]:
    at = line.find(text)
    while at >= 0:
        yield at
        at = line.find(text, at + 1)


def _goes_on(line: str, at: int) -> bool:
    """Whether a word is on both sides of a place in a line."""
    return line[:at][-1:].isalnum() and line[at : at + 1].isalnum()
