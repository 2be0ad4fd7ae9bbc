"""A question that is answered with one key."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from cablereader.app.key_screen import key_name

ANSWERS: Final = "y yes   n no"


class Question(ModalScreen[bool]):
    """Asks something; y is yes, everything else that ends it is no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("y", "answer(True)", "Yes"),
        ("n,escape,ctrl+c,q,enter", "answer(False)", "No"),
    ]

    def __init__(self, text: str) -> None:
        """A question in plain words."""
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        yield Static(f"{self._text}   {ANSWERS}", id="question", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Say so of a key that is no answer."""
        if event.key not in self.active_bindings:
            told = f"{self._text}   {key_name(event)} is no answer: {ANSWERS}"
            self.query_one("#question", Static).update(told)

    def action_answer(self, yes: bool) -> None:
        _ = self.dismiss(yes)
