"""Reads what Textual writes: a frame goes into rows, all else is handed on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cablereader.app.terminal.cells import Cells
from cablereader.app.terminal.look import Looks
from cablereader.app.terminal.screen_rows import ScreenRows

# What Textual's compositor writes, most frequent first:
#   ESC[38;5;252;48;5;233mtext ESC[0m     a segment of a strip
#   ESC[5;1H                              the start of a region, the end of a frame
#   text                                  a segment without style
#   LF                                    between rows; the terminal adds the CR
TOKEN: Final = re.compile(
    r"""
      \x1b\[ (?P<codes>[\d;:]*) m (?P<styled>[^\x00-\x1f\x7f-\x9f]*) \x1b\[0?m
    | \x1b\[ (?P<line>\d{0,5}) (?: ;(?P<column>\d{0,5}) )? H
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

    def read(self, written: str) -> Iterator[str]:
        """Take some output; whole sequences only.

        Yields:
            Every sequence that is not part of a frame, at the moment when all that
            precedes it is in the rows.
        """
        screen, looks = self._screen, self._looks
        for match in TOKEN.finditer(written):
            kind = match.lastgroup
            if kind == "styled":
                self._put(match["styled"], looks.after(self._sign, match["codes"]))
                self._sign = looks.plain
            elif kind == "text":
                self._put(match["text"], self._sign)
            elif kind == "newline":
                screen.move(screen.row + 1, 0)
            elif kind == "sgr":
                self._sign = looks.after(self._sign, match["sgr"])
            elif kind == "other":
                screen.settle()
                yield match["other"]
            else:
                line, column = match["line"], match["column"]
                screen.move(_index(line), _index(column))
        screen.settle()

    def _put(self, text: str, sign: str) -> None:
        if text.isspace():
            sign = self._looks.of_blank(sign)
        if text:
            self._screen.put(self._cells.of_text(text), sign)


def _index(place: str | None) -> int:
    """A row or column counted from 0, of one counted from 1."""
    return max(int(place or 1) - 1, 0)
