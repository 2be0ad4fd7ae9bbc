"""Where what is sought stands in a body that is laid out in lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator
from itertools import accumulate, chain
from typing import Final, TypeAlias

from cablereader.model.block import Passage, PassageKind
from cablereader.model.cable import Cable
from cablereader.model.frozen import frozen
from cablereader.present.body import BodyLayout, words_shown
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible


@frozen(order=True)
class LinePart:
    """Characters of one line."""

    line: int
    start: int
    stop: int


Hit: TypeAlias = tuple[LinePart, ...]
"""One place where the words stand; on two lines or more when a line breaks in it."""


@frozen
class Sought:
    """Literal texts to look for, any of them.

    One in lower case matches either case; one with a capital matches as it is. Nothing
    but blanks matches nothing.
    """

    texts: tuple[str, ...] = ()
    whole: bool = False
    """Whether they match whole words only."""

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return any(text.strip() for text in self.texts)


LOOKED_IN: Final = frozenset({"id", "origin", "subject", "seen"})
"""Roles of the pieces of a row in which words are found."""
NOTHING: Final = Sought()


def find(layout: BodyLayout, sought: Sought) -> tuple[Hit, ...]:
    """All places of what is sought, in order; a line break counts as a blank."""
    if (pattern := pattern_of(sought)) is None:
        return ()
    lines = [line.text for line in layout.lines]
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    text = "\n".join(lines)
    return tuple(
        tuple(_parts(match.start(), match.end(), lines, starts))
        for match in pattern.finditer(text)
    )


def stands_in(cable: Cable, sought: Sought) -> bool:
    """Whether what is sought stands in a cable's body, by the same rules, or above.

    Above it are the header box, and the header as received, of which the routing list
    shows most.
    """
    pattern = pattern_of(sought)
    return pattern is not None and any(
        pattern.search(visible(text))
        for text in chain(_texts_above(cable), _texts_of_body(cable))
    )


def stands_above(cable: Cable, sought: Sought) -> str:
    """The first field above the body in which what is sought stands; empty for none."""
    pattern = pattern_of(sought)
    fields = zip(FIELDS, _texts_above(cable), strict=True)
    found = (field for field, text in fields if pattern and pattern.search(text))
    return next(found, "")


def _texts_of_body(cable: Cable) -> Iterator[str]:
    """All that is shown of the body, but for what only stands for a preamble."""
    return (
        words_shown(block, cable.body)
        for block in cable.blocks
        if not (isinstance(block, Passage) and block.kind is PassageKind.PREAMBLE)
    )


FIELDS: Final = (
    "reference id",
    "origin",
    "subject",
    "captions",
    "TAGS",
    "E.O. line",
    "classified by",
    "reasons",
    "signed",
    "references",
    "attention line",
    "routing list",
)
"""What `_texts_above` has, in its order, as it is told to the reader."""


def _texts_above(cable: Cable) -> Iterator[str]:
    """What the header box and the routing list show and may be looked for."""
    order, by = cable.executive_order, cable.classified_by
    references = (
        f"{cited.label or ''} {cited.text} {cited.cable_id or ''}"
        for cited in cable.references
    )
    yield cable.cable_id or ""
    yield cable.origin or ""
    yield cable.title
    yield ", ".join(cable.captions)
    yield " ".join(cable.tags)
    yield order.text if order else ""
    yield ", ".join(filter(None, (by.name, by.title))) if by else ""
    yield " ".join(cable.reasons)
    yield ", ".join(cable.signers)
    yield "\n".join(references)
    yield cable.attention or ""
    yield cable.header.text


def marked_in(row: Row, sought: Sought, among: Container[str] = LOOKED_IN) -> Row:
    """The row of a cable with what is sought marked where it is looked for, as hits."""
    if (pattern := pattern_of(sought)) is None:
        return row
    return tuple(
        part
        for piece in row
        for part in (_marked(piece, pattern) if piece.role in among else (piece,))
    )


def _marked(piece: Piece, pattern: re.Pattern[str]) -> Iterator[Piece]:
    at = 0
    for match in pattern.finditer(piece.text):
        yield Piece(piece.text[at : match.start()], piece.role)
        yield Piece(match[0], "hit")
        at = match.end()
    yield Piece(piece.text[at:], piece.role)


def pattern_of(sought: Sought) -> re.Pattern[str] | None:
    """The expression for what is sought, ``None`` for nothing."""
    texts = sorted((text for text in sought.texts if text.strip()), key=len)
    if not texts:
        return None
    bound = r"\b" if sought.whole else ""
    either = "|".join(map(_expression, reversed(texts)))
    return re.compile(f"{bound}(?:{either}){bound}")


def _expression(text: str) -> str:
    words = r"[ \n]{1,8}".join(map(re.escape, text.split()))
    return words if text != text.lower() else f"(?i:{words})"


def _parts(
    start: int, stop: int, lines: list[str], starts: list[int]
) -> Iterator[LinePart]:
    line = bisect_right(starts, start) - 1
    while line < len(lines) and starts[line] < stop:
        first = max(start - starts[line], 0)
        last = min(stop - starts[line], len(lines[line]))
        if first < last:
            yield LinePart(line, first, last)
        line += 1
