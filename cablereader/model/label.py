"""Labels, and the keys by which they are given."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_lowercase, digits
from typing import Final

KEYS: Final = ascii_lowercase + digits


def label_keys(labels: Iterable[str]) -> dict[str, str]:
    """A key for each label: a letter of its own that is free, the first one if it is.

    A label keeps its key when others are added behind it.

    Args:
        labels: Each once, the oldest first; those behind the 36th get none.

    Returns:
        The labels by their keys.
    """
    keys: dict[str, str] = {}
    for label in labels:
        own = (each for each in label.lower() if each in KEYS)
        free = (each for each in (*own, *KEYS) if each not in keys)
        if key := next(free, None):
            keys[key] = label
    return keys
