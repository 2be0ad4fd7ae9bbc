"""The bookmarks on disk: one YAML stream, appended to.

A change is one document, appended under a lock and flushed to the disk before `save`
returns; what is there already is never touched. When most of a file is superseded it
is written anew beside the old one, which stays as ``.bak1``. A file that can't be
understood is never written to.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from errno import EISDIR
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cablereader.archive.folder import sync_directory
from cablereader.errors import NotebookError
from cablereader.library.bookmarks.document import (
    Change,
    NoBookmarkError,
    Removal,
    to_document,
)
from cablereader.library.bookmarks.key import moment_of, new_key
from cablereader.library.bookmarks.stream import Stream, read_stream
from cablereader.library.files.atomic import PRIVATE, replace, target_of, write_all
from cablereader.library.files.lock import locked
from cablereader.library.files.small_file import Stamp, read_small, reason, stamp_of
from cablereader.library.problem import Problem
from cablereader.model.bookmark import Bookmark, Bookmarks, bookmark_of
from cablereader.model.frozen import frozen

if TYPE_CHECKING:  # lists of bookmarks start faster without cables
    from cablereader.model.block import Paragraph
    from cablereader.model.cable import Cable

LARGEST: Final = 64
"""Megabytes; some 200,000 bookmarks."""
BACKUPS: Final = 5
WORTH_COMPACTING: Final = 64 * 1024
"""Bytes that are superseded; less is not worth a new file."""
MOST_REPLACED: Final = 3
"""Times that an editor may replace the file under the same change."""


@frozen
class Loaded:
    """What the file says."""

    bookmarks: Bookmarks = Bookmarks()
    problems: tuple[Problem, ...] = ()
    read_only: str | None = None
    """Why nothing can be saved, in a plain sentence."""
    usable: bool = True
    """Whether it could be read at all; then only single documents may be problems."""


class BookmarkFile:
    """The file of bookmarks; several sessions may use it at the same time.

    Raises:
        NotebookError: From `save` and `remove`, when the change is not on the disk;
            the file is then as it was.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._backup = Path(f"{os.path.realpath(path)}.bak1")
        self._stamp: Stamp = None
        self._was_read = False
        self._refusal: str | None = None
        self._last_key = ""
        self._sizes: dict[str, int] = {}
        self._superseded = 0

    def load(self) -> Loaded:
        """Read the file anew. Never raises: what is wrong is in the answer."""
        self._refusal = None
        self._was_read = True
        self._stamp = stamp_of(self.path)
        try:
            stream = read_stream(read_small(self.path, LARGEST))
        except FileNotFoundError:
            stream = Stream()
        except (OSError, NoBookmarkError) as error:
            return self._refused(reason(error))
        if not stream and stamp_of(self.path) and stamp_of(self._backup):
            return self._refused("empty; put it right, or move it away")
        self._count(stream)
        problems = (
            Problem(self.path, piece.line, f"{piece.problem}; kept as it stands")
            for piece in stream.problems()
        )
        return Loaded(stream.bookmarks(), tuple(problems), self._unwritable())

    def _refused(self, why: str) -> Loaded:
        """Nothing could be loaded, and nothing will be written."""
        backed_up = stamp_of(self._backup) is not None
        older = f"; an older version is {self._backup}" if backed_up else ""
        self._refusal = f"{self.path}: {why}{older}"
        return Loaded(read_only=self._refusal, usable=False)

    def changed(self) -> bool:
        """Whether somebody else wrote to the file since it was loaded."""
        return stamp_of(self.path) != self._stamp

    def mark(self, cable: Cable, paragraph: Paragraph) -> Bookmark:
        """A new bookmark of a paragraph, made now; not yet saved."""
        self._last_key = new_key(after=self._last_key)
        now = datetime.now(UTC).replace(microsecond=0)
        return bookmark_of(cable, paragraph, key=self._last_key, created=now)

    def save(self, *marks: Bookmark) -> None:
        """Put bookmarks on the disk, new or in the place of those of their keys.

        All of them are saved, or none.
        """
        self._append(marks)

    def remove(self, *keys: str) -> None:
        """Take bookmarks off the disk: all of them, or none."""
        self._append(tuple(map(Removal, keys)))

    def _append(self, changes: Sequence[Change]) -> None:
        documents = [to_document(change).encode() for change in changes]
        if self._refusal or not self._was_read:
            self.load()
        if self._refusal:
            raise NotebookError(f"{self._refusal}; not saved")
        with self._as_notebook_error():
            target = target_of(self.path)
            with locked(target):
                alone = not self.changed()
                append(target, b"".join(documents))
                if alone:
                    self._stamp = stamp_of(self.path)
                    for change, document in zip(changes, documents, strict=True):
                        self._note(change, len(document))
                self._compact_if_worth(target, alone=alone)

    @contextmanager
    def _as_notebook_error(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise NotebookError(f"{self.path}: not saved: {reason(error)}") from error

    def _note(self, change: Change, size: int) -> None:
        """Keep count of what would go if the file were compacted."""
        self._superseded += self._sizes.pop(change.key, 0)
        if isinstance(change, Removal):
            self._superseded += size
        else:
            self._sizes[change.key] = size

    def _count(self, stream: Stream) -> None:
        kept = stream.compacted()
        self._superseded = len(stream) - len(kept)
        self._sizes = {
            piece.change.key: len(piece.source)
            for piece in kept.pieces
            if piece.change and not piece.kept
        }
        known = [key for key in self._sizes if moment_of(key) >= 0]
        self._last_key = max([self._last_key, *known])

    def _compact_if_worth(self, target: Path, *, alone: bool) -> None:
        """Write the file anew when most of it is superseded.

        What was to be saved is saved already: if this fails, nothing is lost.
        """
        with suppress(OSError, NoBookmarkError):
            size = target.stat().st_size
            if self._superseded < WORTH_COMPACTING or 2 * self._superseded < size:
                return
            stream = read_stream(read_small(target, LARGEST))
            kept = stream.compacted()
            if 2 * len(kept) < len(stream):
                replace(target, bytes(kept), backups=BACKUPS)
                stream = kept
            if alone:
                self._stamp = stamp_of(self.path)
            self._count(stream)

    def _unwritable(self) -> str | None:
        """Why a change could not be saved, as far as can be told beforehand."""
        target = Path(os.path.realpath(self.path))
        lock = target.with_name(f"{target.name}.lock")
        if all(os.access(existing(place), os.W_OK) for place in (target, lock)):
            return None
        return f"{self.path}: can't be written here; bookmarks can't be saved"


def existing(path: Path) -> Path:
    """The path, or the nearest folder above it that exists."""
    while stamp_of(path) is None and path.parent != path:
        path = path.parent
    return path


def append(target: Path, documents: bytes) -> None:
    """Add documents to the end of a file and flush it; the caller holds its lock.

    Whatever goes wrong, the file is cut back to what it was. An editor may put
    another file in the place of this one meanwhile: then that one gets them.

    Raises:
        OSError: When they are not on the disk.
    """
    for _ in range(MOST_REPLACED):
        if _appended(target, documents):
            return


def _appended(target: Path, documents: bytes) -> bool:
    """Whether the file that has the documents is still the one of that name."""
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK
    descriptor = os.open(target, flags, PRIVATE)
    try:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise OSError(EISDIR, "not a file; move it away")
        try:
            write_all(descriptor, _start(descriptor, before.st_size) + documents)
            os.fsync(descriptor)
            if not before.st_size:
                sync_directory(target.parent)
        except OSError:
            with suppress(OSError):
                os.ftruncate(descriptor, before.st_size)
            raise
        after = stamp_of(target)
        return after is not None and after[:2] == (before.st_dev, before.st_ino)
    finally:
        os.close(descriptor)


def _start(descriptor: int, size: int) -> bytes:
    """What ends the last line of the file, if it has no end.

    One or two dashes were to be the ``---`` of a document that was cut off; with an
    end of line alone they would spoil the document above them.
    """
    tail = os.pread(descriptor, 3, max(size - 3, 0)) if size else b"\n"
    if tail.endswith(b"\n"):
        return b""
    dashes = len(tail) - len(tail.rstrip(b"-"))
    above = tail[:-dashes]
    torn = dashes in {1, 2} and (not above or above.endswith(b"\n"))
    return b"-" * (3 - dashes) + b"\n" if torn else b"\n"
