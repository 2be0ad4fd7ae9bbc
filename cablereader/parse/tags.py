"""The TAGS line (format.md section 3.5; 5 FAH-3 H-010)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from cablereader.parse.grammar import fields as grammar

LONGEST_CODE: Final = 5
"""Letters of a code; a longer word between commas belongs to its neighbour."""


def read_tags(lines: Sequence[str]) -> tuple[tuple[str, ...], str | None]:
    """The codes, each once, in capitals, in order; and the field as written.

    Several words between two commas are one tag where they are no codes
    (``RICE CONDOLEEZZA``); on a line without commas each word is one.
    """
    if not lines:
        return (), None
    first = grammar.TAGS.sub("", lines[0], count=1)
    written = [first, *lines[1:]]
    tags = dict.fromkeys(tag for line in written for tag in _tags_of(line.upper()))
    return tuple(tags), " ".join(" ".join(written).split()) or None


def _tags_of(line: str) -> Iterator[str]:
    if "(" in line:
        line = _without_inner_commas(line)
    if "," not in line and ";" not in line:
        yield from _clean(grammar.TAG_SEPARATOR.sub(" ", line).split())
        return
    for group in grammar.TAG_SEPARATOR.split(line):
        words = group.split()
        if all(len(word) <= LONGEST_CODE for word in words):
            yield from _clean(words)
        else:
            yield from _clean([" ".join(words)])


def _without_inner_commas(line: str) -> str:
    """``OVIP (CLINTON, HILLARY), AE`` with one tag between the parentheses.

    A name's short words are held together by a sign that is no part of a tag.
    """
    before, _, rest = line.partition("(")
    inside, closed, after = rest.partition(")")
    if not closed:
        return line
    joint = "_" if before.strip() else " "
    return f"{before},{joint.join(inside.replace(',', ' ').split())},{after}"


def _clean(words: Iterable[str]) -> Iterator[str]:
    return filter(None, map(_tag, words))


@lru_cache(maxsize=1024)
def _tag(word: str) -> str:
    return " ".join(grammar.TAG.sub(" ", word).strip(" -").split())
