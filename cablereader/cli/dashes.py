"""Words that begin with a dash and are no options: ``-goat`` in a query.

argparse takes every word with a dash for an option, unless it is kept from seeing it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Final

GUARD: Final = "\0"
"""Stands before a guarded word; no word of a command line can have one in it."""
ENDS_OPTIONS: Final = "--"


def joined(words: Iterable[str], with_value: Container[str]) -> list[str]:
    """Words in which ``--query -goat`` is one, so that a value may have a dash.

    Args:
        words: As typed.
        with_value: Options that another word follows.
    """
    together: list[str] = []
    for word in words:
        if _excludes(word) and together and together[-1] in with_value:
            together[-1] = f"{together[-1]}={word}"
        else:
            together.append(word)
    return together


def guarded(words: Sequence[str]) -> list[str]:
    """Words of which no query's begins with a dash any more; ``--`` is gone."""
    end = words.index(ENDS_OPTIONS) if ENDS_OPTIONS in words else len(words)
    return [
        *(f"{GUARD}{word}" if _excludes(word) else word for word in words[:end]),
        *(f"{GUARD}{word}" for word in words[end + 1 :]),
    ]


def unguarded(words: Iterable[str]) -> list[str]:
    """The words as they were typed."""
    return [word.removeprefix(GUARD) for word in words]


def _excludes(word: str) -> bool:
    """Whether a word is a condition that must not hold: ``-origin:oslo``."""
    return word[:1] == "-" and word[1:2] not in ("", "-") and word != "-h"
