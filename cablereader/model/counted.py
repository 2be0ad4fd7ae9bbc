"""How many of something there are, in words."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """A count and what is counted: ``1 cable``, ``1,153 cables``.

    Args:
        count: How many there are.
        noun: What one of them is called; several of them have an s behind it.
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
