"""What can follow a prefix key, shown as soon as it is pressed."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from cablereader.app.state.keymap import Keymap, Pending
from cablereader.app.terminal.driver import keys_wait
from cablereader.present.cut import cut

COLUMN = 38
"""Cells of one choice."""


class KeyPopup(Static):
    """A small box above the status line with the keys that can come next."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id, markup=False)
        self.display = False

    def show(self, keymap: Keymap, pending: Pending) -> None:
        """Show the choices after the pending keys; nothing where there is no prefix.

        Nobody is shown what they chose already: nothing is laid out for that.
        """
        if pending.keys and keys_wait(self.app):
            return
        self.display = bool(pending.keys)
        if not pending.keys:
            return
        choices = sorted(keymap.choices(pending), key=lambda choice: choice[0].lower())
        columns = max((self.app.size.width - 4) // COLUMN, 1)
        rows = -(-len(choices) // columns)
        lines = [Content.assemble((f"{pending} …", "bold $accent"))]
        for row in range(rows):
            cells = choices[row::rows]
            lines.append(
                Content.assemble(
                    *(
                        part
                        for key, title in cells
                        for part in (
                            (f"{key:>5}", "bold $accent"),
                            f" {cut(title, COLUMN - 7):<{COLUMN - 7}} ",
                        )
                    )
                )
            )
        self.update(Content("\n").join(lines))
