"""Cuts what comes from a terminal into keys, sequences and pastes.

What comes in pieces over a slow line is put together again; what a terminal answers to
questions (device attributes, colours, its name, the clipboard) is dropped whole, so
that no answer is ever taken for keys. What is unfinished is waited for, each for its
time, and then dropped; a lone escape then is the key. Alt with ``[ ] P X ^ _ O`` begins
such sequences too, so without a keyboard protocol these seven are no keys.
"""

from __future__ import annotations

import re
from math import inf
from typing import Final

from cablereader.model.frozen import frozen

ESC: Final = "\x1b"
PASTE_BEGINS: Final = "\x1b[200~"
PASTE_ENDS: Final = "\x1b[201~"

SEQUENCE: Final = re.compile(
    r"""
      \x1b\[ (?:
          \[ .                                  # linux: F1 to F5
        | M ...                                 # mouse, of old
        | \d\d?\$ (?![0-?\ -/]*y)               # rxvt: shift and a key
        | [0-?]{0,64} [\ -/]{0,4} [@-LN-Z\\-~]
        | [0-?]{1,64} M
      )
    | \x1bO [\d;]{0,8} [A-Za-z]
    | \x1b [^\[\]OPX^_\x1b]                     # alt and a character
    """,
    re.VERBOSE | re.DOTALL,
)
BEGUN: Final = re.compile(
    r"""
      \x1b (?: \[ (?: \[ | M .{0,2} | [0-?]* [\ -/]{0,4} )? | O [\d;]{0,8} )?
    """,
    re.VERBOSE | re.DOTALL,
)
STRING_BEGINS: Final = re.compile(r"\x1b[\]PX^_]")
STRING_ENDS: Final = re.compile(r"[\x07\x18\x1a]|\x1b\\|\x1b(?!\Z)")
# The rest of a sequence whose escape came so long before that it was taken for the key:
# an arrow, or an answer in full. Nobody types these in one go.
REST: Final = re.compile(
    r"\[[A-DFHZ]\Z|\[[0-?]{1,64}[ -/]{0,4}[@-~]|O[A-DFHP-S]\Z|[\]PX^_].{4}", re.DOTALL
)
# Of a terminal's answers those that Textual asks for: whether it knows synchronised
# updates and reports of its size. The mouse reports with ``<``.
ANSWER: Final = re.compile(r"\x1b\[(?:[?>=<].*|\d+;\d+R|\d*n)", re.DOTALL)
WANTED_ANSWER: Final = re.compile(
    r"\x1b\[(?:\?(?:2026|2048);\d\$y|<\d{1,4};-?\d{1,6};-?\d{1,6}[Mm])"
)
OUR_ANSWER: Final = re.compile(r"\x1b\[(?:0n|\?69;\d\$y)")
"""What the driver asks for: whether it is well, and whether it has margins."""
SEQUENCE_WAIT: Final = 0.5
"""Seconds for the rest of a sequence."""
LONG_WAIT: Final = 1.0
"""Seconds for the rest of a paste or of a string."""


@frozen
class Keys:
    """Characters that were typed."""

    text: str


@frozen
class Sequence:
    """A whole sequence: a key, the mouse, an answer that was asked for."""

    text: str


@frozen
class Paste:
    """Text that was pasted."""

    text: str


Piece = Keys | Sequence | Paste
ESCAPE: Final = Sequence(ESC)


class Replies:
    """Takes what comes, as it comes; holds what is unfinished."""

    def __init__(self, escape_wait: float) -> None:
        """Nothing came yet.

        Args:
            escape_wait: Seconds after which a lone escape is the key.
        """
        self._escape_wait = escape_wait
        self._held = ""
        self._paste: list[str] | None = None
        self._is_in_string = False
        self._was_escape = False

    @property
    def wait(self) -> float | None:
        """Seconds to wait for the rest; ``None`` when nothing is unfinished."""
        if self._paste is not None or self._is_in_string:
            return LONG_WAIT
        if self._held == ESC:
            return self._escape_wait
        return SEQUENCE_WAIT if self._held else None

    def give_up(self) -> list[Piece]:
        """What it was, when the rest did not come in time."""
        held, self._held = self._held, ""
        self._is_in_string = False
        if self._paste is not None:
            text, self._paste = "".join(self._paste) + held, None
            return [Paste(text)]
        self._was_escape = held == ESC
        return [ESCAPE] if held == ESC else []

    def feed(self, text: str, pause: float = inf) -> list[Piece]:
        """Take some text.

        Args:
            text: What came.
            pause: Seconds since anything came before.
        """
        if self._was_escape and pause < LONG_WAIT and REST.match(text):
            text = ESC + text
        self._was_escape = False
        text, self._held = self._held + text, ""
        pieces: list[Piece] = []
        at = 0
        while at < len(text):
            at = self._take(text, at, pieces)
        return pieces

    def _take(self, text: str, at: int, pieces: list[Piece]) -> int:
        """Take one piece; where the next one begins."""
        if self._paste is not None:
            return self._take_paste(text, at, self._paste, pieces)
        if self._is_in_string:
            return self._skip_string(text, at)
        if text[at] != ESC:
            stop = text.find(ESC, at)
            stop = stop if stop >= 0 else len(text)
            pieces.append(Keys(text[at:stop]))
            return stop
        return self._take_sequence(text, at, pieces)

    def _take_sequence(self, text: str, at: int, pieces: list[Piece]) -> int:
        if text.startswith(PASTE_BEGINS, at):
            self._paste = []
            return at + len(PASTE_BEGINS)
        if match := STRING_BEGINS.match(text, at):
            self._is_in_string = True
            return match.end()
        if match := SEQUENCE.match(text, at):
            if is_wanted(match[0]):
                pieces.append(Sequence(match[0]))
            return match.end()
        match = BEGUN.match(text, at)
        stop = match.end() if match else at + 1
        if stop == len(text):
            self._held = text[at:]
        elif stop == at + 1:
            pieces.append(ESCAPE)
        return stop

    def _take_paste(
        self, text: str, at: int, paste: list[str], pieces: list[Piece]
    ) -> int:
        stop = text.find(PASTE_ENDS, at)
        if stop >= 0:
            pieces.append(Paste("".join(paste) + text[at:stop]))
            self._paste = None
            return stop + len(PASTE_ENDS)
        sure = max(len(text) - len(PASTE_ENDS) + 1, at)
        paste.append(text[at:sure])
        self._held = text[sure:]
        return len(text)

    def _skip_string(self, text: str, at: int) -> int:
        match = STRING_ENDS.search(text, at)
        if match is None:
            self._held = ESC if text.endswith(ESC) else ""
            return len(text)
        self._is_in_string = False
        return match.start() if match[0] == ESC else match.end()


def is_wanted(sequence: str) -> bool:
    """Whether a sequence is no answer, or one that somebody asked for."""
    if not ANSWER.fullmatch(sequence):
        return True
    return any(each.fullmatch(sequence) for each in (WANTED_ANSWER, OUR_ANSWER))
