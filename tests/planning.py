"""Which cables a generated archive has: when, from whom, how secret, in what number."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Final

from cablereader.parse.post_table import POSTS

SEED: Final = 3195
ORIGINS: Final = 186
YEARS: Final = {
    **dict.fromkeys(range(1966, 1986), 2),
    **dict.fromkeys(range(1986, 2001), 8),
    2001: 70,
    2002: 300,
    2003: 1_400,
    2004: 2_400,
    2005: 4_100,
    2006: 5_600,
    2007: 5_900,
    2008: 6_100,
    2009: 7_000,
    2010: 1_300,
}
"""Weights."""
LAST_YEAR: Final = 2010
"""Of which there are January and February only."""
CLASSIFICATIONS: Final = {
    "CONFIDENTIAL": 3_080,
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY": 1_154,
    "UNCLASSIFIED": 870,
    "SECRET": 771,
    "SECRET//NOFORN": 504,
    "CONFIDENTIAL//NOFORN": 333,
}
"""Weights: the real pages of each (format.md §5)."""
SENDERS: Final = {
    "Embassy": "AMEMBASSY",
    "Consulate": "AMCONSUL",
    "Mission": "USMISSION",
}
UNKNOWN: Final = 80_000
"""Serials of cables that nobody has begin here."""


@dataclass(frozen=True, slots=True)
class Post:
    """Who sends cables."""

    code: str
    routing: str
    origin: str

    @property
    def place(self) -> str:
        """``SAN JOSE``: what its cables are cited by."""
        return "STATE" if self.code == "STATE" else self.origin.upper().split(" ", 1)[1]

    @property
    def sender(self) -> str:
        """The name on the FM line."""
        if self.code == "STATE":
            return "SECSTATE WASHDC"
        return f"{SENDERS[self.origin.split()[0]]} {self.place}"


@dataclass(frozen=True, slots=True)
class Planned:
    """What is known of a cable before it is written."""

    number: int
    """In the dump, from 1; 0 for a cable that only others know."""
    created: datetime
    post: Post
    serial: int
    classification: str = ""

    @property
    def cable_id(self) -> str:
        return f"{self.created:%y}{self.post.code}{self.serial}"


@dataclass(frozen=True, slots=True)
class Plan:
    """All cables, oldest first, and the one that many cite."""

    cables: tuple[Planned, ...]
    most_cited: int
    """Its index."""

    def cited_by(self, citing: Planned, random: Random) -> Planned:
        """An older cable; in 30 of 100 cases it is one of the plan."""
        if citing.number > 1 and random.random() < 0.3:
            back = int(random.expovariate(1 / 900)) % (citing.number - 1)
            return self.cables[citing.number - 2 - back]
        age = timedelta(days=random.expovariate(1 / 60))
        serial = UNKNOWN + random.randrange(19_000)
        return Planned(0, citing.created - age, random.choice(posts()), serial)


@cache
def posts() -> tuple[Post, ...]:
    """The posts that write, those that write most first."""
    rows = (line.split(" ", 2) for line in POSTS.strip().split("\n"))
    known = [
        Post(code, routing, origin)
        for code, routing, origin in rows
        if routing != "-" and (origin.split()[0] in SENDERS or code == "STATE")
    ]
    citable = [post for post in known if post.place.replace(" ", "") == post.code]
    Random(SEED).shuffle(citable)
    return tuple(citable[:ORIGINS])


def make_plan(number: int) -> Plan:
    """That many cables."""
    random = Random(SEED)
    times = sorted(random_times(random, number))
    weights = [1 / (rank + 6) for rank in range(ORIGINS)]
    senders = random.choices(posts(), weights, k=number)
    classifications = random.choices(
        tuple(CLASSIFICATIONS), tuple(CLASSIFICATIONS.values()), k=number
    )
    serials: Counter[tuple[int, str]] = Counter()
    planned: list[Planned] = []
    for time, post, classification in zip(times, senders, classifications, strict=True):
        serials[time.year, post.code] += random.randint(1, 3)
        serial = serials[time.year, post.code]
        planned.append(Planned(len(planned) + 1, time, post, serial, classification))
    return Plan(tuple(planned), number // 3)


def random_times(random: Random, number: int) -> list[datetime]:
    """Minutes of the years in which cables were written, in no order."""
    years = random.choices(tuple(YEARS), tuple(YEARS.values()), k=number)
    return [
        datetime.fromisoformat(f"{year}-01-01")
        + timedelta(minutes=random.randrange((59 if year == LAST_YEAR else 365) * 1440))
        for year in years
    ]
