"""What the reader said of a paragraph, as copies and papers have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cablereader.present.citation import Remarks
from cablereader.present.visible import visible, visible_line

if TYPE_CHECKING:
    from cablereader.model.block import Paragraph
    from cablereader.model.bookmark import Bookmark, Bookmarks
    from cablereader.model.cable import Cable


def remarks_of(mark: Bookmark) -> Remarks:
    """What a bookmark says beside its paragraph, clean for a terminal."""
    return Remarks(
        note=visible(mark.note),
        labels=tuple(map(visible_line, mark.labels)),
        query=visible_line(mark.query),
    )


def remarks_on(
    cable: Cable, paragraph: Paragraph | None, bookmarks: Bookmarks
) -> Remarks:
    """What the reader said of a paragraph; nothing of one without a bookmark."""
    mark = bookmarks.at(cable.ref(paragraph)) if paragraph else None
    return remarks_of(mark) if mark else Remarks()
