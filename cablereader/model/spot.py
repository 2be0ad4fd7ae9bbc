"""Where a cable has things that can be explained."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from cablereader.model.defect import Span
from cablereader.model.explanation import TermKind
from cablereader.model.frozen import frozen


class Field(StrEnum):
    """The fields of the header box, by the labels that it gives most of them."""

    REFERENCE = "Reference"
    CREATED = "Created"
    RELEASED = "Released"
    CLASSIFICATION = "Classification"
    ORIGIN = "Origin"
    SECTION = "Section"
    CAPTIONS = "Captions"
    ATTENTION = "For"
    ORDER = "E.O."
    TAGS = "TAGS"
    SUBJECT = "Subject"
    """Shown without its label."""
    CLASSIFIED_BY = "Classified by"
    REASONS = "Reasons"
    SIGNED = "Signed"
    REF = "Ref"
    """Its label has the letter of the reference behind it: ``Ref A``."""
    ARTICLE = "Article"


@frozen
class InField:
    """In a field of the header box."""

    field: Field
    number: int = 0
    """Which of the field's values, counted from 0: the third TAG is 2."""


class Column(StrEnum):
    """The columns of the routing list."""

    ROUTING = "routing"
    NAME = "name"
    PRECEDENCE = "precedence"
    NUMBER = "number"


@frozen
class InRouting:
    """In a row of the routing list: the sender's, those of action, those of info."""

    row: int
    """Counted from 0."""
    column: Column


@frozen
class InHeader:
    """In the header as received."""

    span: Span
    """Of `Header.text`."""


@frozen
class InParagraph:
    """In a paragraph."""

    label: str
    """As in `Paragraph.label`."""
    span: Span | None
    """Of `Paragraph.text`; ``None`` for the marking before it."""


Place: TypeAlias = InField | InRouting | InHeader | InParagraph


@frozen
class Spot:
    """A thing of a cable that can be explained, and where it is."""

    term: str
    kind: TermKind
    place: Place
