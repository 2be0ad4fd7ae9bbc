"""A full-screen list that narrows as one types."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from cablereader.app.key_screen import key_name
from cablereader.app.widgets.dialog_hint import DialogHint
from cablereader.app.widgets.pick_list import PickList
from cablereader.present.piece import Row

Answer = TypeVar("Answer")


class FilterScreen(Screen[Answer]):
    """Entries, a filter line over them, and an answer: the entry that was chosen."""

    HINT: ClassVar = "type to filter   Up Down move   Enter chooses   Esc closes"
    FILTER_FIRST: ClassVar = True
    """Whether letters go to the filter, or are keys until the filter is asked for."""
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "close", "Close"),
        ("enter", "choose", "Choose"),
        ("up", "move(-1)", "Up"),
        ("down", "move(1)", "Down"),
        ("pageup", "page(-1)", "Page up"),
        ("pagedown", "page(1)", "Page down"),
        ("home", "first", "First"),
        ("end", "last", "Last"),
    ]

    def __init__(self, entries: Sequence[tuple[str, Answer | None, Row]]) -> None:
        """A list of entries: the words to filter by, the answer, and the row shown."""
        super().__init__()
        self._entries = entries
        self._shown = entries

    @property
    @abstractmethod
    def heading(self) -> str:
        """What the list is, in its first line."""

    @property
    def first_row(self) -> int:
        """The row that is current as long as nothing is typed, counted from 0."""
        return 0

    @property
    def refusal(self) -> str:
        """Why the entry of the current row cannot be chosen; empty if it can."""
        return ""

    @property
    def current(self) -> Answer | None:
        """The entry of the current row."""
        return self._shown[self.query_one(PickList).line][1] if self._shown else None

    def compose(self) -> ComposeResult:
        yield Static(self.heading, id="heading", markup=False)
        yield Input(placeholder="filter", id="filter", compact=True)
        yield PickList(id="list")
        yield from self.compose_below()
        yield DialogHint(self.HINT, id="hint")

    def compose_below(self) -> ComposeResult:
        """What stands under the list."""
        yield from ()

    def on_mount(self) -> None:
        rows = self.query_one(PickList)
        rows.can_focus = not self.FILTER_FIRST
        (self.query_one("#filter") if self.FILTER_FIRST else rows).focus()
        self.narrow("")

    def on_key(self, event: events.Key) -> None:
        """Say so of a key that means nothing here, until another one does."""
        typing = isinstance(self.focused, Input)
        unknown = not typing and event.key not in self.active_bindings
        told = f"no key {key_name(event)} here" if unknown else ""
        self.query_one(DialogHint).tell(told)

    @on(Input.Changed, "#filter")
    def _narrow(self, event: Input.Changed) -> None:
        self.narrow(event.value)

    def narrow(self, words: str) -> None:
        """Show the entries that have all the words."""
        wanted = words.lower().split()
        self._shown = [
            entry for entry in self._entries if all(word in entry[0] for word in wanted)
        ]
        line = 0 if wanted else self.first_row
        self.query_one(PickList).show([row for _, _, row in self._shown], line)
        self.narrowed()

    def narrowed(self) -> None:
        """Other entries are shown."""

    @on(Input.Submitted, "#filter")
    @on(PickList.Picked)
    def action_choose(self) -> None:
        if refusal := self.refusal:
            self.query_one(DialogHint).tell(refusal)
        else:
            _ = self.dismiss(self.current)

    def action_close(self) -> None:
        _ = self.dismiss(None)

    def action_filter(self) -> None:
        """Let the letters go to the filter."""
        self.query_one("#filter").focus()

    def action_move(self, rows: int) -> None:
        view = self.query_one(PickList)
        view.go(view.line + rows)

    def action_first(self) -> None:
        self.query_one(PickList).go(0)

    def action_last(self) -> None:
        view = self.query_one(PickList)
        view.go(view.count - 1)

    def action_page(self, pages: int) -> None:
        self.query_one(PickList).page(pages)
