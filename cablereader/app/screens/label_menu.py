"""The labels with a letter each: one key gives a label or takes it off."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from cablereader.present.cut import cells_of, cut
from cablereader.present.visible import visible_line

NAME: Final = 18
"""Cells of a label."""
FRAME: Final = 10
"""Rows that the menu leaves to its frame and to what is around it."""


class LabelMenu(ModalScreen[str]):
    """Shows labels by their keys; the answer is the label whose key was pressed."""

    def __init__(
        self,
        labels: Mapping[str, str],
        counts: Mapping[str, int],
        given: Collection[str],
    ) -> None:
        """A menu of labels.

        Args:
            labels: By key.
            counts: How many cables have each.
            given: Those that the cables have that are meant.
        """
        super().__init__()
        self._labels = labels
        self._counts = counts
        self._given = given

    def compose(self) -> ComposeResult:
        rows = [self._row(key, label) for key, label in self._labels.items()]
        tall = max(self.app.size.height - FRAME, 1)
        lines = (Content("   ").join(rows[line::tall]) for line in range(tall))
        ending = "any other key closes; + gives a new one"
        if not rows:
            ending = "no labels yet: + gives one"
        content = Content("\n").join([*filter(None, lines), Content(ending)])
        yield Static(content, id="question", markup=False)

    def _row(self, key: str, label: str) -> Content:
        given = "x" if label in self._given else " "
        count = self._counts.get(label, 0)
        name = cut(visible_line(label), NAME)
        padded = name + " " * (NAME - cells_of(name))
        return Content.assemble(
            (f"{key}  ", "bold $accent"), f"[{given}] {count:>7,}  {padded}"
        )

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        _ = self.dismiss(self._labels.get(event.character or ""))
