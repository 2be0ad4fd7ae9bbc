"""The things of a cable that can be explained, in reading order.

Header box first, then the routing list, the header as received, and the paragraphs. A
spot names what stands there and of what kind that is: `cablereader.explain.lookup`
explains both.
"""

from __future__ import annotations

from collections.abc import Iterator

from cablereader.explain.around import addressees_of
from cablereader.explain.attention import attention_spots
from cablereader.explain.context import NOWHERE, Surroundings
from cablereader.explain.grammar import ENTIRE_TEXT
from cablereader.explain.header_spots import kind_of_routing
from cablereader.explain.jargon import jargon_in
from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.model.classification import letters_of_unmarked
from cablereader.model.defect import Span
from cablereader.model.explanation import TermKind
from cablereader.model.reference import Reference, ReferenceKind
from cablereader.model.spot import Column, Field, InField, InParagraph, InRouting, Spot


def field_spots(cable: Cable) -> Iterator[Spot]:
    """Those of the header box, in the order of its rows."""
    yield from _top_box(cable)
    yield from _front(cable)
    yield from _authority(cable)
    for number, cited in enumerate(cable.references):
        yield _reference(cited, number)
        yield from _jargon(cited.text, Field.REF, number)
    for number, _ in enumerate(cable.articles):
        yield _spot(Field.ARTICLE, TermKind.FIELD, Field.ARTICLE, number)


def routing_spots(cable: Cable) -> Iterator[Spot]:
    """Those of the routing list, row by row."""
    for row, addressee in enumerate(addressees_of(cable)):
        if addressee.routing:
            kind = kind_of_routing(addressee)
            yield Spot(addressee.routing, kind, InRouting(row, Column.ROUTING))
        if addressee.name:
            yield Spot(addressee.name, TermKind.ADDRESS, InRouting(row, Column.NAME))
        if addressee.precedence:
            place = InRouting(row, Column.PRECEDENCE)
            yield Spot(str(addressee.precedence), TermKind.PRECEDENCE, place)
        if addressee.number:
            place = InRouting(row, Column.NUMBER)
            yield Spot(addressee.number, TermKind.NUMBER, place)


def paragraph_spots(paragraph: Paragraph, around: Surroundings) -> Iterator[Spot]:
    """Those of a paragraph: its marking, then the words of its text, each once.

    Where it has no marking, what the screen shows instead.
    """
    place = InParagraph(paragraph.label, None)
    if paragraph.marking:
        yield Spot(paragraph.marking.text, TermKind.MARKING, place)
    else:
        letters = letters_of_unmarked(around.classification)
        yield Spot(letters, TermKind.LETTERS, place)
    if entire := ENTIRE_TEXT.match(paragraph.text):
        span = Span(*entire.span("term"))
        place = InParagraph(paragraph.label, span)
        yield Spot(entire["term"], TermKind.CLASSIFICATION, place)
    for term, span in jargon_in(paragraph.text, around):
        yield Spot(term, TermKind.ACRONYM, InParagraph(paragraph.label, span))


def signer_spots(cable: Cable) -> Iterator[Spot]:
    """Who signed it, as the end of its text says."""
    if cable.signers:
        yield _spot(Field.SIGNED, TermKind.FIELD, Field.SIGNED)


def _top_box(cable: Cable) -> Iterator[Spot]:
    if cable.cable_id:
        yield _spot(cable.cable_id, TermKind.REFERENCE_ID, Field.REFERENCE)
    if cable.created:
        created = f"{cable.created:%Y-%m-%d %H:%M}"
        yield _spot(created, TermKind.CREATED, Field.CREATED)
    if cable.released:
        released = f"{cable.released:%Y-%m-%d %H:%M}"
        yield _spot(released, TermKind.RELEASED, Field.RELEASED)
    if marking := cable.classification:
        yield _spot(marking.text, TermKind.CLASSIFICATION, Field.CLASSIFICATION)
    if cable.origin:
        yield _spot(cable.origin, TermKind.POST, Field.ORIGIN)


def _front(cable: Cable) -> Iterator[Spot]:
    """From the subject, which the box has above the others, to the TAGS."""
    if cable.subject:
        yield _spot(Field.SUBJECT, TermKind.FIELD, Field.SUBJECT)
        yield from _jargon(cable.subject, Field.SUBJECT)
    if cable.section:
        section = f"SECTION {cable.section.number:02} OF {cable.section.of:02}"
        yield _spot(section, TermKind.SECTION, Field.SECTION)
    yield from _each(cable.captions, TermKind.CAPTION, Field.CAPTIONS)
    if cable.attention:
        yield from attention_spots(cable.attention)
    if cable.executive_order:
        yield _spot(cable.executive_order.text, TermKind.ORDER, Field.ORDER)
    yield from _each(cable.tags, TermKind.TAG, Field.TAGS)


def _authority(cable: Cable) -> Iterator[Spot]:
    """Who made it secret, why, and who signed."""
    if cable.classified_by:
        yield _spot(Field.CLASSIFIED_BY, TermKind.FIELD, Field.CLASSIFIED_BY)
    yield from _each(cable.reasons, TermKind.REASON, Field.REASONS)
    yield from signer_spots(cable)


def _each(terms: tuple[str, ...], kind: TermKind, field: Field) -> Iterator[Spot]:
    for number, term in enumerate(terms):
        yield _spot(term, kind, field, number)


def _reference(cited: Reference, number: int) -> Spot:
    if cited.kind is ReferenceKind.CABLE and cited.cable_id:
        return _spot(cited.cable_id, TermKind.REFERENCE_ID, Field.REF, number)
    return _spot(Field.REF, TermKind.FIELD, Field.REF, number)


def _jargon(text: str, field: Field, number: int = 0) -> Iterator[Spot]:
    for term, _ in jargon_in(text, NOWHERE):
        yield _spot(term, TermKind.ACRONYM, field, number)


def _spot(term: str, kind: TermKind, field: Field, number: int = 0) -> Spot:
    return Spot(term, kind, InField(field, number))
