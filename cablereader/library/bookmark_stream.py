"""The stream of bookmark documents: what each says, what counts, what may go.

The stream is cut at its ``---`` lines before anything is read, so that a broken
document costs only itself; every byte belongs to one piece. The last document of a key
counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cablereader.library.bookmark_yaml import (
    DOCUMENT,
    Change,
    NoBookmarkError,
    Removal,
    from_document,
)
from cablereader.model.bookmark import Bookmark, Bookmarks

START: Final = re.compile(rb"^(?:%[^\n]*\n)*---(?=[ \t\r\n]|\Z)", re.MULTILINE)
"""The line that starts a document, with the directives above it."""
FURNITURE: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:(?:---|\.\.\.|[#%][^\n]*)?[ \t\r]*\n)*"
)
"""Lines that say nothing: blank, comment, directive, marker."""
MOST_UNREADABLE: Final = 1_000
"""After so many the file is no file of bookmarks."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of the stream, with what stands between it and the next."""

    source: bytes
    change: Change | None = None
    """``None`` for furniture, and for a document that can't be read."""
    problem: str = ""
    line: int = 0
    """Of the problem, counted from 1 in the stream."""
    commented: bool = False
    """Whether it may hold words of the reader that are no field."""


@dataclass(frozen=True, slots=True)
class Stream:
    """All pieces of a stream, in order."""

    pieces: tuple[Piece, ...] = ()

    def bookmarks(self) -> Bookmarks:
        """The bookmarks that count."""
        last = {piece.change.key: piece.change for piece in self.pieces if piece.change}
        marks = (change for change in last.values() if isinstance(change, Bookmark))
        return Bookmarks(tuple(sorted(marks, key=lambda mark: mark.key)))

    def problems(self) -> Iterator[Piece]:
        """The documents that can't be read."""
        return (piece for piece in self.pieces if piece.problem)

    def compacted(self) -> Stream:
        """Without the documents that are superseded.

        What can't be read and what has a comment stays as it is, and the removal of a
        key stays as long as an older document of it does.
        """
        last = {
            piece.change.key: number
            for number, piece in enumerate(self.pieces)
            if piece.change
        }
        kept: list[Piece] = []
        keys: set[str] = set()
        for number, piece in enumerate(self.pieces):
            if (change := piece.change) and not piece.commented:
                counts = last[change.key] == number
                if not counts or (
                    isinstance(change, Removal) and change.key not in keys
                ):
                    continue
            if change:
                keys.add(change.key)
            kept.append(piece)
        return Stream(tuple(kept) or self.pieces[-1:])

    def __bytes__(self) -> bytes:
        return b"".join(piece.source for piece in self.pieces)

    def __len__(self) -> int:
        """Its size in bytes."""
        return sum(len(piece.source) for piece in self.pieces)


def read_stream(content: bytes) -> Stream:
    """All of a stream; what can't be read is a piece with a problem.

    Raises:
        NoBookmarkError: When next to nothing of it can be read.
    """
    pieces: list[Piece] = []
    unreadable = 0
    starts = [match.start() for match in START.finditer(content)]
    for start, stop in zip([0, *starts], [*starts, len(content)], strict=True):
        piece = _piece(content[start:stop])
        if piece.problem:
            line = piece.line + content.count(b"\n", 0, start)
            piece = Piece(piece.source, None, piece.problem, line, commented=True)
            unreadable += 1
            if unreadable > MOST_UNREADABLE:
                raise NoBookmarkError("most of it is no bookmark", line)
        pieces.append(piece)
    return Stream(tuple(pieces))


def _piece(source: bytes) -> Piece:
    if FURNITURE.fullmatch(source):
        return Piece(source, commented=True)
    try:
        text = source.decode("utf-8-sig")
        change = from_document(text)
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        return Piece(source, None, "not UTF-8", line)
    except NoBookmarkError as error:
        return Piece(source, None, str(error), error.line)
    own = b"#" not in source or DOCUMENT.fullmatch(text)
    return Piece(source, change, commented=not own)
