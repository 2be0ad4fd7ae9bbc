"""Cables of the same story: those that share what is rare.

A reference, a TAG, a name or a word weighs the more the fewer cables have it; names and
words of the subject more than other words. What very many have is not asked for at all,
so that the largest archive answers as fast as a search. A cable that shares too little
to be of the same story is left out, however few others there are.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from math import exp, log
from typing import Final

from cablereader.archive.entries import EntryReader
from cablereader.archive.finding.expression import exactly
from cablereader.archive.words.indexing import cited_by
from cablereader.archive.words.telling import TellingWords, telling_words
from cablereader.archive.words.term import Kind, term
from cablereader.model.cable import Cable
from cablereader.model.entry import Entry
from cablereader.model.frozen import frozen
from cablereader.model.likeness import Likeness
from cablereader.parse.cable_id import canonical_id

MOST_WORDS: Final = 40
"""Of a cable, the most telling ones, by which others are found."""
MOST_ASKED: Final = 400
"""Words whose rarity is asked for; names, and those that come most often."""
COMMON: Final = 1500
"""What so many cables have tells nothing; it is not looked at any further."""
TELLING: Final = 0.9
"""What a cable in 2.5 has tells nothing either, in a small archive."""
WEIGHTS: Final = {
    "subject": 2.0,
    "name": 1.5,
    "word": 0.6,
    "tag": 1.0,
    "reference": 1.5,
    "direct": 3.0,
}
"""How much the kinds of what is shared weigh, when it is as rare."""
USUAL_LENGTH: Final = 900
"""Words of a usual cable: longer ones share words by chance."""
NEAR: Final = 0.5
"""How much more a cable weighs of the same day; of months before, no more."""
DAYS: Final = 30
"""In which that becomes a third."""
SHARE: Final = 0.25
"""Of the best one's weight; those with less, and no citation, are left out."""
SHOWN: Final = 8
"""Words, TAGS or references that are named as reasons."""
ENOUGH: Final = {"subject": 2, "name": 2, "tag": 1, "word": 1}
"""What cables of a story share without citing each other: so much, put together."""
LEAST: Final = 5
STRONG: Final = 12.0
"""Or the weight of one name that very few of very many cables have."""


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
        length = max(0.5 + 0.5 * words / USUAL_LENGTH, 0.5)
        return sum(
            trait.weight / (length if trait.kind in {"name", "word"} else 1)
            for trait in self.traits
        )

    @property
    def is_of_story(self) -> bool:
        """Whether it shares enough to be shown."""
        if any(trait.kind not in ENOUGH for trait in self.traits):
            return True
        points = sum(ENOUGH[trait.kind] for trait in self.traits)
        return points >= LEAST or sum(each.weight for each in self.traits) >= STRONG

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
    telling = telling_words(cable)
    candidates: defaultdict[int, _Candidate] = defaultdict(_Candidate)
    for trait in _traits(db, cable, telling):
        for other in trait.places:
            if other != place:
                candidates[other].traits.append(trait)
    likely = (other for other, each in candidates.items() if each.is_of_story)
    best = nlargest(
        4 * most, likely, key=lambda other: candidates[other].weight(USUAL_LENGTH)
    )
    entries = EntryReader(db).entries(best)
    found = [
        _likeness(cable, entry, candidates[entry.place], telling) for entry in entries
    ]
    least = max((each.weight for each in found), default=0.0) * SHARE
    near = (each for each in found if each.is_linked or each.weight >= least)
    return tuple(nlargest(most, near, key=lambda each: each.weight))


def _likeness(
    cable: Cable, entry: Entry, candidate: _Candidate, telling: TellingWords
) -> Likeness:
    days = None
    if cable.created and entry.created:
        days = (entry.created.date() - cable.created.date()).days
    nearness = 0.0 if days is None else NEAR * exp(-abs(days) / DAYS)
    subject = candidate.names("subject")
    own = frozenset(subject)
    names, words = (
        [each for each in candidate.names(kind) if each not in own]
        for kind in ("name", "word")
    )
    return Likeness(
        entry=entry,
        weight=candidate.weight(entry.words) * (1 + nearness),
        cites="cites" in candidate.names("direct"),
        is_cited="cited" in candidate.names("direct"),
        references=candidate.names("reference"),
        subject=tuple(telling.spelling[each] for each in subject),
        names=telling.phrases(names),
        words=tuple(telling.spelling[each] for each in words),
        tags=candidate.names("tag"),
        days=days,
        same_post=bool(cable.origin) and cable.origin == entry.origin,
    )


def _traits(
    db: sqlite3.Connection, cable: Cable, telling: TellingWords
) -> Iterator[_Trait]:
    """All that this cable has and few others have."""
    (size,) = db.execute("SELECT count(*) FROM cable").fetchone()
    rarity = _Rarity(db, size)
    yield from rarity.word_traits(telling)
    subject = ((word, Kind.SUBJECT + word) for word in sorted(telling.subject))
    yield from rarity.traits("subject", subject)
    yield from rarity.traits("tag", ((tag, term(Kind.TAG, tag)) for tag in cable.tags))
    cited = cited_by(cable)
    shared = ((each, term(Kind.CITES, each)) for each in cited)
    yield from rarity.traits("reference", shared)
    direct = WEIGHTS["direct"] * log(size + 1)
    for each in cited:
        yield _Trait("cited", "direct", direct, _places_of(db, each))
    own = canonical_id(cable.cable_id or "")
    yield _Trait("cites", "direct", direct, rarity.places(term(Kind.CITES, own)))


class _Rarity:
    """Asks an archive how rare terms are, and which cables have them."""

    def __init__(self, db: sqlite3.Connection, size: int) -> None:
        self._db = db
        self._size = size
        self._common = min(COMMON, max(int(size * exp(-TELLING)), 2) + 1)

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

    def traits(self, kind: str, names: Iterable[tuple[str, str]]) -> Iterator[_Trait]:
        """The traits of a kind that are neither unique nor common.

        Args:
            kind: Of all of them.
            names: As the reader knows them, and as the index has them.
        """
        for name, indexed in names:
            if weight := self.weight(indexed):
                weight *= WEIGHTS[kind]
                yield _Trait(name, kind, weight, self.places(indexed))

    def word_traits(self, telling: TellingWords) -> Iterator[_Trait]:
        """The most telling names and words."""
        asked = nlargest(
            MOST_ASKED,
            telling.counts,
            key=lambda word: (word in telling.names, telling.counts[word]),
        )
        weighed = ((self._telling(word, telling), word) for word in sorted(asked))
        for weight, word in nlargest(MOST_WORDS, weighed):
            if weight:
                kind = "name" if word in telling.names else "word"
                yield _Trait(word, kind, weight, self.places(word))

    def _telling(self, word: str, telling: TellingWords) -> float:
        """How much a word of the text tells: the oftener it is said, the more."""
        kind = "name" if word in telling.names else "word"
        often = 1 + log(telling.counts[word])
        return WEIGHTS[kind] * often * self.weight(word)


def _places_of(db: sqlite3.Connection, cable_id: str) -> list[int]:
    rows = db.execute("SELECT place FROM cable WHERE canonical = ?", (cable_id,))
    return [place for (place,) in rows]
