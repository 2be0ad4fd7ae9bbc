"""Bookmarks as values of the notebook's steps: taken back like everything else.

They stay where they are, in their YAML stream; a value is the document of a bookmark.
"""

from __future__ import annotations

from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.library.bookmarks.document import (
    Removal,
    from_document,
    from_own_form,
    to_document,
)
from cablereader.model.bookmark import Bookmark, Bookmarks
from cablereader.model.joining import joined_bookmark
from cablereader.model.step import Aspect, Change, Step


class BookmarkLedger:
    """A file of bookmarks, as `cablereader.library.notebook.values.Ledger`."""

    def __init__(self, file: BookmarkFile) -> None:
        self._file = file
        self._bookmarks: Bookmarks | None = None

    @property
    def bookmarks(self) -> Bookmarks:
        """All there are now, those of other sessions included."""
        if self._bookmarks is None or self._file.changed():
            self._bookmarks = self._file.load().bookmarks
        return self._bookmarks

    def value(self, key: str) -> str:
        """The document of a bookmark, empty if there is none of that key."""
        marks = self.bookmarks.marks
        return next((to_document(mark) for mark in marks if mark.key == key), "")

    def put(self, key: str, value: str) -> None:
        """Put a bookmark on the disk, or take it off."""
        known = self.bookmarks
        mark = _bookmark(value)
        if mark is None:
            self._file.remove(key)
            after = known.removed(key)
        else:
            self._file.save(mark)
            after = known.saved(mark)
        self._bookmarks = None if self._file.changed() else after

    def joined(self, change: Change, current: str) -> str:
        """The document to keep where another session was faster."""
        theirs = _bookmark(current)
        if theirs is None:
            return change.after
        before, after = _bookmark(change.before), _bookmark(change.after)
        return to_document(joined_bookmark(before, after, theirs))


def _bookmark(document: str) -> Bookmark | None:
    """What a value says; ``None`` where it is empty."""
    if not document:
        return None
    mark = from_own_form(document) or from_document(document)
    return None if isinstance(mark, Removal) else mark


def bookmarking(before: Bookmark | None, after: Bookmark | None) -> Step:
    """The step that makes, edits or removes a bookmark; at least one is given."""
    mark = after or before
    if mark is None:
        return Step("changed no bookmark", ())
    verb = "edited the bookmark of" if before else "bookmarked"
    verb = verb if after else "removed the bookmark of"
    documents = (to_document(each) if each else "" for each in (before, after))
    return Step(f"{verb} {mark.ref}", (Change(Aspect.BOOKMARK, mark.key, *documents),))
