"""Habits of other programs, as far as the hint lines tell of them."""

from __future__ import annotations

from collections.abc import Mapping

from cablereader.app.part import Part


class Habits(Part):
    """Words for commands that do something else here than who is used to less knows."""

    def __init__(self, hints: Mapping[str, str]) -> None:
        """Hints by the ids of commands."""
        self._hints = hints

    @property
    def hints(self) -> Mapping[str, str]:
        return self._hints
