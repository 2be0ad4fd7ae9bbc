"""The body of a cable as blocks that tile it.

The spans of a cable's blocks, in order, cover every character of its body exactly
once: nothing of a document is ever dropped.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeAlias

from cablereader.model.classification import Marking
from cablereader.model.defect import Span
from cablereader.model.frozen import frozen


@frozen(kw_only=True)
class Paragraph:
    """One portion of the text.

    Where a page marker interrupts it, ``span`` ends at the marker, ``text`` holds all
    of its words, and a `Passage` that ``continues`` it covers the rest.
    """

    span: Span
    label: str
    """Unique in the cable; what a permalink names: ``"5"``, ``"5~2"`` for a number
    that occurs again, ``"p1"`` in a body without numbered paragraphs."""
    number: str | None
    """As printed; ``None`` in a body without numbered paragraphs."""
    marking: Marking | None
    """``None`` when the drafter left it out."""
    section: str | None = None
    """The heading or run-in title it stands under: ``"Summary"``."""
    text: str
    """Its words without number and marking: a line break inside a sentence is one
    space, lists keep their lines, blocks of their own stand after an empty line."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {
            "kind": "paragraph",
            "span": self.span.to_list(),
            "number": self.number,
            "marking": self.marking.to_dict() if self.marking else None,
            "section": self.section,
            "text": self.text,
        }


@frozen(kw_only=True)
class Heading:
    """A title between paragraphs, with the rule lines about it."""

    span: Span
    text: str
    marking: Marking | None = None

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {
            "kind": "heading",
            "span": self.span.to_list(),
            "text": self.text,
            "marking": self.marking.to_dict() if self.marking else None,
        }


@frozen(kw_only=True)
class PageMarker:
    """A page line of the printer and the blank lines around it (format.md §4.7)."""

    span: Span
    number: int | None
    """The page that begins here."""
    of: int | None

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {
            "kind": "page",
            "span": self.span.to_list(),
            "number": self.number,
            "of": self.of,
        }


class PassageKind(StrEnum):
    """What a stretch of the body is when it is no paragraph, heading or page line."""

    PREAMBLE = "preamble"
    """Before the cable: a teaser, a pasted record, page furniture."""
    FRONT = "front"
    """From the classification line to the last field of the top."""
    TEXT = "text"
    """Not understood, or without a number inside the text."""
    TABLE = "table"
    SIGNATURE = "signature"
    TRAILER = "trailer"
    """After the signature."""


@frozen(kw_only=True)
class Passage:
    """A stretch of the body that is no paragraph, heading or page line."""

    kind: PassageKind
    span: Span
    text: str | None = None
    """Its words; ``None`` where they belong to the paragraph that it continues."""
    continues: str | None = None
    """Label of the paragraph that it belongs to."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {
            "kind": str(self.kind),
            "span": self.span.to_list(),
            "text": self.text,
            "continues": self.continues,
        }


Block: TypeAlias = Paragraph | Heading | PageMarker | Passage
