r"""Any text on one line, with nothing in it that cannot be seen, and back."""

from __future__ import annotations

import re
from typing import Final

LETTERS: Final = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t", "s": " "}
WRITTEN: Final = {ord(sign): f"\\{letter}" for letter, sign in LETTERS.items()}
ESCAPE: Final = re.compile(
    r"\\(?:([\\nrts])|u([0-9a-f]{4})|U(000[0-9a-f]{5}|0010[0-9a-f]{4}))"
)
SURROGATES: Final = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no file can hold."""


class _Written(dict[int, str]):
    """What each character is written as; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        width = 4 if code < 0x10000 else 8
        plain = chr(code)
        self[code] = (
            plain
            if plain.isprintable()
            else (f"\\{'u' if width == 4 else 'U'}{code:0{width}x}")
        )
        return self[code]


IN_A_WORD: Final = _Written(WRITTEN)
IN_A_TEXT: Final = _Written({**WRITTEN, ord(" "): " "})


def escaped(text: str, *, word: bool = False) -> str:
    r"""The text with backslashes before whatever would break the line.

    Args:
        text: Any.
        word: Whether a blank would end it. In a text, only the first and the last
            character must not be blank, because editors take such blanks away.
    """
    if word:
        written = text.translate(IN_A_WORD)
        return f"\\u0023{written[1:]}" if written.startswith("#") else written
    written = text.translate(IN_A_TEXT)
    if written.startswith(" "):
        written = f"\\s{written[1:]}"
    return f"{written[:-1]}\\s" if written.endswith(" ") else written


def unescaped(written: str) -> str:
    r"""The text that was written so.

    Raises:
        ValueError: If a backslash is before something that has no meaning.
    """
    pieces = []
    end = 0
    for match in ESCAPE.finditer(written):
        pieces += [written[end : match.start()], _character(match)]
        end = match.end()
    pieces.append(written[end:])
    if any("\\" in piece for piece in pieces[::2]):
        raise ValueError(written)
    return "".join(pieces)


def _character(match: re.Match[str]) -> str:
    letter, short, long = match.groups()
    character = LETTERS[letter] if letter else chr(int(short or long, 16))
    if SURROGATES.match(character):
        raise ValueError(match[0])
    return character
