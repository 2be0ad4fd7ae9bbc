"""What one run of the reader works with, put together once."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from cablereader.errors import NotebookError
from cablereader.library import locations
from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.library.bookmarks.ledger import BookmarkLedger
from cablereader.library.notebook.query import AttachedNotebook
from cablereader.library.notebook.triage import TriageFile, open_notebook
from cablereader.library.notebook.unread_ends import UnreadEnds
from cablereader.library.queue import Queue
from cablereader.library.remembered import RememberedFile
from cablereader.library.settings import Settings, load_settings
from cablereader.library.terminal_options import TerminalOptions, terminal_options
from cablereader.model.bookmark import Bookmarks
from cablereader.model.frozen import frozen
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.model.step import Aspect

THEME: Final = "theme"
"""The name under which the theme chosen last is remembered."""


@frozen(kw_only=True)
class Session:
    """The cables to be read, and the reader's own files."""

    queue: Queue
    bookmark_file: BookmarkFile
    ledger: BookmarkLedger
    triage_file: TriageFile
    settings: Settings = Settings()
    remembered: RememberedFile
    first: ParagraphRef | None = None
    """Where to begin; ``None`` for the first cable of the queue."""
    notice: str = ""
    """What the reader must know at the start: that this is a sample."""
    problems: tuple[str, ...] = ()
    """What was wrong with files that were read on the way."""
    unread_ends: UnreadEnds
    """Where the unread cables of its archive begin, once they were asked for."""

    @property
    def theme(self) -> str:
        """The theme chosen last, else the configured one, else nothing."""
        return self.remembered.load().get(THEME) or self.settings.theme

    @property
    def terminal(self) -> TerminalOptions:
        """How to draw and listen here."""
        return terminal_options(self.settings, os.environ)

    @property
    def mouse(self) -> bool:
        """Whether the mouse is ours; over SSH the terminal keeps it for selecting."""
        return self.terminal.mouse

    def attached_notebook(self) -> AttachedNotebook:
        """The notebook as one connection to an archive asks it."""

        def bookmarks() -> Bookmarks:
            # Read anew: the file of the session is not to be shared between threads.
            return BookmarkFile(self.bookmark_file.path).load().bookmarks

        return AttachedNotebook(
            self.triage_file.path, bookmarks=bookmarks, ends=self.unread_ends
        )

    def notebook_beside(self) -> TriageFile:
        """The notebook once more, for another thread; its steps are this session's.

        Raises:
            NotebookError: As `TriageFile` does.
        """
        file = self.triage_file
        ledger = BookmarkLedger(BookmarkFile(self.bookmark_file.path))
        ledgers = {Aspect.BOOKMARK: ledger}
        return TriageFile(file.path, ledgers=ledgers, session=file.session)

    def remember_theme(self, theme: str) -> None:
        """Note a theme for the next time; where that fails it is forgotten."""
        with suppress(OSError, NotebookError):
            self.remembered.note(THEME, theme)


def open_session(
    queue: Queue,
    *,
    first: ParagraphRef | None = None,
    notice: str = "",
    config: Path | None = None,
) -> Session:
    """A session with the reader's own files where they belong.

    Args:
        queue: The cables to be read, at least one.
        first: Where to begin.
        notice: What the reader must know at the start.
        config: Another file of options than the usual one.
    """
    loaded = load_settings(config or locations.config())
    bookmark_file = BookmarkFile(locations.bookmarks())
    ledger = BookmarkLedger(bookmark_file)
    notebook = open_notebook(locations.triage(), ledgers={Aspect.BOOKMARK: ledger})
    refusals = (notebook.read_only,) if notebook.read_only else ()
    return Session(
        queue=queue,
        bookmark_file=bookmark_file,
        ledger=ledger,
        triage_file=notebook,
        settings=loaded.settings,
        remembered=RememberedFile(locations.state()),
        first=first,
        notice=notice,
        problems=(*map(str, loaded.problems), *refusals),
        unread_ends=UnreadEnds(),
    )
