"""Notes on paragraphs and on cables; one that is being typed is never lost."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from cablereader.app import outside
from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.part import Host, Part, Words
from cablereader.app.parts.marks import Marks
from cablereader.app.parts.subject import Subject
from cablereader.app.parts.triaging import Make
from cablereader.library import locations
from cablereader.library.notebook.draft import Drafting
from cablereader.library.notebook.triage import TriageFile
from cablereader.model import move as moves
from cablereader.model.bookmark import Bookmark, note_line, with_note_line
from cablereader.model.frozen import replace
from cablereader.model.triage import UNTOUCHED, Triage


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
        self._drafting: Drafting | None = None
        self._seen: Mapping[str, Triage] = {}
        """The cables as they were when the note on them was asked for."""
        self._seen_mark: Bookmark | None = None
        """The same of the bookmark of the paragraph."""
        asked = partial(Words, typed=self._typed, left=self._end_draft)
        self.words = {
            "note": asked(take=self._note_paragraph),
            "cable-note": asked(take=self._note_cables),
        }

    def action_paragraph(self) -> None:
        """Ask for the note of this paragraph."""
        if (state := self._reader.state) and state.current:
            self._seen_mark = mark = state.current_bookmark
            text = note_line(mark) if mark else ""
            if self._ask("note", "words; +word is a label", str(state.here), text):
                self._seen_mark = None

    def action_cable(self) -> None:
        """Ask for a note on the cables that are meant."""
        self._seen = self._file.of(self._subject.ids()[:1])
        for cable_id, triage in self._seen.items():
            text = " ".join(triage.note.split())
            if self._ask("cable-note", "words on the whole cable", cable_id, text):
                self._seen = {cable_id: UNTOUCHED}

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
        for draft in self._file.left_drafts():
            self._host.warn(
                f"a note on {draft.of} was being typed when a session ended; "
                "M there goes on with it"
            )

    def _ask(self, kind: str, asked: str, of: str, text: str) -> bool:
        """Ask for a note; what was typed of it when a session ended is not lost.

        Returns:
            Whether it goes on with that: then the note as it is now is not seen.
        """
        draft = self._file.take_draft(of)
        self._drafting = Drafting(self._file.path, of)
        self._host.ask(kind, asked, draft or text)
        return draft is not None

    def _typed(self, text: str) -> None:
        """Keep a note that is still being typed, in case the line drops."""
        if self._drafting:
            self._drafting.typed(text)

    def _end_draft(self) -> None:
        """The note was entered or given up."""
        if self._drafting:
            self._drafting.finish()
            self._drafting = None

    def _note_paragraph(self, text: str) -> None:
        self._marks.show()  # another session may have bookmarked the paragraph
        if mark := self._marks.here():
            self._marks.save(self._seen_mark, with_note_line(mark, text))
        self._end_draft()

    def _note_cables(self, text: str) -> None:
        self._make(moves.noted(text.strip()), seen=self._seen)
        self._end_draft()
