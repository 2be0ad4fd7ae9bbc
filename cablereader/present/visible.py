"""Text from documents, made safe for a terminal: the only way to the screen.

Every string that does not come from our own source (documents, file names, the
reader's files) passes through here before it is printed or shown.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

INVISIBLE: Final = frozenset(
    (0x34F, 0x115F, 0x1160, 0x2800, 0x3164, *range(0xFE00, 0xFE10))
)
"""Printable by name, but drawn as nothing."""
MOST_COMBINING: Final = 4
"""So many combining marks stay in a row; more would draw over other lines."""


class _Marks(dict[int, str]):
    """What each character is shown as; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        from unicodedata import category  # noqa: PLC0415  # most texts need none

        character = chr(code)
        if code < 0x20:
            shown = chr(0x2400 + code)
        elif code == 0x7F:
            shown = "\u2421"
        elif category(character) == "Zs":
            shown = " "
        elif code in INVISIBLE or not character.isprintable():
            shown = "\ufffd"
        else:
            shown = character
        self[code] = shown
        return shown


MARKS: Final = _Marks({0x0A: "\n", 0x09: "    "})
COMBINING: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e31-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)


def visible(text: str) -> str:
    """The text with every control character as a visible one-cell mark.

    Newlines stay and tabs become four spaces. Other C0 controls and DEL become their
    control pictures (U+2400 and up); C1 controls, bidi and zero-width marks,
    surrogates, private and unassigned characters U+FFFD; other blanks a space.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return uncrowded(text.translate(MARKS))


def uncrowded(text: str) -> str:
    """The text with a few combining marks in a row at most."""
    return text if text.isascii() else _run_of_combining().sub(r"\1", text)


@cache  # not a constant: slow to compile, and most texts need none
def _run_of_combining() -> re.Pattern[str]:
    return re.compile(f"([{COMBINING}]{{{MOST_COMBINING}}})[{COMBINING}]+")


def visible_line(text: str) -> str:
    """The same on one line: newlines become spaces."""
    return visible(text.replace("\n", " "))


def spelled(text: str) -> str:
    """The same, where what nobody can see is named: ``<U+2028>``."""
    return visible_line("".join(map(_spelled_sign, text)))


def _spelled_sign(character: str) -> str:
    hidden = MARKS[ord(character)] == "\ufffd" != character
    return f"<U+{ord(character):04X}>" if hidden else character
