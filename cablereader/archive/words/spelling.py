"""Words that look like one that an archive does not have, the likeliest first.

A slip is a letter too many, a letter too few, another letter, or two letters in each
other's place. Most leave the beginning of a word as it is, so that only the words that
begin alike are compared; of slips in the beginning itself, each is tried.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import chain
from string import ascii_lowercase
from typing import Final

from cablereader.archive.words.folding import LAST_LETTER

ALIKE: Final = 3
"""Letters at the beginning that most misspelt words share with the right one."""
SHORTEST: Final = 3
"""Letters of a word that can be misspelt: shorter ones are like too many others."""
TWO_SLIPS: Final = 6
"""Letters of a word in which there may be two slips."""
RARER: Final = 50
"""Times that a slip is rarer than the word itself, where somebody made it before."""
TERMS: Final = "SELECT term, doc FROM gist_term WHERE term"
"""Terms of the index of whole cables, and how many cables have them."""
COLUMN_TERMS: Final = "SELECT term, doc FROM front_term WHERE col = '{}' AND term"
"""The same of one column of the index of what stands above the text."""
FRONT_TERM: Final = """
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.front_term
    USING fts5vocab (main, front, col)
"""


class Spelling:
    """The words of an archive, or of one field of it."""

    def __init__(
        self,
        db: sqlite3.Connection,
        *,
        mark: str = "",
        column: str | None = None,
        whole: bool = True,
    ) -> None:
        """Ask for words.

        Args:
            db: Of the archive.
            mark: What stands before the words that are meant, as of
                `cablereader.archive.words.term`.
            column: The column of the index of what stands above the text that the words
                are in, where the index of whole cables does not have them.
            whole: Whether they are words, and not whole names without blanks, of which
                one types the beginning only.
        """
        self._db = db
        self._mark = mark
        self._whole = whole
        self._select = COLUMN_TERMS.format(column) if column else TERMS
        if column:
            db.execute(FRONT_TERM)

    def has(self, word: str, *, as_beginning: bool) -> bool:
        """Whether the word is there, or one that begins like it."""
        first = self._mark + word
        last = first + LAST_LETTER if as_beginning else first
        found = self._db.execute(
            f"{self._select} BETWEEN ? AND ? LIMIT 1", (first, last)
        )
        return found.fetchone() is not None

    def nearest(self, word: str, most: int) -> tuple[str, ...]:
        """Other words that may have been meant: those with the fewest slips, by use.

        Args:
            word: Folded, as of `words.folding`; a number is no slip.
            most: So many at most.
        """
        if len(word) < SHORTEST or not word.isalpha():
            return ()
        most_slips = 2 if len(word) >= TWO_SLIPS else 1
        found = dict(self._like(word, most_slips))
        least = RARER * found.pop(word, 0)
        ranked = sorted(
            (slips, -cables, other)
            for other, cables in found.items()
            if cables > least
            and (slips := slips_between(word, other, most_slips)) is not None
        )
        best = [other for slips, _, other in ranked if slips == ranked[0][0]]
        return tuple(best[:most])

    def _like(self, word: str, slips: int) -> Iterator[tuple[str, int]]:
        """Words that it may be like, with how many cables have them."""
        start = self._mark + word[:ALIKE]
        rows = self._db.execute(
            f"{self._select} BETWEEN ? AND ?", (start, start + LAST_LETTER)
        )
        letters = set(word)
        sizes = range(len(word) - slips, len(word) + slips + 1)
        for term, cables in chain(rows, self._with_other_beginnings(word)):
            name = term[len(self._mark) :]
            ends = [len(name)] if self._whole else range(len(name) + 1)
            for other in (name[:end] for end in ends if end in sizes):
                if len(letters.symmetric_difference(other)) <= 2 * slips:
                    yield other, cables

    def _with_other_beginnings(self, word: str) -> Sequence[tuple[str, int]]:
        terms = [self._mark + other for other in sorted(slips_at_start(word))]
        marks = ", ".join("?" * len(terms))
        return self._db.execute(f"{self._select} IN ({marks})", terms).fetchall()


def slips_at_start(word: str) -> frozenset[str]:
    """All words that differ from one by a slip in its beginning."""
    splits = [(word[:at], word[at:]) for at in range(min(ALIKE, len(word)))]
    return frozenset(
        chain(
            (head + tail[1:] for head, tail in splits),
            (head + each + tail for head, tail in splits for each in ascii_lowercase),
            (
                head + each + tail[1:]
                for head, tail in splits
                for each in ascii_lowercase
            ),
            (head + tail[1::-1] + tail[2:] for head, tail in splits),
        )
    )


def slips_between(one: str, other: str, most: int) -> int | None:
    """How many slips lie between two words; ``None`` for more than some."""
    two_above: list[int] = []
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        row = [i + 1]
        for j, its in enumerate(other):
            least = min(above[j + 1] + 1, row[j] + 1, above[j] + (letter != its))
            if i and j and letter == other[j - 1] and one[i - 1] == its:
                least = min(least, two_above[j - 1] + 1)
            row.append(least)
        two_above, above = above, row
    return above[-1] if above[-1] <= most else None
