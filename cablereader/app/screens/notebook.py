"""The notebook: bookmarks, notes and triage, on top of reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace

from cablereader.app.commands import Command
from cablereader.app.key_screen import OwnKeys
from cablereader.app.screens.bookmark_list import BookmarkList
from cablereader.app.screens.question import Question
from cablereader.app.screens.reading import ReadingScreen
from cablereader.app.state.reader import ReaderState
from cablereader.errors import NotebookError
from cablereader.library.queue import Queue
from cablereader.library.session import Session
from cablereader.library.triage import TriageFile
from cablereader.model import triage
from cablereader.model.bookmark import Bookmark, Bookmarks, note_line, with_note_line
from cablereader.model.cable import Cable
from cablereader.model.position import Position
from cablereader.model.triage import Move, Step, Taken, Triage

MANY = 50
"""Cables; a change of more is asked about first."""


class NotebookScreen(ReadingScreen):
    """What the reader makes of cables; each change is on disk before it is shown."""

    def __init__(
        self,
        session: Session,
        queue: Queue,
        own_keys: OwnKeys,
        theme_names: tuple[str, ...],
        more: tuple[Command, ...],
    ) -> None:
        """A reader of a queue with a session's notebook."""
        measure = session.settings.measure
        super().__init__(queue, measure, own_keys, theme_names, more)
        self.session = session
        self.bookmarks = Bookmarks()
        self._last_move: Move | None = None

    @property
    def triage_file(self) -> TriageFile:
        """The file of the notebook."""
        return self.session.triage_file

    def targets(self) -> tuple[str, ...]:
        """Reference ids of the cables that the next change is of."""
        if self.state and self.state.cable.cable_id:
            return (self.state.cable.cable_id,)
        return ()

    def changed(self) -> None:
        """Show that the state of cables changed."""

    def open_at(self, position: int) -> None:
        """Open a cable of the queue where the reader stopped in it."""
        cable = self.queue.cable(position)
        state = self.state or ReaderState(cable=cable, bookmarks=self.bookmarks)
        if state.cable is not cable or self.state is None or not state.listed:
            self.keep_position()
            state = self.resumed(state.opened(cable, position))
        self.state = replace(state, position=position, total=len(self.queue))

    def show_cable(self, cable: Cable) -> None:
        """Open a cable, whether or not it is in the queue."""
        self.keep_position()
        state = self.state or ReaderState(cable=cable, bookmarks=self.bookmarks)
        position = self.queue.position_of(cable.cable_id or "")
        self.state = self.resumed(state.jumped().opened(cable, position))

    def resumed(self, state: ReaderState) -> ReaderState:
        """A state with the cursor where the reader stopped in its cable."""
        cable_id = state.cable.cable_id
        stopped = self.triage_file.position_of(cable_id) if cable_id else None
        return state.moved_to_label(stopped.paragraph) if stopped else state

    def keep_position(self) -> None:
        """Remember where the reader is in the cable that is open."""
        if (state := self.state) and state.cable.cable_id and state.current:
            share = self.body.scroll_offset.y / max(self.body.count, 1)
            position = Position(state.here.label, share)
            with suppress(NotebookError):
                self.triage_file.keep_position(state.cable.cable_id, position)

    def leave(self) -> None:
        """Remember all that the next session begins with."""
        self.keep_position()
        if self.state:
            with suppress(NotebookError):
                self.triage_file.keep_jumps(self.state.jumps.behind)

    def action_page(self, pages: int) -> None:
        """One page on; from the end of a cable to the next one, which is then read."""
        if self.pane is self.body and self.body.at_end:
            self.finish()
        else:
            super().action_page(pages)

    def finish(self) -> None:
        """Mark the cable as read, and go on to the next one that is not."""
        step = triage.FINISHED.step(self._known())
        if step and self._applied(step):
            self.changed()
        self.go_on()

    def _applied(self, step: Step) -> bool:
        try:
            self.triage_file.apply(step)
        except NotebookError as error:
            self.warn(f"NOT SAVED. {error}")
            return False
        return True

    def action_triage(self, name: str) -> None:
        """Make a move of `cablereader.model.triage`, by its name, or take it back."""
        move: Move = getattr(triage, name)
        self._make(triage.toggled(move, self._known()))

    def action_aside(self) -> None:
        """Set aside, and go on."""
        self._make(triage.toggled(triage.ASIDE, self._known()))
        self.go_on()

    def go_on(self) -> None:
        """Go to the next cable, where there is one."""
        self.action_cable(1, 1)

    def action_again(self) -> None:
        if self._last_move:
            self._make(self._last_move)
        else:
            self.say("nothing to repeat yet")

    def _make(self, move: Move) -> None:
        self._last_move = move
        step = move.step(self._known())
        if len(step.changes) > MANY:
            count = len(step.changes)
            question = Question(f"This changes {count:,} cables at once. Do it?")
            _ = self.app.push_screen(question, lambda yes: self._apply_if(yes, step))
        else:
            self.apply(step)

    def _apply_if(self, yes: bool | None, step: Step) -> None:
        if yes:
            self.apply(step)

    def apply(self, step: Step) -> None:
        """Do a step, on disk and on screen."""
        if not step:
            self.say("already so")
        elif self._applied(step):
            self.say(f"{step.sentence} (u takes it back)")
            self.changed()

    def _known(self) -> Mapping[str, Triage]:
        return self.triage_file.of(self.targets())

    async def action_citing(self) -> None:
        self.say("no archive is open to look in")

    def action_undo(self) -> None:
        self._take(self.triage_file.undo, "nothing to take back")

    def action_redo(self) -> None:
        self._take(self.triage_file.redo, "nothing to do again")

    def _take(self, take: Callable[[], Taken | None], nothing: str) -> None:
        try:
            taken = take()
        except NotebookError as error:
            self.warn(str(error))
            return
        self.say(str(taken) if taken else nothing)
        self.reload_bookmarks()
        self.changed()

    def reload_bookmarks(self) -> None:
        """Read the bookmarks anew, when they were changed from elsewhere."""
        file = self.session.bookmark_file
        if self.state and file.changed():
            self.state = self.state.with_bookmarks(file.load().bookmarks)

    def action_ask_label(self, kind: str) -> None:
        known = " ".join(name for name, _ in self.triage_file.labels())
        self.action_ask(kind, f"label ({known})" if known else "label")

    def give_labels(self, kind: str, text: str) -> None:
        """Give the labels of a text, or with ``unlabel`` take them off."""
        make = triage.labelled if kind == "label" else triage.unlabelled
        for label in text.split():
            self._make(make(label))

    def action_bookmark(self) -> None:
        """Disk first, screen second: what is shown is what was saved."""
        if (state := self.state) is None or state.current is None:
            return
        file = self.session.bookmark_file
        if mark := state.current_bookmark:
            if self._written(lambda: file.remove(mark.key)):
                self.state = state.with_bookmarks(state.bookmarks.removed(mark.key))
                self.say(f"bookmark removed: {mark.ref}")
        else:
            self.save_mark(file.mark(state.cable, state.current), "bookmarked")

    def action_note(self) -> None:
        if (state := self.state) and state.current:
            mark = state.current_bookmark
            text = note_line(mark) if mark else ""
            self.prompt.ask("note", "a note; +word is a label", text)

    def save_mark(self, mark: Bookmark, done: str) -> None:
        if self.state and self._written(lambda: self.session.bookmark_file.save(mark)):
            self.state = self.state.with_bookmarks(self.state.bookmarks.saved(mark))
            self.say(f"{done} {mark.ref}")

    def _written(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except (NotebookError, OSError) as error:
            self.warn(f"NOT SAVED. {error}")
            return False
        return True

    async def action_bookmarks(self) -> None:
        if self.state:
            await self.app.push_screen(BookmarkList(self.state.bookmarks), self.jump)

    def take_note(self, text: str) -> None:
        if (state := self.state) is None or state.current is None:
            return
        mark = state.current_bookmark
        mark = mark or self.session.bookmark_file.mark(state.cable, state.current)
        self.save_mark(with_note_line(mark, text), "noted on")
