"""Whether a text can stand in a cable at all, by a glance at the strings as received.

To read a cable takes twenty times as long. The strings can say no only of a word that
is to stand as it is written, and not in capitals, because codes and ids are put in
form. What TAGS stand for is a text of the cable too, though it does not say it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from cablereader.archive.words.matching import tokens_of
from cablereader.explain.table import every
from cablereader.explain.tags import tag_meaning
from cablereader.model.frozen import frozen
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


@frozen
class Needed:
    """A word that a cable must have."""

    word: bytes
    tags: frozenset[str] = frozenset()
    """The TAGS that it gets the word from, if it has one of them."""


def can_stand(
    words: Iterable[Needed], strings: bytes, tags: Callable[[], Iterable[str]]
) -> bool:
    """Whether there may be all of some words in a cable.

    Args:
        words: That it must have.
        strings: Of the cable, as of `cablereader.archive.raw_text`.
        tags: Tells its TAGS; asked for a few words only.
    """
    return SCANNED in strings or all(
        needed.word in strings or not needed.tags.isdisjoint(needed.tags and tags())
        for needed in words
    )


@lru_cache(maxsize=16)
def words_needed(condition: Condition) -> tuple[Needed, ...]:
    """The words that a cable must have for a condition to hold."""
    return tuple(_words(condition))


def _words(condition: Condition, *, inside: bool = False) -> Iterator[Needed]:
    """The words, of a condition inside of one paragraph or not."""
    match condition:
        case Contains(field=field, pattern=pattern) if field in AS_WRITTEN:
            meaning = _tags_by_word() if field is None and not inside else {}
            for word in _of_pattern(pattern):
                yield Needed(word.encode("ascii"), meaning.get(word, frozenset()))
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
def _tags_by_word() -> Mapping[str, frozenset[str]]:
    """By each word that TAGS stand for: these TAGS."""
    codes: dict[str, set[str]] = {}
    for code in every("tags", "tags"):
        for token in tokens_of(tag_meaning(code)):
            codes.setdefault(token.written, set()).add(code)
    return {word: frozenset(each) for word, each in codes.items()}
