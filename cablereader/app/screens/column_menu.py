"""The columns of the list with a letter each: a key shows one more, or one less."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from cablereader.present.list_column import COLUMNS, Chosen, Column


class ColumnMenu(ModalScreen[None]):
    """Shows which columns are chosen; the list beside it follows each key."""

    def __init__(self, chosen: Chosen, toggle: Callable[[Column], Chosen]) -> None:
        """The columns that are chosen, and what chooses another one, or one less."""
        super().__init__()
        self._chosen = chosen
        self._toggle = toggle

    def compose(self) -> ComposeResult:
        yield Static(self._content, id="question", markup=False)

    @property
    def _content(self) -> Content:
        rows = [
            Content.assemble(
                (f"{column.letter}  ", "bold $accent"),
                f"[{'x' if column in self._chosen else ' '}] {column.meaning}",
            )
            for column in COLUMNS
        ]
        ending = "A column that has no room is left out.\nany other key closes"
        return Content("\n").join([*rows, Content(ending)])

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        column = next((c for c in COLUMNS if c.letter == event.character), None)
        if column is None:
            _ = self.dismiss(None)
            return
        self._chosen = self._toggle(column)
        self.query_one("#question", Static).update(self._content)
