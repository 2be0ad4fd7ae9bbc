"""What the reader's screen shows, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from cablereader.model.block import Paragraph
from cablereader.model.bookmark import Bookmark, Bookmarks
from cablereader.model.cable import Cable, ParagraphRef


class HeaderForm(Enum):
    """How much of the header box is shown."""

    SHORT = "short"
    FULL = "full"
    FOLDED = "folded"

    @property
    def following(self) -> HeaderForm:
        """The form that the next press of the key gives."""
        forms = list(HeaderForm)
        return forms[(forms.index(self) + 1) % len(forms)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderState:
    """A cable of a queue, a paragraph of it, and how it is looked at."""

    cable: Cable
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    position: int = 0
    """Of the cable in the queue, counted from 0."""
    total: int = 1
    """Cables in the queue."""
    cursor: int = 0
    """Index into the cable's paragraphs."""
    header: HeaderForm | None = None
    """``None`` for as much as the screen has room for."""
    routing: bool = False
    """Whether the routing list is shown where it has to be asked for."""
    received: bool = False
    """Whether the body keeps the lines of its source."""

    @property
    def current(self) -> Paragraph | None:
        """The paragraph under the cursor; ``None`` in a cable without text."""
        paragraphs = self.cable.paragraphs
        return paragraphs[self.cursor] if paragraphs else None

    @property
    def current_ref(self) -> ParagraphRef | None:
        """The address of the paragraph under the cursor."""
        return self.cable.ref(self.current) if self.current else None

    @property
    def current_bookmark(self) -> Bookmark | None:
        """The bookmark of the paragraph under the cursor."""
        return self.bookmarks.at(self.current_ref) if self.current_ref else None

    def moved(self, step: int) -> ReaderState:
        """The state after moving the cursor, stopping at either end."""
        return self.moved_to(self.cursor + step)

    def moved_to(self, cursor: int) -> ReaderState:
        """The state with the cursor there, or at the nearest end."""
        last = max(len(self.cable.paragraphs) - 1, 0)
        return replace(self, cursor=min(max(cursor, 0), last))

    def moved_to_label(self, label: str) -> ReaderState:
        """The state with the cursor on the paragraph of that label, if there is one."""
        labels = [paragraph.label for paragraph in self.cable.paragraphs]
        return self.moved_to(labels.index(label)) if label in labels else self

    def opened(self, cable: Cable, position: int) -> ReaderState:
        """The state at the beginning of another cable of the queue."""
        return replace(self, cable=cable, position=position, cursor=0)

    def with_bookmarks(self, bookmarks: Bookmarks) -> ReaderState:
        """The state after bookmarks changed."""
        return replace(self, bookmarks=bookmarks)

    def header_turned(self, shown: HeaderForm) -> ReaderState:
        """The state with the form of the header box that follows the one shown."""
        return replace(self, header=(self.header or shown).following)

    def routing_toggled(self) -> ReaderState:
        """The state with the routing list shown or hidden."""
        return replace(self, routing=not self.routing)

    def received_toggled(self) -> ReaderState:
        """The state with the body reflowed or as received."""
        return replace(self, received=not self.received)
