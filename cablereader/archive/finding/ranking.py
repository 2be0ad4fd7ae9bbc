"""The order of relevance: BM25 over whole cables.

A word counts by the paragraphs that it stands in, the subject like three of them; the
more, the rarer the word is, and the less, the longer the cable is. What nine of ten
cables have tells nothing about what one of them is about, and does not count.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import Final

from cablereader.archive.finding.expression import (
    Expand,
    in_columns,
    necessary,
    of_pattern,
)
from cablereader.archive.finding.text_part import TEXT
from cablereader.archive.finding.word_index import PASSAGE
from cablereader.archive.words.stemming import widened
from cablereader.model.frozen import frozen
from cablereader.model.query import Condition, texts_in

SATURATION: Final = 1.2
"""After how many paragraphs one more matters little (BM25's k1)."""
LENGTH: Final = 0.75
"""How much the length of a cable matters (BM25's b)."""
SUBJECT: Final = 3
USUAL_WORDS: Final = 1100
"""Of a cable, on the average of the whole dump."""
EVERYWHERE: Final = 0.9
"""Share of all cables; a word that more of them have does not count."""
FEW: Final = 20_000
"""Cables among which a word is counted sooner than among all that have it."""
SCORES: Final = f"""
    SELECT place, ? * times * {SATURATION + 1} / (times
        + {SATURATION} * (1 - {LENGTH} + {LENGTH} * cable.words / {USUAL_WORDS}))
    FROM (
        SELECT {PASSAGE.place} AS place,
            sum(iif(rowid & {(1 << PASSAGE.bits) - 1}, 1, {SUBJECT})) AS times
        FROM passage WHERE passage MATCH ? {{among}} GROUP BY 1
    ) CROSS JOIN cable USING (place) WHERE place IN (SELECT place FROM found)
"""
AMONG: Final = f"AND {PASSAGE.place} IN (SELECT value FROM json_each(?))"


@frozen
class Weighed:
    """A text that a query looks for, and how much it tells of a cable."""

    expression: str
    """For the index of passages."""
    weight: float


def weighed(
    db: sqlite3.Connection, condition: Condition, expand: Expand
) -> tuple[Weighed, ...]:
    """The texts of a condition that tell anything.

    Args:
        db: Of the archive.
        condition: That cables are found by.
        expand: As in `cablereader.archive.finding.expression`.
    """
    (cables,) = db.execute("SELECT count(*) FROM cable").fetchone()
    found = []
    for pattern in dict.fromkeys(widened(each.pattern) for each in texts_in(condition)):
        (having,) = db.execute(
            "SELECT count(*) FROM gist WHERE gist MATCH ?",
            (necessary(pattern, expand),),
        ).fetchone()
        if having <= EVERYWHERE * cables:
            weight = log(1 + (cables - having + 0.5) / (having + 0.5))
            expression = in_columns(TEXT, of_pattern(pattern, expand))
            found.append(Weighed(expression, weight))
    return tuple(found)


def ranked(db: sqlite3.Connection, texts: Iterable[Weighed]) -> Iterator[int]:
    """The places in the table ``found``, most relevant first; of alike ones the newest.

    Args:
        db: Of the archive.
        texts: As of `weighed`.
    """
    scores: dict[int, float] = {}
    found = db.execute("SELECT place FROM found LIMIT ?", (FEW + 1,)).fetchall()
    among = [place for (place,) in found] if len(found) <= FEW else None
    for text in texts:
        for place, score in _scores(db, text, among):
            scores[place] = scores.get(place, 0) + score
    newest_first = sorted(scores, reverse=True)
    yield from sorted(newest_first, key=scores.__getitem__, reverse=True)
    others = db.execute("SELECT place FROM found ORDER BY place DESC")
    yield from (place for (place,) in others if place not in scores)


def _scores(
    db: sqlite3.Connection, text: Weighed, among: Sequence[int] | None
) -> Iterator[tuple[int, float]]:
    """What a text adds to the cables that have it, or to some of them."""
    values: tuple[float | str, ...] = (text.weight, text.expression)
    if among is None:
        return db.execute(SCORES.format(among=""), values)
    return db.execute(SCORES.format(among=AMONG), (*values, json.dumps(among)))
