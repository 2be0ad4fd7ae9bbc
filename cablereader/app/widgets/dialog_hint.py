"""The last line of a dialog: its keys, as many as there is room for."""

from __future__ import annotations

from typing import Final

from textual.widgets import Static

GAP: Final = "  "
EDITING: Final = "Enter saves  Esc leaves it as it was"
"""While a line of a dialog is edited, whose other keys are letters then."""


class DialogHint(Static):
    """Whole hints only: those before the last one go first, which is how to leave."""

    def __init__(self, text: str, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        """Hints with two blanks or more between them."""
        super().__init__(id=id, markup=False)
        self._hints = _hints(text)
        self._told = ""

    def show(self, text: str) -> None:
        """Show other hints from now on."""
        self._hints = _hints(text)
        self._draw()

    def tell(self, text: str) -> None:
        """Show something before the hints; nothing takes it away."""
        if text != self._told:
            self._told = text
            self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        told = (self._told,) if self._told else ()
        self.update(GAP.join(fitting((*told, *self._hints), self.content_size.width)))


def _hints(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split("  ") if each.strip())


def fitting(hints: tuple[str, ...], width: int) -> tuple[str, ...]:
    """As many hints as fit in so many cells, always with the last of them."""
    *others, last = hints
    while others and len(GAP.join((*others, last))) > width:
        others.pop()
    return (*others, last)
