"""Bookmarks of paragraphs: made, listed, and gone to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cablereader.app.command import Command
from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.part import Host, Part
from cablereader.app.parts.going import Going
from cablereader.library.bookmarks.ledger import bookmarking
from cablereader.library.session import Session
from cablereader.model.bookmark import Bookmark, Bookmarks, Found, find
from cablereader.model.frozen import replace
from cablereader.model.step import Step

if TYPE_CHECKING:
    from cablereader.app.screens.bookmark_list import Scope


class Marks(Part):
    """The bookmarks of a session, in the pane that shows them."""

    def __init__(
        self,
        host: Host,
        session: Session,
        reader: ReaderPane,
        going: Going,
        apply: Callable[[Step], object],
        begin_reading: Callable[[], object],
    ) -> None:
        """The bookmarks of a reader pane.

        Args:
            host: The screen.
            session: Whose bookmarks they are.
            reader: The pane.
            going: Goes to the paragraphs that have them.
            apply: Does a step of the notebook; it is how they are made.
            begin_reading: Lets the keys go to the reader pane.
        """
        self._host = host
        self._session = session
        self._reader = reader
        self._going = going
        self._apply = apply
        self._begin_reading = begin_reading
        self._seen: Bookmark | None = None
        """The current paragraph's bookmark as the reader saw it when a key came."""

    def before(self, command: Command) -> None:  # noqa: ARG002  # any one will do
        state = self._reader.state
        self._seen = state.current_bookmark if state else None

    def show(self) -> None:
        """Show the bookmarks as they are on the disk now."""
        self._reader.show_bookmarks(self._session.ledger.bookmarks)

    def action_toggle(self) -> None:
        """Disk first, screen second: what is shown is what was saved.

        What another session has changed since it was shown stays, and is told.
        """
        if (state := self._reader.state) and (mark := self.here()):
            known = state.current_bookmark
            if known != self._seen:
                theirs = bookmarking(self._seen, known).sentence
                then = "removes it" if known else "makes one"
                self._host.say(f"another session {theirs}; m again {then}")
            else:
                self._apply(bookmarking(known, None if known else mark))

    def here(self) -> Bookmark | None:
        """The bookmark of the current paragraph; where there is none, one to be saved.

        It has the query that led to it.
        """
        state = self._reader.state
        if state is None or state.current is None:
            return None
        if known := state.current_bookmark:
            return known
        mark = self._session.bookmark_file.mark(state.cable, state.current)
        return replace(mark, query=self._going.led_here)

    def save(self, seen: Bookmark | None, mark: Bookmark) -> None:
        """Put a bookmark on the disk.

        Args:
            seen: What the reader edited, if there was one: what another session has
                made of it since is not lost.
            mark: What became of it.
        """
        self._apply(bookmarking(seen, mark))

    async def action_list(self) -> None:
        """All bookmarks; the one that is chosen is gone to."""
        from cablereader.app.screens.bookmark_list import BookmarkList

        self.show()
        screen = BookmarkList(
            self._reader.bookmarks, self._is_in_scope, self._removed, self._kept
        )
        await self._host.push(screen, self._go_to)

    def _is_in_scope(self, scope: Scope, mark: Bookmark) -> bool:
        from cablereader.app.screens.bookmark_list import Scope

        if scope is Scope.HERE:
            state = self._reader.state
            return bool(state and mark.ref.cable_id == state.here.cable_id)
        return self._going.queue.position_of(mark.ref.cable_id) is not None

    def _removed(self, mark: Bookmark) -> Bookmarks:
        self._apply(bookmarking(mark, None))
        return self._reader.bookmarks

    def _kept(self, mark: Bookmark) -> Bookmarks:
        marks = self._reader.bookmarks.marks
        same = next((each for each in marks if each.key == mark.key), None)
        self.save(same, mark)
        return self._reader.bookmarks

    def _go_to(self, mark: Bookmark | None) -> None:
        """Go to the paragraph of a bookmark, by its number or by its first words."""
        if mark is None:
            return
        self._going.jump(mark.ref)
        state = self._reader.state
        if state is None or state.here.cable_id != mark.ref.cable_id:
            return
        self._begin_reading()
        paragraph, how = find(state.cable, mark)
        if paragraph is None:
            self._host.say(f"{mark.ref} is not in this version of the cable any more")
        elif how is Found.WORDS:
            self._reader.state = state.moved_to_label(paragraph.label)
            self._host.say(f"found again by its first words: {mark.ref}")
