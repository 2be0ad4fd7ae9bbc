"""Frames as Textual writes them, and what a terminal shows after some bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import pyte
from hypothesis import strategies as st

Cell: TypeAlias = tuple[object, ...]
Frame: TypeAlias = str

CODES = [
    "",
    "1",
    "3",
    "4",
    "7",
    "9",
    "1;4",
    "31",
    "97;44",
    "39;49",
    "38;5;252;48;5;233",
    "38;5;210;48;5;233",
    "1;38;5;252;48;5;233",
    "38;2;12;34;56;48;2;1;2;3",
    "48;5;233",
    "1;7;38;5;216;48;5;233",
    "38;5;252;48;5;247",
]
WORDS = ["Paris", "the", "embassy", "¶", "é", "──", "漢字", "e\u0301", "x", "of 12"]


def styled(text: str, codes: str) -> str:
    """A segment as Rich renders it."""
    return f"\x1b[{codes}m{text}\x1b[0m" if codes else text


def width(text: str) -> int:
    """Cells that one of our words, or blanks, take."""
    return len(text) + text.count("漢") + text.count("字") - text.count("\u0301")


@dataclass(frozen=True)
class Segment:
    text: str
    codes: str

    @property
    def cells(self) -> int:
        return width(self.text)

    def __str__(self) -> str:
        return styled(self.text, self.codes)


@st.composite
def lines(draw: st.DrawFn, columns: int) -> list[Segment]:
    """Segments that fill a row, as a strip does."""
    room, found = columns, []
    while room:
        words = [word for word in WORDS if width(word) <= room]
        blanks = st.integers(1, room).map(lambda count: " " * count)
        text = draw(blanks | st.sampled_from(words))
        found.append(Segment(text, draw(st.sampled_from(CODES))))
        room -= found[-1].cells
    return found


def at(row: int, column: int) -> str:
    """A cursor move as Textual writes it."""
    return f"\x1b[{row + 1};{column + 1}H"


def full_frame(rows: list[list[Segment]], cursor: tuple[int, int]) -> Frame:
    """A frame of all rows (a ``LayoutUpdate``)."""
    drawn = (at(y, 0) + "".join(map(str, row)) for y, row in enumerate(rows))
    return "\n".join(drawn) + at(*cursor)


@st.composite
def partial_frames(
    draw: st.DrawFn, rows: list[list[Segment]], columns: int
) -> tuple[Frame, list[list[Segment]]]:
    """A frame of some segments (a ``ChopsUpdate``), and the rows after it.

    A segment is overwritten by one or two that are as wide, so that no wide character
    is ever cut in two: what a terminal shows then is its own affair.
    """
    changed = [list(row) for row in rows]
    out = ""
    for _ in range(draw(st.integers(1, 4))):
        y = draw(st.integers(0, len(rows) - 1))
        index = draw(st.integers(0, len(changed[y]) - 1))
        x = sum(segment.cells for segment in changed[y][:index])
        new = draw(lines(changed[y][index].cells))
        changed[y][index : index + 1] = new
        out += at(y, x) + "".join(map(str, new))
        out += "\n" * draw(st.booleans()) if y < len(rows) - 1 else ""
    return out + at(*draw(places(len(rows), columns))), changed


def places(rows: int, columns: int) -> st.SearchStrategy[tuple[int, int]]:
    """Places for a cursor."""
    return st.tuples(st.integers(0, rows - 1), st.integers(0, columns - 1))


class Sides(pyte.Screen):
    """A screen that moves rows between two columns, too, as a VT420 does."""

    MODE = 69 << 5
    """As pyte writes a private mode."""

    def __init__(self, columns: int, rows: int) -> None:
        super().__init__(columns, rows)
        self.sides = slice(None)

    def set_sides(self, left: int = 1, right: int = 0) -> None:
        if self.MODE in self.mode:
            self.sides = slice(left - 1, right or None)
            self.cursor_position()

    def reset_mode(self, *modes: int, **kwargs: bool) -> None:
        super().reset_mode(*modes, **kwargs)
        if self.MODE not in self.mode:
            self.sides = slice(None)

    def delete_lines(self, count: int | None = None) -> None:
        self._between_sides(lambda: super(Sides, self).delete_lines(count))

    def insert_lines(self, count: int | None = None) -> None:
        self._between_sides(lambda: super(Sides, self).insert_lines(count))

    def _between_sides(self, move: Callable[[], None]) -> None:
        """Move whole rows, and put back what is not between the sides."""
        before = [dict(self.buffer[y]) for y in range(self.lines)]
        move()
        for y, row in enumerate(before):
            for x in {*range(self.columns)} - {*range(self.columns)[self.sides]}:
                self.buffer[y][x] = row.get(x, self.buffer[y].default)


class SidesStream(pyte.Stream):
    events = pyte.Stream.events | {"set_sides"}

    def __init__(self, screen: Sides) -> None:
        self.csi = {**self.csi, "s": "set_sides"}
        super().__init__(screen)


class Display:
    """What a terminal shows; pyte is the judge."""

    def __init__(self, columns: int, rows: int) -> None:
        self.screen = Sides(columns, rows)
        self.stream = SidesStream(self.screen)
        self.feed("\x1b[?7l")

    def feed(self, text: str) -> None:
        self.stream.feed(text)

    def feed_cooked(self, text: str) -> None:
        """Feed what a terminal line with ``onlcr`` makes of it, as Textual's has."""
        self.feed(text.replace("\n", "\r\n"))

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)

    @property
    def seen(self) -> list[list[Cell]]:
        """What is seen: of a blank, only what a blank shows."""
        screen = self.screen
        return [
            [seen_cell(screen.buffer[y][x]) for x in range(screen.columns)]
            for y in range(screen.lines)
        ]

    @property
    def cursor(self) -> tuple[int, int]:
        return self.screen.cursor.y, min(self.screen.cursor.x, self.screen.columns - 1)


def seen_cell(char: pyte.screens.Char) -> Cell:
    lines = (char.underscore, char.strikethrough, char.reverse)
    if char.data == " " and not any(lines):
        return (" ", char.bg)
    return (char.data, char.fg, char.bg, char.bold, char.italics, char.blink, *lines)
