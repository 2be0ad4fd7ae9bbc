"""Slips of the operator's hand: one letter lost, added, wrong, or two swapped."""

from __future__ import annotations


def is_slip(word: str, meant: str) -> bool:
    """Whether ``word`` is ``meant`` but for one slip; no word is a slip of itself."""
    if word == meant or abs(len(word) - len(meant)) > 1:
        return False
    start = 0
    while start < min(len(word), len(meant)) and word[start] == meant[start]:
        start += 1
    here, there = word[start:], meant[start:]
    if len(here) != len(there):
        return here[1:] == there or here == there[1:]
    return here[1:] == there[1:] or (here[2:] == there[2:] and here[:2] == there[1::-1])
