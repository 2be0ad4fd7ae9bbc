"""The bookmarks, newest first; Enter goes to the paragraph."""

from __future__ import annotations

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.model.bookmark import Bookmark, Bookmarks
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line


class BookmarkList(FilterScreen[ParagraphRef]):
    """All bookmarks, to jump to one of them."""

    HINT = "type to filter   Up Down move   Enter goes there   Esc closes"

    def __init__(self, bookmarks: Bookmarks) -> None:
        newest_first = reversed(bookmarks.marks)
        super().__init__([(_words(m), m.ref, bookmark_row(m)) for m in newest_first])

    @property
    def heading(self) -> str:
        if not self._entries:
            return "No bookmarks yet: m in the reader makes one."
        return f"Bookmarks: {len(self._entries):,}"


def bookmark_row(mark: Bookmark) -> Row:
    """Reference, marking, labels, and the note or the first words."""
    labels = visible_line(" ".join(mark.labels))
    return (
        Piece(f"{visible_line(str(mark.ref)):<22} ", "key"),
        Piece(f"{visible_line(mark.marking or '-'):<8} ", "label"),
        Piece(f"[{labels}] " if labels else "", "label"),
        Piece(visible_line(mark.note or mark.quote), "value"),
    )


def _words(mark: Bookmark) -> str:
    return " ".join((str(mark.ref), mark.quote, mark.note, *mark.labels)).lower()
