"""What every source format can deliver of a cable, before anything is understood."""

from __future__ import annotations

from enum import StrEnum

from cablereader.model.cable import Source
from cablereader.model.frozen import frozen


class Kind(StrEnum):
    """What sort of document a cable was read of."""

    PAGE = "published page"
    DUMP = "dump"
    """A row of the eight columns."""
    TEXT = "text"
    SCAN = "scan"
    """A text that went through character recognition."""


@frozen(kw_only=True)
class RawCable:
    """The strings of one cable as received; `cablereader.parse.cable` reads them.

    This is what an archive stores, so that a better parser needs no new import.
    """

    source: Source
    cable_id: str | None = None
    """As the source names it, not yet canonical."""
    title: str | None = None
    created: str | None = None
    """``2009-11-10 00:12``."""
    released: str | None = None
    classification: str | None = None
    origin: str | None = None
    articles: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    """Ids that the source itself lists as cited (the dump's sixth column)."""
    tags: tuple[str, ...] = ()
    """TAGS that the source itself lists (the page's links)."""
    anchors: tuple[int, ...] = ()
    """Offsets in ``body`` at which the page put a permalink."""
    header: str = ""
    body: str = ""
    """Everything of the document that is no field above and no header, in order."""
    header_at: int = 0
    """Offset in ``body`` at which the header stood in the document: what is before
    it (page furniture of a text) is the preamble."""
    scanned: bool = False
    """Whether the text went through character recognition."""

    @property
    def kind(self) -> Kind:
        """What sort of document it was read of."""
        if self.source.format == "html":
            return Kind.PAGE
        if self.source.format == "csv":
            return Kind.DUMP
        return Kind.SCAN if self.scanned else Kind.TEXT
