"""The keys of bookmarks: sorted by the time they were made, unique without asking."""

from __future__ import annotations

import os
import time
from typing import Final

LETTERS: Final = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32, in which no sign looks like another."""
VALUES: Final = {letter: value for value, letter in enumerate(LETTERS)}
TIME_LETTERS: Final = 10
RANDOM_LETTERS: Final = 16
LAST_MOMENT: Final = 2**48 - 1


def new_key(after: str = "") -> str:
    """A key of 26 letters: the milliseconds since 1970, then chance (as a ULID).

    Args:
        after: Sorts before the new key even where the clock went back since.
    """
    moment = max(time.time_ns() // 1_000_000, moment_of(after) + 1)
    chance = int.from_bytes(os.urandom(5 * RANDOM_LETTERS // 8))
    return _spelled(moment, TIME_LETTERS) + _spelled(chance, RANDOM_LETTERS)


def moment_of(key: str) -> int:
    """The milliseconds since 1970 in a key; -1 for one that was not made here."""
    if len(key) != TIME_LETTERS + RANDOM_LETTERS or not VALUES.keys() >= set(key):
        return -1
    moment = 0
    for letter in key[:TIME_LETTERS]:
        moment = moment * len(LETTERS) + VALUES[letter]
    return moment if moment < LAST_MOMENT else -1


def _spelled(number: int, letters: int) -> str:
    return "".join(
        LETTERS[number >> 5 * place & 31] for place in reversed(range(letters))
    )
