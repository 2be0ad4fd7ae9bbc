"""One of several sessions that change the same file at the same time.

``python busy_session.py FILE NUMBER CHANGES``: adds so many bookmarks, edits each and
removes every fifth.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bookmarking import bookmark

from cablereader.library.bookmarks import bookmark_file
from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.model.bookmark import Bookmark


def expected(session: int, changes: int) -> list[Bookmark]:
    """What is left of a session's bookmarks when it is done."""
    numbers = (session * 10_000 + change for change in range(changes))
    return [bookmark(n, note="edited") for n in numbers if n % 5]


def main(path: str, session: str, changes: str) -> None:
    """Make the changes."""
    bookmark_file.WORTH_COMPACTING = 500  # type: ignore[misc]  # so that it happens
    file = BookmarkFile(Path(path))
    file.load()
    for change in range(int(changes)):
        number = int(session) * 10_000 + change
        file.save(bookmark(number))
        file.save(bookmark(number, note="edited"))
        if number % 5 == 0:
            file.remove(bookmark(number).key)
        if change % 7 == 0 and file.changed():
            file.load()


if __name__ == "__main__":
    main(*sys.argv[1:])
