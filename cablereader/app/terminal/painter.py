"""Takes what Textual writes, and gives what has to be sent to the terminal instead.

Frames are kept as rows until they are asked for, so that of several frames between two
looks at the line only the last one is ever sent. All else goes through untouched; what
might have changed the screen makes it unknown, and it is drawn again from then on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.app.terminal.abilities import Abilities
from cablereader.app.terminal.ansi_reader import AnsiReader, is_harmless
from cablereader.app.terminal.cells import Cells
from cablereader.app.terminal.frame_writer import FrameWriter
from cablereader.app.terminal.look import Looks
from cablereader.app.terminal.screen_rows import ScreenRows

SYNC_BEGINS: Final = "\x1b[?2026h"
SYNC_ENDS: Final = "\x1b[?2026l"
WORTH_SYNC: Final = 1000
"""Characters that surely arrive together; longer frames are synchronised updates."""
ARRIVE: Final = "\x1b[?1049h"
LEAVE: Final = "\x1b[?1049l"
"""To the screen that is ours, and back to the one that was there before."""
CLEAR: Final = "\x1b[m\x1b[H\x1b[2J"
"""In place of both, where the terminal has one screen only.

Also before we leave: GNU screen, as it comes, knows of two screens and shows one.
"""
MOST_LOOKS: Final = 0x8000
"""From so many on they are forgotten: signs stay below the surrogates."""


class Painter:
    """The screen as Textual wants it, and the terminal as it is."""

    def __init__(self, abilities: Abilities) -> None:
        """A screen of no size yet; see `resize`."""
        self._abilities = abilities
        self._screen = ScreenRows()
        self._is_synchronised = False
        self._is_away = False
        self._begin()

    def _begin(self) -> None:
        """Start with no looks and no clusters."""
        able = self._abilities
        cells = Cells()
        self._looks = Looks(colours=able.colours, resets_only=not able.ends_attributes)
        self._reader = AnsiReader(self._screen, self._looks, cells)
        self._writer = FrameWriter(self._looks, cells, able)

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        return self._screen.size

    def learn(self, abilities: Abilities) -> None:
        """Know from now on that the terminal is able to do more."""
        self._abilities = abilities
        self._writer.learn(abilities)

    def resize(self, columns: int, rows: int) -> None:
        """Go on with another size, and a terminal that may show anything."""
        self._screen.clear(columns, rows)
        self._writer.forget()

    def forget(self) -> None:
        """Draw all that is wanted again: somebody else may have written."""
        self._writer.forget()

    def take(self, written: str) -> Iterator[str]:
        """Take what Textual writes; whole sequences only.

        Yields:
            What has to be sent at once, in its order.
        """
        for sequence in self._reader.read(written):
            if sequence in {SYNC_BEGINS, SYNC_ENDS}:
                self._is_synchronised = True
            elif sequence in {ARRIVE, LEAVE}:
                yield self._changed_screen(sequence)
            elif not is_harmless(sequence):
                yield self._drawn() + self._writer.reset_look() + sequence
                self.resize(*self.size)
            elif self._abilities.takes(sequence):
                yield sequence

    def _changed_screen(self, sequence: str) -> str:
        """What takes us to the other screen; the rows are kept for when we are back."""
        reset = self._writer.reset_look()
        self._is_away = sequence == LEAVE
        self._writer.forget()
        if not self._abilities.takes(sequence):
            return reset + CLEAR
        return reset + (CLEAR if self._is_away else "") + sequence

    def _drawn(self, *, typing: bool = True) -> str:
        return "" if self._is_away else self._writer.frame(self._screen, typing=typing)

    def draw(self, *, typing: bool = True) -> str:
        """What makes the terminal show the last frame; empty when it does.

        Args:
            typing: Whether words are typed: then the cursor is where they are.
        """
        drawn = self._drawn(typing=typing)
        if self._is_synchronised and len(drawn) > WORTH_SYNC:
            drawn = SYNC_BEGINS + drawn + SYNC_ENDS
        if len(self._looks) > MOST_LOOKS:
            drawn += self._writer.reset_look()
            self._begin()
            self.resize(*self.size)
        return drawn
