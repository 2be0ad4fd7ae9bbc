"""Signs for terminals that have none but those of ASCII: ``symbols: ascii``."""

from __future__ import annotations

from typing import Final

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

SIGNS: Final = {
    "-": "─┄┈╌–—‒―−▔",
    "_": "▁▂",
    "=": "━═┅┉╍",
    "|": "│┆┊╎▏▕",
    "#": "┃║▌▐█▀▄■▊▋▉▎▍¶",
    "+": "┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛╞╡",
    "~": "…",
    ".": "·",
    "*": "•●★☆",
    ">": "→▶►›»",
    "<": "←◀◄‹«",
    "^": "↑▲",
    "v": "↓▼",
    "/": "╱",
    "'": "‘’",
    '"': "“”",
    "?": "\ufffd",
}
"""What stands for signs of one cell each: the program draws the first ones."""
PLAIN: Final = str.maketrans(
    {
        **{sign: plain for plain, signs in SIGNS.items() for sign in signs},
        **{chr(0x2400 + code): "?" for code in range(0x22)},
    }
)


class PlainSigns(LineFilter):
    """Draws every line in signs of ASCII; letters of other alphabets stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # the signature is Textual's
        if all(text.isascii() for text, _, _ in segments):
            return segments
        return [
            Segment(text.translate(PLAIN), style, control)
            for text, style, control in segments
        ]
