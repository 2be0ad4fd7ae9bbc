"""Names in a text that is all in capitals, as far as they can be told there.

Where all is in capitals, no capital makes a name. What stands behind the title of a
person is one, and so is what is spelled as no English word is; nothing else is taken
for one. In mixed texts this finds a sixth of the names that capitals tell, those in
office first, and of ten words that it takes for names one is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cablereader.archive.words.folding import word_spans

OF_PERSONS: Final = """
    admiral ambassador archbishop ayatollah bishop brigadier captain chancellor colonel
    commander congressman emir fonmin general governor imam judge justice king
    lieutenant major mayor minister mr mrs ms mullah pope premier president prince
    princess professor queen senator senor shah shaykh sheikh sultan
"""
TITLES: Final = frozenset(OF_PERSONS.split())
"""Titles behind which the name of a person stands."""
ENDINGS: Final = """
    able age al ance ant ary ate ck cs ct ed ence ency ent er est ful ght hood ian ible
    ic ics ies ing ish ism ist ity ive ize less ly ment ments ness ors ory ous s ship
    sion st tion ty ure ward while
"""
ENGLISH: Final = tuple(ENDINGS.split())
"""Ends of words that are hardly ever names."""
PREFIXES: Final = frozenset({"anti", "mini", "multi", "quasi", "semi"})
"""Spelled like names, and are none."""
FOREIGN: Final = re.compile(r"(?:[iu]$|kh|zh|aa|q(?!u)|oglu$|enko$|shvili$|[oe]v$)")
"""Spelled as no word of plain English."""
PARTS: Final = 3
"""Words of a name."""
BETWEEN: Final = frozenset({" ", ". ", "-", "\n"})
"""What stands between the words of a title and a name."""


def shouted_names(text: str) -> Iterator[str]:
    """Words of a text that are names, in the form of the index; some several times.

    What is no telling word at all may be among them.
    """
    words = tuple(word_spans(text))
    for number, (word, _, _) in enumerate(words):
        if word in TITLES:
            yield from _named_behind(text, words, number)
        elif FOREIGN.search(word) and word not in PREFIXES:
            yield word


def _named_behind(
    text: str, words: Sequence[tuple[str, int, int]], title: int
) -> Iterator[str]:
    """The words behind a title, as long as nothing but a blank is between them."""
    end = words[title][2]
    for word, start, stop in words[title + 1 : title + 1 + PARTS]:
        if text[end:start] not in BETWEEN:
            return
        if word not in TITLES:
            if word.endswith(ENGLISH):
                return
            yield word
        end = stop
