"""The bottom of the screen: where the reader is, what just happened, what is next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from cablereader.app.state.hints import Hint
from cablereader.present.cut import cut, cut_at_paths
from cablereader.present.visible import visible_line

WIDE: Final = 50
"""From so many columns on two blanks stand between hints; below, one does."""


class StatusLine(Static):
    """One line: the place in cable and queue, and the last action at its right end.

    What is said and does not fit beside the place has the line for itself, as in less
    and mutt, until nothing is said any more.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id, markup=False)
        self._place = ""
        self._said = ""

    def show_place(self, place: str) -> None:
        """Show where the reader is; plain text."""
        if place != self._place:
            self._place = place
            self._draw()

    def say(self, text: str) -> None:
        """Show what just happened, until something else does."""
        if text != self._said:
            self._said = visible_line(text)
            self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        width = self.size.width
        said = cut_at_paths(self._said, width - 2)
        room = width - cell_len(said) - 2
        alone = bool(said) and cell_len(self._place) > room
        place = "" if alone else cut(self._place, room)
        gap = 1 if alone else width - cell_len(place) - cell_len(said) - 1
        self.update(
            Content.assemble(
                (place, "$foreground"),
                " " * max(gap, 1),
                (said, "bold $accent"),
            ),
            layout=False,
        )


class HintLine(Static):
    """One or two lines of what can be done next, with the keys for it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id, markup=False)
        self._hints: tuple[Hint, ...] = ()
        self._last: tuple[Hint, ...] = ()

    def show(self, hints: Iterable[Hint], last: Iterable[Hint]) -> None:
        """Show as many hints as there is room for, the most wanted first.

        The ``last`` ones stand at the end of the bottom row, and go before all others;
        the very last one is always there.
        """
        self._hints, self._last = tuple(hints), tuple(last)
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        rows = self._rows(self.size.width, max(self.size.height, 1))
        self.update(Content("\n").join(rows), layout=False)

    def _rows(self, width: int, height: int) -> Iterator[Content]:
        """Filled rows of whole hints."""
        waiting = list(self._hints)
        gap = 2 if width >= WIDE else 1
        # A single row would be full of the last ones: how to leave is enough of them.
        last_ones = self._last if height > 1 else (*self._last[:1], *self._last[-1:])
        for row in range(height):
            ending = last_ones if row == height - 1 else ()
            very_last = tuple(ending[-1:] if gap > 1 else map(_short, ending[-1:]))
            room = width - _cells(very_last, gap)
            last = _taken(list(ending[:-1]), room, gap)
            fitting = _taken(waiting, room - _cells(last, gap), gap)
            shown = (*fitting, *last, *very_last)
            yield Content.assemble(*(_content(hint, gap) for hint in shown))


def _taken(waiting: list[Hint], room: int, gap: int) -> list[Hint]:
    """Take from the front what there is room for, in cells."""
    taken = []
    while waiting and _cells(waiting[:1], gap) <= room:
        taken.append(waiting.pop(0))
        room -= _cells(taken[-1:], gap)
    return taken


def _cells(hints: Iterable[Hint], gap: int) -> int:
    return sum(len(key) + len(word) + 1 + gap for key, word in hints)


def _short(hint: Hint) -> Hint:
    """The hint with the last of its words: ``? keys`` for ``? all keys``."""
    key, word = hint
    return key, word.rpartition(" ")[2]


def _content(hint: Hint, gap: int) -> Content:
    key, word = hint
    return Content.assemble(" ", (key, "bold $accent"), f" {word}", " " * (gap - 1))
