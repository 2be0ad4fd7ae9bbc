"""Which lines of a top go on with its list of references (format.md section 3.7).

What looks like the first line of a text may be one: a letter in parentheses is a
marking too, and a number at the start of a line may be the cable's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.parse.grammar import front as grammar
from cablereader.parse.grammar import scanned
from cablereader.parse.grammar import text as text_grammar
from cablereader.parse.posts import known_post

FAR: Final = 2
"""A letter so far from the last one may still be the next of a list."""
LOOKED_AT: Final = 40
"""Lines of the list so far in which its last letter or number is looked for."""
FIRST: Final = "1"
"""The number that a text begins with."""


def is_item(known: Sequence[str], words: str) -> bool:
    """Whether a line behind an empty one belongs to the list.

    Args:
        known: The lines of the list so far, its label included; at least one.
        words: Of the next line.
    """
    if grammar.NUMBER_MISSING.search(known[-1]) and grammar.SERIAL.match(words):
        return True
    if item := grammar.ITEM.match(words):
        return 0 < _step(known, item["letter"]) <= FAR
    if words[1:2] == " " and _step(known, words[0]) == 1:
        words = words[2:]
    return names_cable(words)


def names_cable(words: str) -> bool:
    """Whether a post and a number stand there, perhaps with a year before them."""
    named = grammar.NAMED.match(words)
    return named is not None and known_post(named["name"]) is not None


def is_lettered(known: Sequence[str], words: str) -> bool:
    """Whether the ``(C)`` that a line begins with is the letter behind B."""
    return _step(known, words[1]) == 1


def is_remark(rest: str) -> bool:
    """Whether a marking is a reference's, by the words behind it: none, or an item."""
    if rest[:1] in ("", ",", ";") or grammar.ITEM.match(rest):
        return True
    return names_cable(rest)


def is_serial(known: Sequence[str], words: str) -> bool:
    """Whether a number is that of the post which the line before ends with."""
    number = text_grammar.NUMBER.match(words)
    if number is None or number["point"] or number["number"] == FIRST:
        return False
    return bool(grammar.NUMBER_MISSING.search(known[-1]))


def is_listed(known: Sequence[str], words: str) -> bool:
    """Whether a number is the next one of a numbered list."""
    item = grammar.LISTED.match(words)
    if item is None:
        return False
    listed = grammar.LIST_NUMBERS.findall("\n".join(known[-LOOKED_AT:]))
    if not listed and any(map(str.isdigit, known[-1])):
        return False
    return int(item["number"]) == int(listed[-1] if listed else 0) + 1


def without_signs(words: str) -> str:
    """A line without what a scanner made of the pilcrow before its letter."""
    if lettered := scanned.ITEM_HEAD.match(words):
        return f"{lettered['letter'].upper()}{words[lettered.end() :]}"
    return scanned.ITEM_SIGNS.sub("", words, 1)


def _step(known: Sequence[str], letter: str) -> int:
    """How far a letter is from the last one of the list."""
    return ord(letter) - ord(_last_letter(known))


def _last_letter(known: Sequence[str]) -> str:
    """The last letter of the list; the sign before A without any."""
    letter = "@"
    for match in grammar.LETTERS.finditer("\n".join(known[-LOOKED_AT:])):
        letter = match["signed"] or match["bare"]
    return letter
