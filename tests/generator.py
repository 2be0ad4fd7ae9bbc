"""Makes any number of cables, always the same, with the sizes of the real ones.

Sizes, shares and habits are those of format.md §5 and §6: bodies with a median of
6.5 kB and a longest of 66 kB, six classifications, 186 origins of which few are
frequent, 30 of 100 references to cables that are there, one cable cited by some 1,700
of 251,287. The text means nothing, but has common words, rare ones and phrases.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Final

from drafting import Draft
from planning import SEED, make_plan
from vocabulary import make_vocabulary

from cablereader.model.raw import RawCable

ALL: Final = 251_287
"""Cables of the full dump."""


def cables(number: int) -> Iterator[RawCable]:
    """That many cables, oldest first."""
    vocabulary = make_vocabulary(Random(SEED))
    plan = make_plan(number)
    return (Draft(planned, plan, vocabulary).written() for planned in plan.cables)


def write_csv(number: int, path: Path) -> None:
    """Writes that many cables in the dialect of the dump (format.md §7)."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(
            file,
            quoting=csv.QUOTE_ALL,
            doublequote=False,
            escapechar="\\",
            lineterminator="\n",
        )
        writer.writerows(map(dump_row, cables(number)))


def dump_row(raw: RawCable) -> tuple[str, ...]:
    """The eight columns of the dump."""
    time = datetime.fromisoformat(raw.created or "")
    return (
        str(raw.source.line),
        f"{time.month}/{time.day}/{time.year} {time.hour}:{time:%M}",
        raw.cable_id or "",
        raw.origin or "",
        raw.classification or "",
        "|".join(raw.references),
        raw.header,
        raw.body,
    )
