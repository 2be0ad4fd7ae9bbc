"""Cables of the same story: those that share what is rare.

A word, a TAG or a reference weighs the more the fewer cables have it. What very many
have is not asked for at all, so that the largest archive answers as fast as a search.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from math import log
from typing import Final

from cablereader.archive.entries import EntryReader
from cablereader.archive.expression import exactly
from cablereader.archive.folding import word_spans
from cablereader.archive.indexing import cited_by
from cablereader.archive.term import Kind, term
from cablereader.model.cable import Cable
from cablereader.model.entry import Entry
from cablereader.model.frozen import frozen
from cablereader.model.likeness import Likeness
from cablereader.parse.cable_id import canonical_id

MOST_WORDS: Final = 40
"""Of a cable, the most telling ones, by which others are found."""
MOST_ASKED: Final = 600
"""Words whose rarity is asked for; those that come most often in the cable."""
SHORTEST: Final = 4
"""Letters of a word that can tell a story."""
COMMON: Final = 1500
"""What so many cables have tells nothing; it is not looked at any further."""
NAME: Final = 1.5
"""How much more a word weighs that is always written with a capital."""
REFERENCE: Final = 1.5
"""How much more a shared reference weighs than a word as rare."""
DIRECT: Final = 3.0
"""How much more it weighs that one cites the other."""
USUAL_LENGTH: Final = 900
"""Words of a usual cable: longer ones share words by chance."""
SHOWN: Final = 6
"""Words, TAGS or references that are named as reasons."""


@frozen
class _Trait:
    """Something that this cable has, and the cables that have it too."""

    name: str
    kind: str
    weight: float
    places: Sequence[int]


class _Candidate:
    """A cable that shares traits with this one."""

    def __init__(self) -> None:
        self.traits: list[_Trait] = []

    def weight(self, words: int) -> float:
        """What it shares, the words weighed by its own length."""
        length = 0.5 + 0.5 * words / USUAL_LENGTH
        return sum(
            trait.weight / (max(length, 0.5) if trait.kind == "word" else 1)
            for trait in self.traits
        )

    def names(self, kind: str) -> tuple[str, ...]:
        """The traits of a kind, most telling first."""
        own = [trait for trait in self.traits if trait.kind == kind]
        own.sort(key=lambda trait: -trait.weight)
        return tuple(trait.name for trait in own[:SHOWN])


def alike(
    db: sqlite3.Connection, cable: Cable, place: int, most: int
) -> tuple[Likeness, ...]:
    """The cables most like one, best first.

    Args:
        db: Of the archive.
        cable: The one.
        place: Where it stands.
        most: So many at most.
    """
    candidates: defaultdict[int, _Candidate] = defaultdict(_Candidate)
    for trait in _traits(db, cable):
        for other in trait.places:
            if other != place:
                candidates[other].traits.append(trait)
    best = nlargest(
        4 * most, candidates, key=lambda other: candidates[other].weight(USUAL_LENGTH)
    )
    entries = EntryReader(db).entries(best)
    found = (_likeness(entry, candidates[entry.place]) for entry in entries)
    return tuple(nlargest(most, found, key=lambda each: each.weight))


def _likeness(entry: Entry, candidate: _Candidate) -> Likeness:
    return Likeness(
        entry=entry,
        weight=candidate.weight(entry.words),
        cites=bool(candidate.names("cites")),
        is_cited=bool(candidate.names("cited")),
        references=candidate.names("reference"),
        words=candidate.names("word"),
        tags=candidate.names("tag"),
    )


def _traits(db: sqlite3.Connection, cable: Cable) -> Iterator[_Trait]:
    """All that this cable has and few others have."""
    (size,) = db.execute("SELECT count(*) FROM cable").fetchone()
    rarity = _Rarity(db, size)
    yield from rarity.traits("word", _telling_words(rarity, cable), 1.0)
    yield from rarity.traits("tag", ((tag, term(Kind.TAG, tag)) for tag in cable.tags))
    cited = cited_by(cable)
    shared = ((each, term(Kind.CITES, each)) for each in cited)
    yield from rarity.traits("reference", shared, REFERENCE)
    direct = DIRECT * log(size + 1)
    for each in cited:
        yield _Trait(each, "cited", direct, _places_of(db, each))
    own = canonical_id(cable.cable_id or "")
    yield _Trait(own, "cites", direct, rarity.places(term(Kind.CITES, own)))


class _Rarity:
    """Asks an archive how rare terms are, and which cables have them."""

    def __init__(self, db: sqlite3.Connection, size: int) -> None:
        self._db = db
        self._size = size
        self._common = max(min(COMMON, size // 2), 2)

    def weight(self, name: str) -> float:
        """The rarer, the more; 0 for what only this cable has, or too many have."""
        (count,) = self._db.execute(
            "SELECT count(*) FROM (SELECT 1 FROM gist WHERE gist MATCH ? LIMIT ?)",
            (exactly(name), self._common),
        ).fetchone()
        return log(self._size / count) if 1 < count < self._common else 0.0

    def places(self, name: str) -> list[int]:
        """The cables that have a term."""
        rows = self._db.execute(
            "SELECT rowid FROM gist WHERE gist MATCH ?"
            " AND rowid NOT IN (SELECT place FROM superseded) LIMIT ?",
            (exactly(name), self._common),
        )
        return [place for (place,) in rows]

    def traits(
        self, kind: str, names: Iterable[tuple[str, str]], factor: float = 1.0
    ) -> Iterator[_Trait]:
        """The traits of a kind that are neither unique nor common.

        Args:
            kind: Of all of them.
            names: As the reader knows them, and as the index has them.
            factor: What they weigh compared with others as rare.
        """
        for name, indexed in names:
            if weight := self.weight(indexed):
                yield _Trait(name, kind, factor * weight, self.places(indexed))


def _telling_words(rarity: _Rarity, cable: Cable) -> Iterator[tuple[str, str]]:
    """The words that tell this story, as they stand there and as the index has them."""
    counts: Counter[str] = Counter()
    spelling: dict[str, str] = {}
    for text in (cable.title, *(each.text for each in cable.paragraphs)):
        for word, start, stop in word_spans(text):
            if len(word) >= SHORTEST and not word.isdecimal():
                counts[word] += 1
                own = text[start:stop]
                if not spelling.setdefault(word, own).islower() and not own.isupper():
                    spelling[word] = own
    weighed = (
        (_telling(spelling[word]) * (1 + log(count)) * rarity.weight(word), word)
        for word, count in counts.most_common(MOST_ASKED)
    )
    for weight, word in nlargest(MOST_WORDS, weighed):
        if weight:
            yield spelling[word], word


def _telling(word: str) -> float:
    """How much a word tells: names more than words in small letters."""
    return 1.0 if word.islower() else NAME


def _places_of(db: sqlite3.Connection, cable_id: str) -> list[int]:
    rows = db.execute("SELECT place FROM cable WHERE canonical = ?", (cable_id,))
    return [place for (place,) in rows]
