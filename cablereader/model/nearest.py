"""The names that somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], *, most: int = 1) -> str:
    """``; did you mean …?`` with the nearest known names, or nothing.

    Args:
        name: What nobody knows.
        known: What there is.
        most: So many names at most, the nearest first.
    """
    from difflib import get_close_matches  # noqa: PLC0415  # for mistakes only

    found = get_close_matches(name[:80], sorted(set(known)), n=most)
    if not found:
        return ""
    *others, last = found
    names = f"{', '.join(others)} or {last}" if others else last
    return f"; did you mean {names}?"
