"""A cable as a list shows it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cablereader.model.cable import minute
from cablereader.model.classification import Marking
from cablereader.model.frozen import frozen


@frozen(kw_only=True)
class Entry:
    """What can be said of a cable without opening it: one row of a list."""

    place: int
    """Where it stands in the archive's order of time; unique, for the archive only."""
    cable_id: str
    """Reference id as its source names it."""
    created: datetime | None
    """UTC without a zone."""
    released: datetime | None
    classification: Marking | None
    origin: str | None
    subject: str
    """Or the title that stands in for it; may be empty."""
    tags: tuple[str, ...] = ()
    words: int = 0
    """Of the text, the header left out."""
    paragraphs: int = 0
    articles: int = 0
    """Media articles that name it."""
    versions: int = 1
    """How many different ones the archive has, this one included."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of a line of ``cablereader search --json``."""
        marking = self.classification
        return {
            "id": self.cable_id,
            "created": minute(self.created),
            "released": minute(self.released),
            "classification": marking.to_dict() if marking else None,
            "origin": self.origin,
            "subject": self.subject,
            "tags": list(self.tags),
            "words": self.words,
            "paragraphs": self.paragraphs,
            "articles": self.articles,
            "versions": self.versions,
        }


@frozen
class Window:
    """Which rows of a list are wanted."""

    start: int = 0
    """Position of the first, counted from 0."""
    size: int = 50
