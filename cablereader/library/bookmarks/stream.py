"""The stream of bookmark documents: what each says, what counts, what may go.

The stream is cut at its ``---`` lines before anything is read, so that a broken
document costs only itself; every byte belongs to one piece. The last document of a key
counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cablereader.library.bookmarks.document import (
    Change,
    NoBookmarkError,
    Removal,
    from_document,
    from_own_form,
)
from cablereader.model.bookmark import Bookmark, Bookmarks
from cablereader.model.frozen import frozen, replace

START: Final = re.compile(
    rb"""
    ^(?:%[^\n]*\n){0,4}---(?=[ \t\r\n\0]|\Z)
    | ^--?(?=\0|\Z)
    | \0+
    """,
    re.MULTILINE | re.VERBOSE,
)
"""Where a piece starts: at a document with the directives above it, and where a loss of
power cut off the first line of one, or left zeros."""
FURNITURE: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:(?:---|\.\.\.)?[ \t\r]*\n|[#%][^\n]*\n)*-{0,3}"
)
"""Lines that say nothing: blank, comment, directive, marker."""
MOST_DOCUMENTS: Final = 200_000
MOST_FOREIGN: Final = 30_000
"""Documents in another form than ours, which take fifty times as long to read."""
MOST_UNREADABLE: Final = 1_000
"""After so many the file is no file of bookmarks."""


@frozen
class Piece:
    """One document of the stream, with what stands between it and the next."""

    source: bytes
    change: Change | None = None
    """``None`` for furniture, and for a document that can't be read."""
    problem: str = ""
    line: int = 0
    """Of the problem, counted from 1 in the stream."""
    kept: bool = False
    """Whether it stays whatever happens: it may hold words that are no field."""
    foreign: bool = False
    """Whether it is in another form than ours."""


@frozen
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

        What can't be read and what has a comment stays as it is, the removal of a key
        as long as an older document of it does, and the last document always.
        """
        last = {
            piece.change.key: number
            for number, piece in enumerate(self.pieces)
            if piece.change
        }
        end = max(last.values(), default=0)
        kept: list[Piece] = []
        keys: set[str] = set()
        for number, piece in enumerate(self.pieces):
            if change := piece.change:
                idle = isinstance(change, Removal) and change.key not in keys
                superseded = last[change.key] != number
                if (superseded or idle) and not piece.kept and number != end:
                    continue
                keys.add(change.key)
            kept.append(piece)
        return Stream(tuple(kept))

    def __bytes__(self) -> bytes:
        return b"".join(piece.source for piece in self.pieces)

    def __len__(self) -> int:
        """Its size in bytes."""
        return sum(len(piece.source) for piece in self.pieces)


def read_stream(content: bytes) -> Stream:
    """All of a stream; what can't be read is a piece with a problem.

    Raises:
        NoBookmarkError: When it is no stream of bookmarks at all.
    """
    pieces: list[Piece] = []
    unreadable = foreign = 0
    for start, stop in _cuts(content):
        piece = _piece(content[start:stop])
        if piece.problem:
            lines = piece.source.rstrip().count(b"\n") + 1
            line = min(piece.line, lines) + content.count(b"\n", 0, start)
            piece = replace(piece, line=line)
        unreadable += bool(piece.problem)
        foreign += piece.foreign
        if unreadable > MOST_UNREADABLE or foreign > MOST_FOREIGN:
            raise NoBookmarkError("most of it is no bookmark", piece.line)
        pieces.append(piece)
    if not any(b"---" in piece.source for piece in pieces) and _is_binary(content):
        raise NoBookmarkError("not a text in UTF-8")
    return Stream(tuple(pieces))


def _cuts(content: bytes) -> Iterator[tuple[int, int]]:
    """Where each piece starts and stops; what stands above the first is one too."""
    start = 0
    for number, match in enumerate(START.finditer(content)):
        if number == MOST_DOCUMENTS:
            raise NoBookmarkError(f"more than {MOST_DOCUMENTS:,} documents")
        yield start, match.start()
        start = match.start()
    yield start, len(content)


def _is_binary(content: bytes) -> bool:
    try:
        return "\0" in content.decode()
    except UnicodeDecodeError:
        return True


def _piece(source: bytes) -> Piece:
    if FURNITURE.fullmatch(source):
        return Piece(source, kept=True)
    try:
        text = source.decode("utf-8-sig")
        if change := from_own_form(text):
            return Piece(source, change)
        change = from_document(text)
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        return Piece(source, problem="not UTF-8", line=line, kept=True)
    except NoBookmarkError as error:
        return Piece(source, problem=str(error), line=error.line, kept=True)
    return Piece(source, change, kept=b"#" in source or not change, foreign=True)
