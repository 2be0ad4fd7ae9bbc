"""A line of a cable by itself: of its header, or of the top of its text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from cablereader.explain.around import surroundings
from cablereader.explain.attention import attention_spots
from cablereader.explain.context import NOWHERE, Context
from cablereader.explain.grammar import ADDRESSED, LABEL
from cablereader.explain.header_spots import header_line_spots
from cablereader.explain.lookup import explain
from cablereader.explain.spots import field_spots, paragraph_spots
from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.model.explanation import Explanation, TermKind
from cablereader.model.spot import Field, InField, Spot
from cablereader.parse.document import parse

LABELS: Final = {"TAG": Field.TAGS, "REF": Field.REF}
"""Fields whose own name is no spot, by how their labels begin."""


def explain_line(line: str) -> tuple[Explanation, ...]:
    """What all parts of a line mean; what is no line but a term is explained as one."""
    line = " ".join(line.split())
    parted = ADDRESSED.match(line) or LABEL.match(line)
    if not parted and not tuple(header_line_spots(line)) and (whole := explain(line)):
        return whole
    around = surroundings(parse(line))
    found = (
        each
        for spot in line_spots(line)
        for each in explain(spot.term, Context(spot.kind, around))
    )
    return tuple({(each.term, each.text): each for each in found}.values())


def line_spots(line: str) -> Iterator[Spot]:
    """What of a line can be explained, in its order; nothing of a line of no kind."""
    line = " ".join(line.split())
    if spots := tuple(header_line_spots(line)):
        yield from spots
    elif ADDRESSED.match(line):
        yield from attention_spots(line)
    else:
        cable = parse(line)
        yield from _label(line)
        yield from field_spots(cable)
        for paragraph in filter(_is_marked, cable.paragraphs):
            yield from paragraph_spots(paragraph, NOWHERE)


def spots_above(cable: Cable, line: str) -> tuple[Spot, ...]:
    """Those of a line above the paragraphs: as a header's, or with the box's words.

    A line that has none of them is read by itself.
    """
    found = partial(_stands_in, _words(line))
    of_header = tuple(header_line_spots(line.strip()))
    of_box = of_header or tuple(filter(found, field_spots(cable)))
    return of_box or tuple(line_spots(line))


def _words(text: str) -> str:
    """Its words, each between blanks."""
    return f" {' '.join(''.join(c if c.isalnum() else ' ' for c in text).split())} "


def _stands_in(words: str, spot: Spot) -> bool:
    """Whether the term of a spot is among words, also with its letters spaced out."""
    term = _words(spot.term)
    return term in words or f" {' '.join(term.replace(' ', ''))} " in words


def _label(line: str) -> Iterator[Spot]:
    label = LABEL.match(line)
    if label and (field := LABELS.get(label[0].upper()[:3])):
        yield Spot(field, TermKind.FIELD, InField(field))


def _is_marked(paragraph: Paragraph) -> bool:
    """Whether it is a paragraph for certain, and no words without a place."""
    return paragraph.marking is not None
