"""The order of relevance: BM25 over whole cables.

A word counts by the paragraphs that it stands in, the subject like three of them; the
more, the rarer the word is, and the less, the longer the cable is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from math import log
from typing import Final

from cablereader.archive.expression import Expand, in_columns, necessary, of_pattern
from cablereader.archive.part import Value
from cablereader.archive.stemming import widened
from cablereader.archive.text_part import TEXT
from cablereader.archive.word_index import PASSAGE
from cablereader.model.query import Condition, Pattern, texts_in

SATURATION: Final = 1.2
"""After how many paragraphs one more matters little (BM25's k1)."""
LENGTH: Final = 0.75
"""How much the length of a cable matters (BM25's b)."""
SUBJECT: Final = 3
USUAL_WORDS: Final = 1100
"""Of a cable, on the average of the whole dump."""
HITS: Final = f"""
    SELECT {PASSAGE.place} AS place, ? AS weight,
        sum(CASE rowid & {(1 << PASSAGE.bits) - 1} WHEN 0 THEN {SUBJECT} ELSE 1 END)
        AS times
    FROM passage WHERE passage MATCH ? GROUP BY 1
"""
RANKED: Final = f"""
    SELECT hit.place FROM
        (SELECT place, 0 AS weight, 1 AS times FROM found UNION ALL {{hits}}) AS hit
    CROSS JOIN cable USING (place) WHERE hit.place IN (SELECT place FROM found)
    GROUP BY hit.place
    ORDER BY sum(hit.weight * hit.times * {SATURATION + 1} / (hit.times
        + {SATURATION} * (1 - {LENGTH} + {LENGTH} * cable.words / {USUAL_WORDS}))) DESC,
        hit.place DESC
"""


def ranked(
    db: sqlite3.Connection, condition: Condition, expand: Expand
) -> Iterator[int]:
    """The places in the table ``found``, most relevant first; without texts, newest.

    Args:
        db: Of the archive.
        condition: By which they were found.
        expand: As in `cablereader.archive.expression`.
    """
    patterns = list(
        dict.fromkeys(widened(text.pattern) for text in texts_in(condition))
    )
    if not patterns:
        rows = db.execute("SELECT place FROM found ORDER BY place DESC")
    else:
        hits = " UNION ALL ".join([HITS] * len(patterns))
        values = tuple(_values(db, patterns, expand))
        rows = db.execute(RANKED.format(hits=hits), values)
    return (place for (place,) in rows)


def _values(
    db: sqlite3.Connection, patterns: Iterable[Pattern], expand: Expand
) -> Iterator[Value | float]:
    (cables,) = db.execute("SELECT count(*) FROM cable").fetchone()
    for pattern in patterns:
        need = necessary(pattern, expand)
        (having,) = db.execute(
            "SELECT count(*) FROM gist WHERE gist MATCH ?", (need,)
        ).fetchone()
        yield log(1 + (max(cables - having, 0) + 0.5) / (having + 0.5))
        yield in_columns(TEXT, of_pattern(pattern, expand))
