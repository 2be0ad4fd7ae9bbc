"""Notes on paragraphs and on cables; one that is being typed is never lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from cablereader.app import outside
from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.part import Host, Part
from cablereader.app.parts.marks import Marks
from cablereader.app.parts.subject import Subject
from cablereader.app.parts.triaging import Make
from cablereader.app.state.words import Words
from cablereader.library import locations
from cablereader.library.notebook.draft import Drafting
from cablereader.library.notebook.triage import TriageFile
from cablereader.model import move as moves
from cablereader.model.bookmark import Bookmark, note_line, with_note_line
from cablereader.model.frozen import frozen, replace
from cablereader.model.triage import UNTOUCHED, Triage


@frozen
class Begun:
    """A note that is being typed."""

    drafting: Drafting
    save: Callable[[str], object]
    """Makes it the note of what it was asked for, as that was seen then."""


class Notes(Part):
    """Asks for notes. One on a paragraph is its bookmark's, one on a cable a move."""

    def __init__(
        self,
        host: Host,
        reader: ReaderPane,
        marks: Marks,
        subject: Subject,
        file: TriageFile,
        make: Make,
    ) -> None:
        """Notes on what commands are of.

        Args:
            host: The screen.
            reader: Whose paragraphs have notes.
            marks: The bookmarks that these notes are of.
            subject: The cables that a note is on.
            file: Where what is typed is kept meanwhile.
            make: Makes a move with those cables, of which some were seen so.
        """
        self._host = host
        self._reader = reader
        self._marks = marks
        self._subject = subject
        self._file = file
        self._make = make
        self._begun: Begun | None = None
        note = partial(
            Words, enter="save", take=self._enter, typed=self._typed, left=self._end
        )
        self.words = {"note": note(), "cable-note": note(asked="note on the cable:")}

    def action_paragraph(self) -> None:
        """Ask for the note of this paragraph."""
        if (state := self._reader.state) and state.current:
            mark, of = state.current_bookmark, str(state.here)
            draft = self._file.whereabouts.take_draft(of)
            note = draft or (note_line(mark) if mark else "")
            save = partial(self._note_paragraph, mark if draft is None else None)
            self._begin("note", "words; +word is a label", of, note, save)

    def action_cable(self) -> None:
        """Ask for a note on the cables that are meant."""
        for cable_id, triage in self._file.of(self._subject.ids()[:1]).items():
            draft = self._file.whereabouts.take_draft(cable_id)
            note = draft or " ".join(triage.note.split())
            seen = {cable_id: triage if draft is None else UNTOUCHED}
            save = partial(self._note_cables, seen)
            self._begin("cable-note", "words on the whole cable", cable_id, note, save)

    def action_edit(self) -> None:
        """The note of this paragraph, in the reader's own editor."""
        if (state := self._reader.state) and (mark := self._marks.here()):
            note = self._edited(mark.note)
            if note != mark.note:
                self._marks.save(state.current_bookmark, replace(mark, note=note))

    def action_edit_cable(self) -> None:
        """The note on the cables that are meant, in that editor."""
        seen = self._file.of(self._subject.ids()[:1])
        for triage in seen.values():
            note = self._edited(triage.note)
            if note != triage.note:
                self._make(moves.noted(note), seen=seen)

    def _edited(self, note: str) -> str:
        """A note after the reader's own editor had it; as it was if none started."""
        try:
            with self._host.suspended():
                return outside.edit(note, locations.state_directory())
        except OSError as error:
            self._host.warn(f"the editor did not start: {error}; set EDITOR")
            return note

    def offer_drafts(self) -> None:
        """Tell of notes that were being typed when another session ended."""
        for draft in self._file.whereabouts.left_drafts():
            self._host.warn(
                f"a note on {draft.of} was being typed when a session ended; "
                "M there goes on with it"
            )

    def _begin(
        self, kind: str, label: str, of: str, note: str, save: Callable[[str], object]
    ) -> None:
        """Ask for a note.

        Args:
            kind: Of words.
            label: What is asked for, in words.
            of: The paragraph or the cable that it is on.
            note: To begin with. Where that was typed in a session that ended, it is no
                edit of what the note is now, so that none was seen.
            save: What to do with it.
        """
        self._begun = Begun(Drafting(self._file.path, of), save)
        self._host.ask(kind, label, note)

    def _typed(self, text: str) -> None:
        """Keep a note that is still being typed, in case the line drops."""
        if self._begun:
            self._begun.drafting.typed(text)

    def _enter(self, text: str) -> None:
        if self._begun:
            self._begun.save(text)
        self._end()

    def _end(self) -> None:
        """The note was entered or given up."""
        if self._begun:
            self._begun.drafting.finish()
            self._begun = None

    def _note_paragraph(self, seen: Bookmark | None, text: str) -> None:
        self._marks.show()  # another session may have bookmarked the paragraph
        if mark := self._marks.here():
            self._marks.save(seen, with_note_line(mark, text))

    def _note_cables(self, seen: Mapping[str, Triage], text: str) -> None:
        self._make(moves.noted(text.strip()), seen=seen)
