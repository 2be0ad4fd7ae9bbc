"""Reads what Textual writes: a frame goes into rows, all else is handed on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cablereader.app.terminal.cells import Cells
from cablereader.app.terminal.look import Looks
from cablereader.app.terminal.screen_rows import ScreenRows

MOVE: Final = re.compile(r"\x1b\[(\d{0,5})(?:;(\d{0,5}))?H")
# What Textual's compositor writes after a move, most frequent first:
#   ESC[38;5;252;48;5;233mtext ESC[0m     a segment of a strip
#   text                                  a segment without style
#   LF                                    between rows; the terminal adds the CR
TOKEN: Final = re.compile(
    r"""
      \x1b\[ (?P<codes>[\d;:]*) m (?P<styled>[^\x00-\x1f\x7f-\x9f]*) \x1b\[0?m
    | (?P<text>[^\x00-\x1f\x7f-\x9f]+)
    | (?P<newline>\r?\n)
    | \x1b\[ (?P<sgr>[\d;:]*) m
    | (?P<other>
          \x1b\[ [0-?]* [ -/]* [@-~]
        | \x1b [\]PX^_] [^\x07\x1b]* (?: \x07 | \x1b\\ )
        | \x1b [ -/]* [0-~]
        | .
      )
    """,
    re.VERBOSE | re.DOTALL,
)
MOST_RUNS: Final = 250
"""So many runs are kept read, as many as a large screen has: most are written again
with the next frame."""
# Modes, the keyboard protocol, questions, the cursor's shape, strings (clipboard,
# title, pointer), the bell: none of them changes a cell. Of the modes those of the
# other screen (47, 1047, 1049), of 132 columns (3) and of origins (6) do.
HARMLESS: Final = re.compile(
    r"""
      \x1b\[ \? (?! (?: 3 | 6 | 47 | 1047 | 1049 ) [hl] ) \d+ [hl]
    | \x1b\[ \? \d+ \$p
    | \x1b\[ [<>=] \d* u
    | \x1b\[ \d*\ q
    | \x1b [\]P^_] .*
    | \x07
    """,
    re.VERBOSE | re.DOTALL,
)


def is_harmless(sequence: str) -> bool:
    """Whether a sequence certainly changes nothing that is seen in the cells."""
    return HARMLESS.fullmatch(sequence) is not None


class AnsiReader:
    """Writes Textual's frames to a screen."""

    def __init__(self, screen: ScreenRows, looks: Looks, cells: Cells) -> None:
        """A reader that begins with no colours in force."""
        self._screen = screen
        self._looks = looks
        self._cells = cells
        self._sign = looks.plain
        self._runs: dict[str, tuple[str, str]] = {}

    def read(self, written: str) -> Iterator[str]:
        """Take some output; whole sequences only.

        Yields:
            Every sequence that is not part of a frame, at the moment when all that
            precedes it is in the rows.
        """
        first, *more = MOVE.split(written)
        yield from self._read_run(first)
        moves = iter(more)
        for line, column, run in zip(moves, moves, moves, strict=True):
            self._screen.move(_index(line), _index(column))
            yield from self._read_run(run)
        self._screen.settle()

    def _read_run(self, run: str) -> Iterator[str]:
        """Read what follows a move, up to the next one."""
        segments = run.rstrip("\n")
        if self._sign != self._looks.plain:
            yield from self._read_tokens(segments)
        elif cells := self._runs.get(segments) or self._read_segments(segments):
            self._screen.put(*cells)
        else:
            yield from self._read_tokens(segments)
        for _ in run[len(segments) :]:
            self._screen.move(self._screen.row + 1, 0)

    def _read_segments(self, segments: str) -> tuple[str, str] | None:
        """Cells and their looks; ``None`` when there is anything else among them."""
        texts: list[str] = []
        looks: list[str] = []
        for match in TOKEN.finditer(segments):
            kind = match.lastgroup
            if kind not in {"styled", "text"}:
                return None
            text = self._cells.of_text(match[kind])
            texts.append(text)
            looks.append(self._sign_of(text, match["codes"] or "") * len(text))
        cells = "".join(texts), "".join(looks)
        if len(self._runs) >= MOST_RUNS:
            self._runs.clear()
        self._runs[segments] = cells
        return cells

    def _read_tokens(self, run: str) -> Iterator[str]:
        for match in TOKEN.finditer(run):
            kind = match.lastgroup
            if kind == "other":
                self._screen.settle()
                yield match[kind]
            elif kind == "newline":
                self._screen.move(self._screen.row + 1, 0)
            elif kind == "sgr":
                self._sign = self._looks.after(self._sign, match[kind])
            else:
                text = self._cells.of_text(match[kind or 0])
                sign = self._sign_of(text, match["codes"] or "")
                self._screen.put(text, sign * len(text))
                if kind == "styled":
                    self._sign = self._looks.plain

    def _sign_of(self, text: str, codes: str) -> str:
        """How text looks after some codes; of blanks only what they show."""
        sign = self._looks.after(self._sign, codes) if codes else self._sign
        return self._looks.of_blank(sign) if text.isspace() else sign


def _index(place: str | None) -> int:
    """A row or column counted from 0, of one counted from 1."""
    return max(int(place or 1) - 1, 0)
