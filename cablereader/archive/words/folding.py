"""What a word is to the search: the one definition for index, query and highlight.

A word is a run of letters and digits; case and diacritics do not matter. SQLite's own
tokenizer is given text in which nothing is left to decide, so that all three agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import category, normalize

WORD: Final = re.compile("[^\x00-/:-`{-\x7f]+")
"""A word of folded text in lower case: digits, letters, and all that is not ASCII.

Said by what it is not, since a range up to U+10FFFF takes long to compile.
"""
LAST_LETTER: Final = "\U0010ffff"
"""Sorts behind all that a word may go on with."""


class _Folds(dict[int, str]):
    """What each character is searched as; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        marks = normalize("NFKD", chr(code)).casefold()
        letters = "".join(each for each in marks if category(each) != "Mn")
        fold = "".join(each if each.isalnum() else " " for each in letters)
        self[code] = fold
        return fold


FOLDS: Final = _Folds()
SURROGATE: Final = "[\ud800-\udfff]"
"""Half a character, which no file can hold."""


def storable(text: str) -> str:
    """The text with U+FFFD for what SQLite cannot hold; as long as before."""
    return text if text.isascii() else re.sub(SURROGATE, "\ufffd", text)


def fold(text: str) -> str:
    """The text as the index takes it: no diacritics, no signs but those of ASCII.

    Capitals of ASCII stay, because SQLite folds them faster.
    """
    return text if text.isascii() else text.translate(FOLDS)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in order, in the form that the index has them in."""
    return tuple(WORD.findall(fold(text).lower()))


def word_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word of a text with where it stands: offset of its first, and after it."""
    if text.isascii():
        for match in WORD.finditer(text.lower()):
            yield match[0], match.start(), match.end()
        return
    yield from _folded_spans(text)


def _folded_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """The same where one character may fold to several, or to none."""
    pieces: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text):
        piece = FOLDS[ord(character)].lower()
        pieces.append(piece)
        origins += [at] * len(piece)
    for match in WORD.finditer("".join(pieces)):
        yield match[0], origins[match.start()], origins[match.end() - 1] + 1
