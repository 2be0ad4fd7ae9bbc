"""Acronyms and words of the trade in running text.

One pass over the words of a text, each looked up in a table: linear, whatever the
number of terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from cablereader.explain import table
from cablereader.explain.acronyms import REDACTED, governments, is_redaction, spellings
from cablereader.explain.context import Surroundings
from cablereader.explain.grammar import TOKEN
from cablereader.model.defect import Span

OBVIOUS: Final = frozenset(("AIDS", "CEO", "DC", "EU", "UK", "UN", "US", "USA", "VIP"))
"""Acronyms that no reader needs explained again and again."""
WORDS: Final = """
ACTA AI AID AL ARENA BIT CAR CHARGE CITES COIN COL COM COP DOC DOE DOT EPIC EST GEN GOB
GOD GOES GOO GOT ICE INFO IP LAS LEAHY LET MAJ MAP MAS MO NAM NED PA PACE PAN PARA PAS
PROTECT RAW SHAPE SIDE SMART START SWAT SWIFT TIDE TIP TRIPS WA WHO
"""
PLAIN_WORDS: Final = frozenset(WORDS.split())
"""What is a word like any other where all is written in capitals."""
SHOUTED: Final = 5
"""A text with fewer small letters than one in so many is all in capitals."""


def jargon_in(text: str, around: Surroundings) -> Iterator[tuple[str, Span]]:
    """The terms of a text that can be explained, each where it stands first.

    Args:
        text: Of a paragraph.
        around: Of its cable: what it spells out itself is explained too.

    Yields:
        The term as it stands in the text. What was cut out counts as one term, however
        many letters stand for it.
    """
    shouted = sum(map(str.islower, text)) * SHOUTED < len(text)
    seen: set[str] = set()
    after = 0
    for match in TOKEN.finditer(text):
        start, word = match.start(), match[0]
        if start < after:
            continue
        term = _phrase_at(text, start, word) or _term(word, around)
        key = REDACTED if is_redaction(term) else term
        if not term or key in seen or (shouted and term in PLAIN_WORDS):
            continue
        seen.add(key)
        after = start + len(term)
        yield term, Span(start, after)


def _phrase_at(text: str, start: int, first: str) -> str:
    """The term of several words that begins with a word; empty if none does."""
    for phrase in _phrases().get(first, ()):
        stop = start + len(phrase)
        if text.startswith(phrase, start) and not text[stop : stop + 1].isalnum():
            return phrase
    return ""


def _term(word: str, around: Surroundings) -> str:
    """A word if it can be explained; empty if it cannot, or need not be."""
    if word in OBVIOUS:
        return ""
    known = word in around.spelt_out or is_redaction(word) or is_term(word)
    return word if known else ""


def is_term(word: str, *, addressed: bool = False) -> bool:
    """Whether the tables have a word.

    Args:
        word: Without blanks; ``EUR/NB`` is one.
        addressed: Whether it stands in a line of addresses, where one letter can be a
            bureau.
    """
    if word in _words() or (addressed and word in spellings()):
        return True
    bureau, stroke, office = word.partition("/")
    return bool(stroke) and bureau in _bureaus() and office.isupper()


@cache
def _words() -> frozenset[str]:
    """The terms of one word; bureaus of one letter are so in address lines only."""
    lone = {term for term, facts in _terms() if facts.text("where")}
    return frozenset((*spellings(), *governments())) - lone


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """The terms of several words, by the first of them."""
    found: dict[str, tuple[str, ...]] = {}
    for term in spellings():
        first, blank, _ = term.partition(" ")
        if blank:
            found[first] = (*found.get(first, ()), term)
    return found


@cache
def _bureaus() -> frozenset[str]:
    return frozenset(
        term for term, facts in _terms() if facts.text("kind") == "office" and term[1:]
    )


def _terms() -> Iterator[tuple[str, table.Facts]]:
    yield from table.every("glossary", "terms").items()
