"""OSC 52: the escape sequence that asks a terminal to fill its clipboard.

Nobody ever answers whether it did.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Final

MOST: Final = 74_994
"""Bytes of text; with more, several terminals drop it (100,000 when encoded)."""
MOST_OVER_MOSH: Final = 12_000
"""mosh 1.4 cuts at 16,379 encoded ones, and sends the broken rest on."""
PIECE: Final = 76
"""Bytes that GNU screen surely passes on in one device control string."""


def osc52(text: bytes) -> str:
    """The sequence for a terminal, or for tmux with ``set-clipboard on``."""
    return f"\x1b]52;c;{b64encode(text).decode()}\x1b\\"


def osc52_through_screen(text: bytes) -> str:
    """The sequence in pieces that GNU screen hands on to its own terminal.

    It ends with BEL, since the usual ending would end the piece around it.
    """
    whole = f"\x1b]52;c;{b64encode(text).decode()}\x07"
    starts = range(0, len(whole), PIECE)
    return "".join(f"\x1bP{whole[start : start + PIECE]}\x1b\\" for start in starts)
