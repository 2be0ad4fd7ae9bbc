"""A full-screen list that narrows as one types."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from cablereader.app.widgets.pick_list import PickList
from cablereader.present.piece import Row

Answer = TypeVar("Answer")


class FilterScreen(Screen[Answer]):
    """Entries, a filter line over them, and an answer: the entry that was chosen."""

    TITLE_TEXT: ClassVar = ""
    HINT: ClassVar = "type to filter   Up Down move   Enter chooses   Esc closes"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "close", "Close"),
        ("enter", "choose", "Choose"),
        ("up", "move(-1)", "Up"),
        ("down", "move(1)", "Down"),
        ("pageup", "page(-1)", "Page up"),
        ("pagedown", "page(1)", "Page down"),
    ]

    def __init__(self, entries: Sequence[tuple[str, Answer, Row]]) -> None:
        """A list of entries: the words to filter by, the answer, and the row shown."""
        super().__init__()
        self._entries = entries
        self._shown = entries

    @property
    @abstractmethod
    def heading(self) -> str:
        """What the list is, in its first line."""

    def compose(self) -> ComposeResult:
        yield Static(self.heading, id="heading", markup=False)
        yield Input(placeholder="filter", id="filter", compact=True)
        yield PickList(id="list")
        yield Static(self.HINT, id="hint", markup=False)

    def on_mount(self) -> None:
        self.query_one(PickList).can_focus = False
        self.query_one(Input).focus()
        self._show()

    @on(Input.Changed, "#filter")
    def _narrow(self, event: Input.Changed) -> None:
        words = event.value.lower().split()
        self._shown = [
            entry for entry in self._entries if all(word in entry[0] for word in words)
        ]
        self._show()

    @on(Input.Submitted, "#filter")
    @on(PickList.Picked)
    def action_choose(self) -> None:
        line = self.query_one(PickList).line
        _ = self.dismiss(self._shown[line][1] if self._shown else None)

    def action_close(self) -> None:
        _ = self.dismiss(None)

    def action_move(self, rows: int) -> None:
        view = self.query_one(PickList)
        view.go(view.line + rows)

    def action_page(self, pages: int) -> None:
        self.query_one(PickList).page(pages)

    def _show(self) -> None:
        self.query_one(PickList).show([row for _, _, row in self._shown])
