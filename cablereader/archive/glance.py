"""Whether a text can stand in a cable at all, by a glance at the strings as received.

To read a cable takes twenty times as long. The strings can say no only of a word that
is to stand as it is written, and that no cable gets from elsewhere: not in capitals,
because codes and ids are put in form, and none of the words that TAGS stand for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from cablereader.archive.matching import tokens_of
from cablereader.explain.table import every
from cablereader.model.query import (
    And,
    AtLeast,
    Condition,
    Contains,
    InParagraph,
    Match,
    Near,
    Pattern,
    Word,
)

AS_WRITTEN: Final = frozenset({None, "subject", "body"})
"""Fields whose words all stand in the strings."""
SCANNED: Final = b'"scanned": true'
"""In the strings of an OCR'd page: its words are mended when it is read."""


def can_stand(words: tuple[bytes, ...], strings: bytes) -> bool:
    """Whether there may be a cable with some words, as of `written_words`.

    Args:
        words: That it must have.
        strings: Of the cable, as of `cablereader.archive.packing`.
    """
    return all(map(strings.__contains__, words)) or SCANNED in strings


@lru_cache(maxsize=16)
def written_words(condition: Condition) -> tuple[bytes, ...]:
    """The words that the strings of a cable must have for a condition to hold."""
    return tuple(word.encode("ascii") for word in _words(condition))


def _words(condition: Condition, *, inside: bool = False) -> Iterator[str]:
    """The words, of a condition inside of one paragraph or not."""
    match condition:
        case Contains(field=field, pattern=pattern) if field in AS_WRITTEN:
            by_tags = field is None and not inside
            unsaid = _meanings() if by_tags else frozenset()
            yield from (each for each in _of_pattern(pattern) if each not in unsaid)
        case InParagraph(condition=inner):
            yield from _words(inner, inside=True)
        case And(parts=parts):
            for part in parts:
                yield from _words(part, inside=inside)


def _of_pattern(pattern: Pattern) -> Iterator[str]:
    match pattern:
        case AtLeast(count=count, text=text) if count:
            yield from _of_pattern(text)
        case Near(left=left, right=right):
            yield from _of_pattern(left)
            yield from _of_pattern(right)
        case Word(text=text, match=Match.CASED):
            words = (token.written for token in tokens_of(text))
            yield from filter(_is_plain, words)
        case _:
            return


def _is_plain(word: str) -> bool:
    return word.isascii() and word.isalpha() and not word.isupper()


@cache
def _meanings() -> frozenset[str]:
    """The words that TAGS stand for, which cables with those TAGS need not say."""
    tags = every("tags", "tags").values()
    return frozenset(
        token.written for facts in tags for token in tokens_of(facts.text("meaning"))
    )
