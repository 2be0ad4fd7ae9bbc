"""The name that somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """``; did you mean …?`` with the nearest known name, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415  # for mistakes only

    found = get_close_matches(name[:80], sorted(known), n=1)
    return f"; did you mean {found[0]}?" if found else ""
