"""What one run of the reader works with, put together once."""

from __future__ import annotations

from dataclasses import dataclass, field

from cablereader.library.bookmarks import BookmarkFile
from cablereader.library.queue import Queue
from cablereader.library.settings import Settings
from cablereader.model.cable import ParagraphRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The cables to be read, and the reader's own files."""

    queue: Queue
    bookmark_file: BookmarkFile
    settings: Settings
    first: ParagraphRef | None = None
    """Where to begin; ``None`` for the first cable of the queue."""
    notice: str = ""
    """What the reader must know at the start: that this is a sample."""
    problems: tuple[str, ...] = field(default=())
    """What was wrong with files that were read on the way."""
