"""Screens that are drawn when there is something to see on them, not before.

To draw panes that are still empty, once for each of the sizes that they go through,
is a tenth of the start; nobody can read anything there, and over a slow line it delays
what can be read.
"""

from __future__ import annotations

from typing import Final

from cablereader.app.command import Command
from cablereader.app.key_screen import KeyScreen, OwnKeys

PATIENCE: Final = 0.15
"""Seconds until it is drawn as it is, where a large archive is on a slow disk."""


class CurtainScreen(KeyScreen):
    """A screen behind a curtain, which is raised once and stays up."""

    def __init__(self, own_keys: OwnKeys, more: tuple[Command, ...] = ()) -> None:
        """A screen of keys as `KeyScreen` has it, the curtain down."""
        super().__init__(own_keys, more)
        self.is_hidden = True

    def on_mount(self) -> None:
        self.set_timer(PATIENCE, self._raise_curtain)

    def show_now(self) -> None:
        """Draw it as soon as all panes have the sizes that they will have."""
        if self.is_hidden:
            self.call_after_refresh(self._raise_curtain)

    def _raise_curtain(self) -> None:
        if self.is_hidden:
            self.is_hidden = False
            self.refresh()

    def _compositor_refresh(self) -> None:
        # Textual's own calls of it are the only place where all drawing comes by.
        if not self.is_hidden:
            super()._compositor_refresh()
