"""The reader's own notebook and bookmarks, for queries asked without a screen."""

from __future__ import annotations

from functools import cache

from cablereader.library import locations
from cablereader.library.triage_query import AttachedNotebook
from cablereader.model.bookmark import Bookmarks


def own_notebook() -> AttachedNotebook:
    """What ``is:unread`` and such are asked of; nothing is opened or made yet."""

    @cache
    def bookmarks() -> Bookmarks:
        """Those on the disk, read when a query first asks for them."""
        from cablereader.library.bookmarks import BookmarkFile  # noqa: PLC0415  # rare

        return BookmarkFile(locations.bookmarks()).load().bookmarks

    return AttachedNotebook(locations.triage(), bookmarks=bookmarks)
