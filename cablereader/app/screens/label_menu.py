"""The labels with a letter each: one key gives a label or takes it off."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from cablereader.present.visible import visible_line


class LabelMenu(ModalScreen[str]):
    """Shows labels by their keys; the answer is the label whose key was pressed."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        """Labels by key."""
        super().__init__()
        self._labels = labels

    def compose(self) -> ComposeResult:
        rows = [
            Content.assemble((f"{key}  ", "bold $accent"), visible_line(label))
            for key, label in self._labels.items()
        ]
        ending = Content(
            "any other key closes" if rows else "no labels yet: + gives one"
        )
        yield Static(Content("\n").join([*rows, ending]), id="question", markup=False)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        _ = self.dismiss(self._labels.get(event.character or ""))
