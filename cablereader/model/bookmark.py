"""What a reader marked for later."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from cablereader.model.cable import ParagraphRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """One marked paragraph, with what the reader says of it."""

    key: str
    """Unique, and sorted by the time it was made."""
    ref: ParagraphRef
    marking: str | None
    """The paragraph's own, as written."""
    quote: str
    """Its first words, to find it again when a parser counts differently."""
    created: datetime
    """UTC with zone."""
    labels: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bookmarks:
    """All bookmarks, oldest first; a value."""

    marks: tuple[Bookmark, ...] = ()
    _by_ref: dict[ParagraphRef, Bookmark] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        self._by_ref.update((mark.ref, mark) for mark in self.marks)

    def __len__(self) -> int:
        return len(self.marks)

    def at(self, ref: ParagraphRef) -> Bookmark | None:
        """The bookmark of that paragraph, or ``None``."""
        return self._by_ref.get(ref)

    def of(self, cable_id: str) -> tuple[Bookmark, ...]:
        """The bookmarks of one cable."""
        return tuple(mark for mark in self.marks if mark.ref.cable_id == cable_id)

    def saved(self, mark: Bookmark) -> Bookmarks:
        """With that bookmark, in the place of the one that has its key."""
        others = tuple(old for old in self.marks if old.key != mark.key)
        return Bookmarks(tuple(sorted((*others, mark), key=lambda each: each.key)))

    def removed(self, key: str) -> Bookmarks:
        """Without the bookmark of that key."""
        return Bookmarks(tuple(old for old in self.marks if old.key != key))
