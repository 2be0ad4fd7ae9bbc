"""What is wrong with the bookmarks: documents, and what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cablereader.archive.repair.kept_copy import keep_copy
from cablereader.archive.store import Archive
from cablereader.errors import ArchiveError, NotebookError
from cablereader.library.bookmarks.bookmark_file import LARGEST
from cablereader.library.bookmarks.document import NoBookmarkError
from cablereader.library.bookmarks.stream import Stream, read_stream
from cablereader.library.files.atomic import replace, target_of
from cablereader.library.files.lock import locked
from cablereader.library.files.small_file import read_small, reason
from cablereader.library.problem import Problem
from cablereader.model.bookmark import Bookmark, Found, find

CALLED: Final = {
    Found.WORDS: "the paragraph has another number now, {label} is its old one;"
    " edit the bookmark, or leave it: the reader goes by its words",
    Found.LABEL_ALONE: "paragraph {label} begins with other words now; look whether it"
    " is the one that was meant",
    Found.NOWHERE: "the cable has no such paragraph; look for {quote}",
}
"""How a bookmark is off, by how its paragraph was found."""


def lost_bookmarks(path: Path, archive: Path) -> Iterator[Problem]:
    """The bookmarks that lead nowhere, or elsewhere than they did; none is touched.

    Args:
        path: Of the bookmarks, which can be read.
        archive: Of the archive, which is there.
    """
    lines = _lines(read_stream(read_small(path, LARGEST)))
    try:
        with Archive(archive) as cables:
            for mark, line in lines:
                try:
                    if text := _off(cables, mark):
                        yield Problem(path, line, f"{mark.ref}: {text}")
                except ArchiveError:
                    yield Problem(
                        path,
                        line,
                        f"{mark.ref}: its cable is damaged in the archive;"
                        " `cablereader check` names the damage",
                    )
    except ArchiveError:
        return  # which is said of the archive itself


def compact(path: Path) -> int:
    """Take superseded documents out of a stream, all else as it stands.

    A copy of the stream as it was is kept beside it.

    Returns:
        How many bytes went.

    Raises:
        NotebookError: When the file could not be read or written; it is as it was.
    """
    try:
        target = target_of(path)
        with locked(target):
            stream = read_stream(read_small(target, LARGEST))
            kept = stream.compacted()
            if len(kept) < len(stream):
                keep_copy(target)
                replace(target, bytes(kept))
            return len(stream) - len(kept)
    except (OSError, NoBookmarkError) as error:
        raise NotebookError(f"{path}: not repaired: {reason(error)}") from error


def _off(cables: Archive, mark: Bookmark) -> str:
    """How a bookmark is off, empty if it is not."""
    cable = cables.get(mark.ref.cable_id)
    if cable is None:
        return (
            "the archive has no such cable; import it, or take the bookmark away with"
            f" `cablereader bookmarks remove {mark.key}`"
        )
    _, found = find(cable, mark)
    said = CALLED.get(found, "")
    return said.format(label=mark.ref.label, quote=f'"{mark.quote}"')


def _lines(stream: Stream) -> list[tuple[Bookmark, int]]:
    """The bookmarks that count, each with the line at which it begins."""
    line = 1
    last: dict[str, tuple[Bookmark, int] | None] = {}
    for piece in stream.pieces:
        change = piece.change
        if change:
            begins = (change, line) if isinstance(change, Bookmark) else None
            last[change.key] = begins
        line += piece.source.count(b"\n")
    return [each for each in last.values() if each]
