"""The names that somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

LONGEST: Final = 80
"""Characters of a name that are compared."""


def nearest(name: str, known: Iterable[str], *, most: int = 1) -> str:
    """``; did you mean …?`` with the nearest known names, or nothing.

    Args:
        name: What nobody knows.
        known: What there is.
        most: So many names at most, the nearest first.
    """
    return meant(nearest_names(name, known, most=most))


def nearest_names(
    name: str, known: Iterable[str], *, most: int = 1, share: float = 0.6
) -> Sequence[str]:
    """The nearest of the known names, the nearest first.

    Args:
        name: What nobody knows.
        known: What there is.
        most: So many names at most.
        share: How much of a name must be the same, from 0 to 1.
    """
    from difflib import get_close_matches  # noqa: PLC0415  # for mistakes only

    return get_close_matches(name[:LONGEST], sorted(set(known)), n=most, cutoff=share)


def meant(names: Sequence[str]) -> str:
    """``; did you mean a, b or c?``; nothing, where there is no name."""
    if not names:
        return ""
    *others, last = names
    listed = f"{', '.join(others)} or {last}" if others else last
    return f"; did you mean {listed}?"
