"""Acronyms that a text spells out itself: ``Government of Norway (GON)``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.explain import grammar

MOST_WORDS: Final = 12
"""Before an acronym that may be what it stands for."""
FAR: Final = 120
"""Characters looked at before an acronym."""


def spelt_out(text: str) -> Iterator[tuple[str, str]]:
    """The acronyms of a text that stand in parentheses behind what they mean.

    Yields:
        Acronym and words. Letters of the acronym must be found in the words, in their
        order, the first at the beginning of one (after Schwartz and Hearst, 2003).
    """
    for match in grammar.IN_PARENTHESES.finditer(text):
        acronym = match["acronym"]
        before = text[max(match.start() - FAR, 0) : match.start()]
        words = " ".join(before.split()[-min(MOST_WORDS, 2 * len(acronym) + 1) :])
        if found := _long_form(acronym, words):
            yield acronym, found


def _long_form(acronym: str, words: str) -> str:
    """The end of ``words`` that the acronym stands for; empty if none does."""
    at = len(words)
    for place in range(len(acronym) - 1, -1, -1):
        letter = acronym[place].lower()
        if not letter.isalnum():
            continue
        at -= 1
        while at >= 0 and not _fits(words, at, letter, first=place == 0):
            at -= 1
        if at < 0:
            return ""
    found = words[at:].strip(" \"'(")
    return found if len(found) > len(acronym) + 2 and "(" not in found else ""


def _fits(words: str, at: int, letter: str, *, first: bool) -> bool:
    begins = at == 0 or not words[at - 1].isalnum()
    return words[at].lower() == letter and (begins or not first)
