"""A place in a cable that a query is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cablereader.model.defect import Span
from cablereader.model.frozen import frozen


@frozen(kw_only=True)
class Hit:
    """One block of a cable with the words that were looked for."""

    block: int | None
    """Its position among the blocks of the cable; ``None`` for the subject."""
    label: str | None = None
    """Of the paragraph, if the block is one."""
    marking: str | None = None
    """As written."""
    text: str
    """The words of the block, as in the block."""
    spans: tuple[Span, ...]
    """What was looked for: offsets in ``text``, in order, apart from each other."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of ``cablereader search --paragraphs --json``."""
        return {
            "paragraph": self.label,
            "marking": self.marking,
            "text": self.text,
            "spans": [span.to_list() for span in self.spans],
        }


def texts_of(hits: Iterable[Hit]) -> tuple[str, ...]:
    """What stands at the hits, each text once."""
    texts = (hit.text[span.start : span.stop] for hit in hits for span in hit.spans)
    return tuple(dict.fromkeys(texts))
