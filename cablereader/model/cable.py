"""A cable as one value."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from cablereader.model.block import Block, Paragraph
from cablereader.model.classification import Level, Marking
from cablereader.model.defect import Defect
from cablereader.model.frozen import frozen
from cablereader.model.header import Header
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.model.reference import Reference


@frozen
class Source:
    """Where a cable was read."""

    format: str
    """``html``, ``text`` or ``csv``."""
    path: str | None = None
    line: int | None = None
    """Counted from 1; where the record begins in a file of many."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {"format": self.format, "path": self.path, "line": self.line}


@frozen(kw_only=True)
class Page:
    """What the web page said of the cable; its minutes are wrong (format.md §0)."""

    created: str | None
    released: str | None
    title: str | None
    """The first line of the subject only."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {
            "created": self.created,
            "released": self.released,
            "title": self.title,
        }


@frozen(kw_only=True)
class Message:
    """What the classification line names; of another cable when re-addressed."""

    post: str
    number: str
    """With its leading zeros."""
    cable_id: str
    """Canonical; empty where nothing says of which year it is."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        cable_id = self.cable_id or None
        return {"post": self.post, "number": self.number, "id": cable_id}


@frozen(kw_only=True)
class ExecutiveOrder:
    """The E.O. line: under which order it is secret, and until when."""

    text: str
    order: str | None
    declassify: date | None
    """``None`` for ``N/A`` and for rules in words (``OADR``)."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {
            "text": self.text,
            "order": self.order,
            "declassify": self.declassify.isoformat() if self.declassify else None,
        }


@frozen(kw_only=True)
class ClassifiedBy:
    """Who made it secret."""

    name: str | None
    title: str | None

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {"name": self.name, "title": self.title}


@frozen(kw_only=True)
class Section:
    """``SECTION 01 OF 05`` of the classification line."""

    number: int
    of: int

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {"number": self.number, "of": self.of}


@frozen(kw_only=True)
class Cable:
    """A telegram as one immutable value: the only thing that a screen ever sees."""

    cable_id: str | None
    """Reference id as its source names it, or computed; ``None`` for a fragment."""
    source: Source
    body: str
    """The text that the spans of ``blocks`` count in, as received."""
    blocks: tuple[Block, ...]
    header: Header
    created: datetime | None = None
    """UTC without a zone; the DTG's minute where the day and hour agree."""
    released: datetime | None = None
    page: Page | None = None
    message: Message | None = None
    partial: bool = False
    """Whether the header says that it is only an extract."""
    classification: Marking | None = None
    origin: str | None = None
    articles: tuple[str, ...] = ()
    section: Section | None = None
    captions: tuple[str, ...] = ()
    attention: str | None = None
    executive_order: ExecutiveOrder | None = None
    tags: tuple[str, ...] = ()
    """Canonical: one code each, in capitals, in order, no repeats."""
    tags_text: str | None = None
    """As written."""
    subject: str | None = None
    references: tuple[Reference, ...] = ()
    classified_by: ClassifiedBy | None = None
    reasons: tuple[str, ...] = ()
    """``"1.4(b)"``: section of the order and letter."""
    summary: str | None = None
    signers: tuple[str, ...] = ()
    defects: tuple[Defect, ...] = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs in the order of the text."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def title(self) -> str:
        """Subject, or what stands in for it: the page's title, else nothing."""
        return self.subject or (self.page.title if self.page else None) or ""

    def level_of(self, paragraph: Paragraph) -> Level:
        """Level a reader must assume: the marking, else that of the whole cable."""
        marking = paragraph.marking or self.classification
        return marking.level if marking else Level.UNCLASSIFIED

    def ref(self, paragraph: Paragraph) -> ParagraphRef:
        """The address of one of its paragraphs."""
        return ParagraphRef(self.cable_id or "", paragraph.label)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {
            "id": self.cable_id,
            "source": self.source.to_dict(),
            "created": minute(self.created),
            "released": minute(self.released),
            "page": self.page.to_dict() if self.page else None,
            "message": self.message.to_dict() if self.message else None,
            "partial": self.partial,
            "classification": (
                self.classification.to_dict() if self.classification else None
            ),
            "origin": self.origin,
            "articles": list(self.articles),
            "header": self.header.to_dict(),
            "section": self.section.to_dict() if self.section else None,
            "captions": list(self.captions),
            "attention": self.attention,
            "executive_order": (
                self.executive_order.to_dict() if self.executive_order else None
            ),
            "tags": list(self.tags),
            "subject": self.subject,
            "references": [reference.to_dict() for reference in self.references],
            "classified_by": (
                self.classified_by.to_dict() if self.classified_by else None
            ),
            "reasons": list(self.reasons),
            "summary": self.summary,
            "signers": list(self.signers),
            "blocks": [block.to_dict() for block in self.blocks],
            "defects": [defect.to_dict() for defect in self.defects],
        }


def minute(time: datetime | None) -> str | None:
    """A time as ``2009-11-10T00:13``, the JSON form of interface.md."""
    return f"{time:%Y-%m-%dT%H:%M}" if time else None
