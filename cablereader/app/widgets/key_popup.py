"""What can follow a prefix key, shown as soon as it is pressed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from textual.content import Content
from textual.widgets import Static

from cablereader.app.state.keymap import Keymap, Pending
from cablereader.present.cut import cut

COLUMN: Final = 38
"""Cells of one choice."""
OTHER_ROWS: Final = 5
"""Of the screen: the popup's border and title, and the lines below the popup."""
TURNING: Final = "space"
"""The key that shows more, where there is no room for all; no menu has it."""

Choice: TypeAlias = tuple[str, str]
"""A key, and what it does."""


class KeyPopup(Static):
    """A small box above the status line with the keys that can come next."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id, markup=False)
        self.display = False
        self._title = ""
        self._choices: Sequence[Choice] = ()
        self._first = 0

    def show(self, keymap: Keymap, pending: Pending) -> None:
        """Show the choices after the pending keys; nothing where there is no prefix."""
        self.display = bool(pending.keys)
        if not pending.keys:
            return
        choices = keymap.choices(pending)
        self._title = f"{pending} …"
        self._choices = sorted(choices, key=lambda choice: choice[0].lower())
        self._first = 0
        self._show_page()

    def turn(self) -> bool:
        """Show the choices for which there was no room; whether there are any."""
        if not self.display or len(self._choices) <= self._room:
            return False
        self._first += self._room
        if self._first >= len(self._choices):
            self._first = 0
        self._show_page()
        return True

    @property
    def _columns(self) -> int:
        return max((self.app.size.width - 4) // COLUMN, 1)

    @property
    def _room(self) -> int:
        """How many choices there is room for."""
        return max(self.app.size.height - OTHER_ROWS, 1) * self._columns

    def _show_page(self) -> None:
        shown = self._choices[self._first : self._first + self._room]
        rows = -(-len(shown) // self._columns)
        lines = (_line(shown[row::rows]) for row in range(rows))
        title = Content.assemble((self._title, "bold $accent"), self._share(len(shown)))
        self.update(Content("\n").join((title, *lines)))

    def _share(self, shown: int) -> str:
        """Which of the choices are shown, and how to see more; empty where all are."""
        count = len(self._choices)
        if shown == count:
            return ""
        first, last = self._first + 1, self._first + shown
        return f"  {first} to {last} of {count}, {TURNING} shows more"


def _line(choices: Sequence[Choice]) -> Content:
    return Content.assemble(*(part for each in choices for part in _parts(*each)))


def _parts(key: str, title: str) -> Iterator[tuple[str, str] | str]:
    yield f"{key:>5}", "bold $accent"
    room = COLUMN - 7
    yield f" {cut(title, room):<{room}} "
