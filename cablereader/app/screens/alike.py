"""Cables of the same story as one, each with the reason why it is there."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.app.widgets.pick_list import PickList
from cablereader.model.likeness import Likeness
from cablereader.present.likeness import likeness_lines, likeness_row
from cablereader.present.visible import visible_line


class Alike(FilterScreen[str]):
    """One row a cable, best first; below them all that is said of the current one."""

    HINT = "type to filter   Up Down move   Enter opens   Esc closes"

    def __init__(
        self, cable_id: str, likenesses: Sequence[Likeness], width: int
    ) -> None:
        """Cables like one, best first; ``width`` is of the screen, in cells."""
        self._title = f"Perhaps the same story as {visible_line(cable_id)}"
        self._lines = {
            each.entry.cable_id: "\n".join(likeness_lines(each)) for each in likenesses
        }
        super().__init__(
            [
                (f"{name} {lines}".lower(), name, likeness_row(each, width))
                for each, (name, lines) in zip(
                    likenesses, self._lines.items(), strict=True
                )
            ]
        )

    @property
    def heading(self) -> str:
        nothing = ": no cable shares what is rare"
        return self._title if self._lines else f"{self._title}{nothing}"

    def compose_below(self) -> ComposeResult:
        yield Static("", id="reason", markup=False)

    def narrowed(self) -> None:
        self.show_reason()

    @on(PickList.Moved)
    def show_reason(self) -> None:
        """Show why the current cable is there."""
        lines = self._lines.get(self.current or "", "")
        self.query_one("#reason", Static).update(lines)
