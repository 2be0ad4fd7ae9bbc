"""The notebook: bookmarks, notes and triage, on top of reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from cablereader.app.command import Command
from cablereader.app.key_screen import OwnKeys
from cablereader.app.screens.finding import FindingScreen
from cablereader.app.state.reader import ReaderState
from cablereader.errors import NotebookError
from cablereader.library.bookmark_ledger import bookmarking
from cablereader.library.queue import Queue
from cablereader.library.session import Session
from cablereader.library.triage import TriageFile
from cablereader.library.triage_draft import Drafting
from cablereader.library.triage_progress import Progress
from cablereader.model import move as moves
from cablereader.model.block import Paragraph
from cablereader.model.bookmark import (
    Bookmark,
    Bookmarks,
    Found,
    find,
    note_line,
    with_note_line,
)
from cablereader.model.cable import Cable
from cablereader.model.frozen import replace
from cablereader.model.label import label_keys
from cablereader.model.move import Move
from cablereader.model.position import Position
from cablereader.model.step import Step
from cablereader.model.triage import State, Triage

if TYPE_CHECKING:
    from cablereader.app.screens.bookmark_list import Scope

NO_ARCHIVE: Final = "no archive is open to look in"
END: Final = "end of the cable; again marks it read and goes on"
MANY: Final = 50
"""Cables; a change of more is asked about first."""
AT_ONCE: Final = 500
"""Cables; a change of more takes longer than a key may."""


class NotebookScreen(FindingScreen):
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
        self._drafting: Drafting | None = None
        self._told_end_of: Cable | None = None

    @property
    def triage_file(self) -> TriageFile:
        """The file of the notebook."""
        return self.session.triage_file

    @property
    def place(self) -> str:
        """As in any reader, with the labels of the cable."""
        known = self.triage_file.of(NotebookScreen.targets(self)).values()
        labels = (f"+{label}" for triage in known for label in triage.labels)
        return "  ".join((super().place, *labels))

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
        same = self.state is not None and state.listed and state.cable is cable
        if not same or state.found_by != self.found_by(cable):
            self.keep_position()
            state = self.resumed(self.opened(state, cable, position))
        self.state = replace(state, position=position, total=len(self.queue))

    def show_cable(self, cable: Cable) -> None:
        """Open a cable, whether or not it is in the queue."""
        self.keep_position()
        state = self.state or ReaderState(cable=cable, bookmarks=self.bookmarks)
        position = self.queue.position_of(cable.cable_id or "")
        self.state = self.resumed(self.opened(state.jumped(), cable, position))

    def resumed(self, state: ReaderState) -> ReaderState:
        """A state with the cursor where the reader stopped in its cable.

        What was read to its end begins anew.
        """
        cable_id = state.cable.cable_id
        stopped = self.triage_file.position_of(cable_id) if cable_id else None
        if not cable_id or not stopped:
            return state
        resumed = state.moved_to_label(stopped.paragraph)
        at_end = resumed.cursor == len(state.cable.paragraphs) - 1
        read = self.triage_file.of((cable_id,))[cable_id].state is not State.UNREAD
        return state if at_end and read else resumed

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
        """One page on; from the end of a cable to the next one, which is then read.

        Who came to the end by pages sees first that it is the end.
        """
        if self.pane is not self.body or not self.body.at_end:
            self._told_end_of = None
            super().action_page(pages)
        elif self.body.is_one_page or self._told_end_of is self.body.cable:
            self.finish()
        else:
            self._told_end_of = self.body.cable
            self.say(END)

    def finish(self) -> None:
        """Mark the cable as read, and go on to the next one that is not."""
        step = moves.FINISHED.step(self._known())
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
        """Make a move of `cablereader.model.move`, by its name, or take it back."""
        self.make(getattr(moves, name), toggling=True)

    def action_aside(self) -> None:
        """Set aside, and go on."""
        self.make(moves.ASIDE, toggling=True)
        self.go_on()

    def go_on(self) -> None:
        """Go to the next cable, where there is one."""
        self.action_cable(1, 1)

    def action_again(self) -> None:
        if self._last_move:
            self.make(self._last_move)
        else:
            self.say("nothing to repeat yet")

    def make(self, move: Move, *, toggling: bool = False) -> None:
        """Make a move with the cables that are meant.

        Args:
            move: What to make of them.
            toggling: Whether it is taken back where all is so already.
        """
        known = self._known()
        self._last_move = move = moves.toggled(move, known) if toggling else move
        step = move.step(known)
        if len(step.changes) > MANY:
            from cablereader.app.screens.question import Question

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
            self.tell_changed(f"{step.sentence} (u takes it back)")

    def _known(self) -> Mapping[str, Triage]:
        return self.triage_file.of(self.targets())

    async def action_chain(self) -> None:
        self.say(NO_ARCHIVE)

    async def action_alike(self) -> None:
        self.say(NO_ARCHIVE)

    async def action_versions(self) -> None:
        self.say(NO_ARCHIVE)

    def action_undo(self) -> None:
        self._take("nothing to take back", again=False)

    def action_redo(self) -> None:
        self._take("nothing to do again", again=True)

    def _take(self, nothing: str, *, again: bool) -> None:
        file = self.triage_file
        try:
            if file.is_long(again=again):
                self.change_beside(partial(_taken, again=again))
                return
            taken = file.redo() if again else file.undo()
        except NotebookError as error:
            self.warn(str(error))
            return
        self.tell_changed(str(taken) if taken else nothing)

    def change_beside(self, change: Callable[[TriageFile, Progress], str]) -> None:
        """Do what takes a while in a thread of its own, and say what became of it."""
        from cablereader.app.screens.long_change import LongChange

        def beside(progress: Progress) -> str:
            with self.session.notebook_beside() as file:
                return change(file, progress)

        _ = self.app.push_screen(LongChange(beside), self.tell_changed)

    def tell_changed(self, words: str | None) -> None:
        """Say what was changed, and show it."""
        self.say(words or "")
        self.show_bookmarks()
        self.changed()

    async def action_labels(self) -> None:
        """The labels with a letter each."""
        from cablereader.app.screens.label_menu import LabelMenu

        labels = dict(self.triage_file.labels())
        known = self.triage_file.of(self.targets()[:MANY]).values()
        given = {each for each in labels if all(each in of.labels for of in known)}
        menu = LabelMenu(label_keys(labels), labels, given if known else ())
        await self.app.push_screen(menu, self._toggle_label)

    def _toggle_label(self, label: str | None) -> None:
        if label:
            self.make(moves.labelled(label), toggling=True)

    def action_ask_label(self, kind: str) -> None:
        known = " ".join(name for name, _ in self.triage_file.labels())
        self.action_ask(kind, f"label ({known})" if known else "label")

    def give_labels(self, kind: str, text: str) -> None:
        """Give the labels of a text, or with ``unlabel`` take them off."""
        make = moves.labelled if kind == "label" else moves.unlabelled
        for label in text.replace(",", " ").split():
            self.make(make(label))

    def action_bookmark(self) -> None:
        """Disk first, screen second: what is shown is what was saved."""
        if (state := self.state) and state.current:
            mark = state.current_bookmark
            made = None if mark else self.new_mark(state.cable, state.current)
            self.apply(bookmarking(mark, made))

    def new_mark(self, cable: Cable, paragraph: Paragraph) -> Bookmark:
        """A bookmark of a paragraph, with the query that led to it."""
        mark = self.session.bookmark_file.mark(cable, paragraph)
        return replace(mark, query=self.led_here)

    @property
    def led_here(self) -> str:
        """The query that the open cable was found by; empty where there is none."""
        return ""

    def action_note(self) -> None:
        if (state := self.state) and state.current:
            mark = state.current_bookmark
            text = note_line(mark) if mark else ""
            self._ask_note("note", "a note; +word is a label", str(state.here), text)

    def action_cable_note(self) -> None:
        """Ask for a note on the cables that are meant."""
        for cable_id, triage in self.triage_file.of(self.targets()[:1]).items():
            text = " ".join(triage.note.split())
            self._ask_note("cable-note", "a note on the cable", cable_id, text)

    def _ask_note(self, kind: str, asked: str, of: str, text: str) -> None:
        """Ask for a note; what was typed of it when a session ended is not lost."""
        draft = self.triage_file.take_draft(of)
        self._drafting = Drafting(self.triage_file.path, of)
        self.prompt.ask(kind, asked, draft or text)

    def note_typed(self, text: str) -> None:
        """Keep a note that is still being typed, in case the line drops."""
        if self._drafting:
            self._drafting.typed(text)

    def note_left(self) -> None:
        """The note was entered or given up."""
        if self._drafting:
            self._drafting.finish()
            self._drafting = None

    def offer_drafts(self) -> None:
        """Tell of notes that were being typed when another session ended."""
        for draft in self.triage_file.left_drafts():
            self.warn(
                f"a note on {draft.of} was being typed when a session ended; "
                "M there goes on with it"
            )

    def save_mark(self, mark: Bookmark) -> None:
        """Put a bookmark on the disk, in the place of the one of its key."""
        same = (each for each in self.bookmarks.marks if each.key == mark.key)
        self.apply(bookmarking(next(same, None), mark))

    async def action_bookmarks(self) -> None:
        from cablereader.app.screens.bookmark_list import BookmarkList

        self.show_bookmarks()
        screen = BookmarkList(
            self.bookmarks, self._is_in_scope, self._remove_mark, self._keep_mark
        )
        await self.app.push_screen(screen, self.go_to_mark)

    def _is_in_scope(self, scope: Scope, mark: Bookmark) -> bool:
        from cablereader.app.screens.bookmark_list import Scope

        if scope is Scope.HERE:
            return bool(self.state and mark.ref.cable_id == self.state.here.cable_id)
        return self.queue.position_of(mark.ref.cable_id) is not None

    def _remove_mark(self, mark: Bookmark) -> Bookmarks:
        self.apply(bookmarking(mark, None))
        return self.bookmarks

    def _keep_mark(self, mark: Bookmark) -> Bookmarks:
        self.save_mark(mark)
        return self.bookmarks

    def go_to_mark(self, mark: Bookmark | None) -> None:
        """Go to the paragraph of a bookmark, by its number or by its first words."""
        if mark is None or self.state is None:
            return
        self.jump(mark.ref)
        if self.state.here.cable_id != mark.ref.cable_id:
            return
        paragraph, how = find(self.state.cable, mark)
        if paragraph is None:
            self.say(f"{mark.ref} is not in this version of the cable any more")
        elif how is Found.WORDS:
            self.state = self.state.moved_to_label(paragraph.label)
            self.say(f"found again by its first words: {mark.ref}")

    def show_bookmarks(self) -> None:
        """Show the bookmarks as they are on the disk now."""
        self.bookmarks = self.session.ledger.bookmarks
        if self.state and self.state.bookmarks is not self.bookmarks:
            self.state = self.state.with_bookmarks(self.bookmarks)

    def take_note(self, text: str) -> None:
        if (state := self.state) is None or state.current is None:
            return
        mark = state.current_bookmark
        mark = mark or self.new_mark(state.cable, state.current)
        self.save_mark(with_note_line(mark, text))


def _taken(file: TriageFile, progress: Progress, *, again: bool) -> str:
    """What was taken back, or done again, of a step of very many changes."""
    taken = file.redo(progress) if again else file.undo(progress)
    return str(taken) if taken else "another session was faster"
