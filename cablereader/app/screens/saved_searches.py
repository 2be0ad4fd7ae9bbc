"""The saved searches with their counts: to search, rename, letter, and delete."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.app.searches import Searches, Size
from cablereader.app.widgets.dialog_hint import EDITING, DialogHint
from cablereader.app.widgets.pick_list import PickList
from cablereader.archive.query.scanner import QueryError
from cablereader.archive.query.typed import read_query
from cablereader.errors import NotebookError
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.query import Query
from cablereader.model.saved_search import (
    SavedSearch,
    forgetting,
    lettering,
    renaming,
)
from cablereader.model.step import Step
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line

KEYS: Final = "RLDu/"
"""Keys of this screen, which can be the letter of no search."""


class Edited(StrEnum):
    """What of a search is being typed."""

    NAME = "name"
    LETTER = "letter"


class SavedSearches(FilterScreen[SavedSearch]):
    """One row a search; its letter is the key that chooses it."""

    @dataclass
    class Counted(Message):
        """It is known how much a search finds."""

        query: Query
        size: Size

    HINT = (
        "letter or Enter searches  / filter  R rename  L letter  D delete  u undo  Esc"
    )
    FILTER_FIRST = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", priority=True),
        Binding("down", "move(1)", "Down", priority=True),
        ("k", "move(-1)", "Up"),
        ("j", "move(1)", "Down"),
        ("R", "edit('name')", "Rename"),
        ("L", "edit('letter')", "Letter"),
        ("D,delete", "remove", "Delete"),
        ("u", "restore", "Undo"),
        ("slash", "filter", "Filter"),
        ("q", "close", "Close"),
    ]

    def __init__(self, file: TriageFile, counting: Searches) -> None:
        """The saved searches of a notebook, to be counted in an archive."""
        self._file, self._counting = file, counting
        self._sizes: dict[Query, Size] = {}
        self._searches = file.searches()
        self._made = 0
        self._edited: tuple[Edited, SavedSearch] | None = None
        super().__init__([])
        self._fill()

    def compose_below(self) -> ComposeResult:
        field = Input(id="note", compact=True, select_on_focus=False)
        field.display = False
        yield field

    def on_mount(self) -> None:
        super().on_mount()
        self._count(tuple(filter(None, map(_query, self._searches))))

    def on_unmount(self) -> None:
        self._counting.stop()

    @property
    def heading(self) -> str:
        if not self._searches:
            return "No saved searches yet: S in the list saves one."
        return f"Saved searches: {len(self._searches):,}"

    def on_key(self, event: events.Key) -> None:
        letter = event.character or ""
        if not self.query_one(PickList).has_focus or letter in KEYS:
            return
        lettered = (each for each in self._searches if each.letter == letter != "")
        if search := next(lettered, None):
            event.stop()
            event.prevent_default()
            _ = self.dismiss(search)

    def action_close(self) -> None:
        """Close the screen, or first what is being typed."""
        if self._edited:
            self._end_edit()
        elif self.query_one("#filter").has_focus:
            self.query_one(PickList).focus()
        else:
            super().action_close()

    def action_edit(self, what: str) -> None:
        if search := self.current:
            self._edited = Edited(what), search
            field = self.query_one("#note", Input)
            field.display = True
            field.placeholder = f"{what} of {search.name}"
            field.value = search.name if what == Edited.NAME else search.letter
            field.focus()
            if what == Edited.LETTER:
                field.select_all()  # there can be only one
            self.query_one(DialogHint).show(EDITING)

    @on(Input.Submitted, "#note")
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        if self._edited:
            what, search = self._edited
            text = " ".join(event.value.split())
            if fault := self._fault(what, search, text):
                self._tell(fault)
                return
            self._end_edit()
            if what is Edited.LETTER:
                self._apply(lettering(search, text, self._searches))
            elif text != search.name:
                self._apply(renaming(search, text))

    def _fault(self, what: Edited, search: SavedSearch, text: str) -> str:
        """Why a search cannot have this name or letter; empty if it can."""
        if what is Edited.LETTER:
            if len(text) > 1:
                return "one letter or digit, or nothing"
            return f"{text} is a key of this screen" if text and text in KEYS else ""
        if not text:
            return "a search needs a name"
        names = {each.name for each in self._searches} - {search.name}
        return f"another search is called {text}" if text in names else ""

    def action_remove(self) -> None:
        if search := self.current:
            self._apply(forgetting(search))

    def action_restore(self) -> None:
        """Take back the last change that was made here."""
        if not self._made:
            self._tell("nothing was changed here")
            return
        try:
            taken = self._file.undo()
        except NotebookError as error:
            self._tell(str(error))
            return
        self._made -= 1
        self._renew(str(taken) if taken else "nothing to take back")

    def _apply(self, step: Step) -> None:
        if not step:
            return
        try:
            step = self._file.apply(step)
        except NotebookError as error:
            self._tell(f"NOT SAVED. {error}")
            return
        self._made += 1
        self._renew(f"{step.sentence} (u takes it back)")

    def _renew(self, said: str) -> None:
        self._searches = self._file.searches()
        self._show()
        self._tell(said)

    def _end_edit(self) -> None:
        self._edited = None
        self.query_one("#note").display = False
        self.query_one(PickList).focus()
        self.query_one(DialogHint).show(self.HINT)

    def _tell(self, text: str) -> None:
        self.query_one("#heading", Static).update(visible_line(text))

    @work(thread=True)
    def _count(self, queries: tuple[Query, ...]) -> None:
        worker = get_current_worker()
        self._counting.sizes(
            queries,
            lambda query, size: self._post(self.Counted(query, size)),
            lambda: not worker.is_cancelled,
        )

    def _post(self, message: Message) -> None:
        self.post_message(message)

    @on(Counted)
    def _take_size(self, event: Counted) -> None:
        self._sizes[event.query] = event.size
        self._show()

    def _show(self) -> None:
        """Show the searches as they are now; the reader stays at the row."""
        line = self.query_one(PickList).line
        self._fill()
        self.narrow(self.query_one("#filter", Input).value)
        self.query_one(PickList).go(line)

    def _fill(self) -> None:
        self._entries = [
            (
                f"{each.name} {each.query}".lower(),
                each,
                search_row(each, self._sizes.get(query) if query else None),
            )
            for each in self._searches
            for query in (_query(each),)
        ]


def search_row(search: SavedSearch, size: Size | None) -> Row:
    """Its letter, how much it finds, its name, and what it is."""
    counts = f"{size.cables:>9,} {size.unread:>9,} unread" if size else f"{'…':>9}"
    return (
        Piece(f"{visible_line(search.letter or ' '):<3}", "key"),
        Piece(f"{visible_line(search.name):<24} ", "value"),
        Piece(f"{counts:<28}", "label"),
        Piece(visible_line(search.query or "all cables"), "label"),
    )


def _query(search: SavedSearch) -> Query | None:
    """What a search asks for; ``None`` if it can no longer be read."""
    try:
        return read_query(search.query)
    except QueryError:
        return None
