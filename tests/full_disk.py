"""A reader whose disk fills up, and is emptied again.

``python full_disk.py FOLDER``: FOLDER is a small disk of its own. Prints ``ok``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bookmarking import bookmark, loaded

from cablereader.errors import NotebookError
from cablereader.library.bookmarks.bookmark_file import BookmarkFile


def main(folder: str) -> None:
    """Save until nothing fits, make room, and go on."""
    path = Path(folder) / "bookmarks.yaml"
    ballast = Path(folder) / "ballast"
    ballast.write_bytes(b"x" * 40_000)
    file = BookmarkFile(path)
    saved = 0
    told = ""
    while not told:
        try:
            file.save(bookmark(saved, note="x" * 1_000))
            saved += 1
        except NotebookError as error:
            told = str(error)
    before = path.read_bytes()
    assert "make room on the disk" in told, told
    assert len(loaded(path)) == saved
    ballast.unlink()
    file.save(bookmark(saved, note="x" * 1_000))
    assert path.read_bytes().startswith(before)
    assert len(loaded(path)) == saved + 1
    sys.stdout.write("ok")


if __name__ == "__main__":
    main(*sys.argv[1:])
