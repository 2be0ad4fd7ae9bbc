"""Regular expressions that somebody types: none that could search for ever.

A search within one text cannot be given up, and stops all else meanwhile. What makes it
long are repeats: one inside another doubles the ways with each letter, and one after
another multiplies them. The former is refused; of the latter there may be two, and the
texts are looked at up to a length.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from functools import lru_cache
from typing import Final

MOST_REPEATS: Final = 2
MOST_OPTIONS: Final = 8
FEW: Final = 3
"""Times that something may be repeated without counting as a repeat."""
LONGEST: Final = (None, 20_000, 1_000)
"""Characters that are looked at, by the number of repeats."""
PIECE: Final = re.compile(
    r"""
      (?P<set> \[ \^? \]? (?: [^\]\\] | \\. )* \] )
    | (?P<open> \( (?: \?P?<?[:=!]? (?: [a-zA-Z_]\w* > )? )? )
    | (?P<close> \) )
    | (?P<either> \| )
    | (?P<repeat> [*+] | \{ \d* ,? (?P<most> \d* ) \} )
    | (?P<option> \? )
    | (?: \\. | . )
    """,
    re.VERBOSE | re.DOTALL,
)


class ExpressionError(ValueError):
    """An expression that is none, or that could search for ever; says what to do."""


class _Repeats:
    """Counts the repeats of an expression while its pieces are read."""

    def __init__(self) -> None:
        self.repeats = self.options = 0
        self._open = [False]
        """Whether each group that is open has ways that differ."""
        self._last = False
        """The same of what was read last."""

    def take(self, piece: re.Match[str]) -> None:
        """The next piece."""
        kind = piece.lastgroup if piece.lastgroup != "most" else "repeat"
        last, self._last = self._last, False
        match kind:
            case "open":
                self._open.append(False)
            case "close" if len(self._open) > 1:
                self._last = self._open.pop()
                self._open[-1] |= self._last
            case "either":
                self._open[-1] = True
            case "repeat" if last or not _is_short(piece):
                self._repeat(inner=last)
            case "option" if not last:
                self.options += 1
                self._open[-1] = True

    def _repeat(self, *, inner: bool) -> None:
        if inner:
            raise ExpressionError(
                "a repeat of what is itself a repeat or a choice may search for ever;"
                " write it without the outer one"
            )
        self.repeats += 1
        self._open[-1] = self._last = True


def _is_short(piece: re.Match[str]) -> bool:
    """Whether a repeat is of a few times, and always as many."""
    text = piece[0]
    return text.startswith("{") and "," not in text and int(piece["most"] or 0) <= FEW


@lru_cache(maxsize=16)
def matcher(expression: str) -> Callable[[str], bool]:
    """Whether a text has what an expression says, in capitals or not.

    Raises:
        ExpressionError: If it is none, or could search for ever.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a later Python may understand
            search = re.compile(expression, re.IGNORECASE).search
    except (re.error, OverflowError, RecursionError) as error:
        raise ExpressionError(str(error)) from error
    repeats = _Repeats()
    for piece in PIECE.finditer(expression):
        repeats.take(piece)
    if repeats.repeats > MOST_REPEATS or repeats.options > MOST_OPTIONS:
        raise ExpressionError(
            f"at most {MOST_REPEATS} repeats (* + {{}}) and {MOST_OPTIONS} options (?),"
            " as more may search for ever; several conditions beside each other may"
            " have some each"
        )
    longest = LONGEST[repeats.repeats]
    return lambda text: search(text[:longest]) is not None
