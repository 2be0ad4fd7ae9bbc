"""Chains of citations: what a cable cites, what cites it, and so on from there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol, TypeAlias

from cablereader.model.cable import minute
from cablereader.model.classification import Marking
from cablereader.model.frozen import frozen


class Way(StrEnum):
    """In which direction a chain goes."""

    CITES = "cites"
    CITED_BY = "cited by"


class Mark(StrEnum):
    """Why a link of a chain has nothing below it."""

    NONE = ""
    """It has, or it is known that nothing follows."""
    CYCLE = "cycle"
    """It stands above itself."""
    AGAIN = "again"
    """What follows it is shown at another place of the same chain."""
    ABSENT = "absent"
    """Nobody has that cable."""
    FARTHER = "farther"
    """It is as far as was asked for."""


@frozen(kw_only=True)
class Known:
    """What can be said of a cable in a row."""

    cable_id: str
    created: datetime | None = None
    """UTC without a zone."""
    classification: Marking | None = None
    subject: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of ``cablereader graph --format json``."""
        marking = self.classification
        return {
            "id": self.cable_id,
            "created": minute(self.created),
            "classification": marking.to_dict() if marking else None,
            "subject": self.subject,
        }


class Citations(Protocol):
    """Cables that cite each other, wherever they are; ids in their canonical form."""

    def known(self, cable_id: str) -> Known | None:
        """What is known of a cable; ``None`` if it is not here."""

    def references_of(self, cable_id: str) -> Sequence[str]:
        """The cables that one cites, in its order, here or not."""

    def cited_by(self, cable_id: str) -> Sequence[str]:
        """The cables that cite one, oldest first; it need not be here itself."""


@frozen
class Link:
    """A cable in a chain, with those that follow it."""

    cable_id: str
    known: Known | None = None
    mark: Mark = Mark.NONE
    links: tuple[Link, ...] = ()
    more: int = 0
    """Links that are left out because there are too many."""

    def below(self) -> Iterator[Link]:
        """All links below it, each followed by its own."""
        for link in self.links:
            yield link
            yield from link.below()


@frozen
class Reach:
    """How much of a chain is wanted."""

    depth: int = 3
    """Steps from the first cable; at most 50."""
    breadth: int = 100
    """Links of one cable."""
    links: int = 1000
    """Of the whole chain; what is beyond is marked `Mark.FARTHER`."""


Chains: TypeAlias = tuple[tuple[Way, Link], ...]
"""What a cable cites, and what cites it."""


class _Place:
    """A link that is being made."""

    def __init__(self, cable_id: str, depth: int, above: int) -> None:
        self.cable_id = cable_id
        self.depth = depth
        self.above = above
        """Index of the place above; the first is its own."""
        self.known: Known | None = None
        self.mark = Mark.NONE
        self.more = 0

    def link(self, links: tuple[Link, ...]) -> Link:
        """The link that it has become."""
        return Link(self.cable_id, self.known, self.mark, links, self.more)


def follow(cable_id: str, way: Way, citations: Citations, reach: Reach) -> Link:
    """The chain that begins with a cable, one way.

    Each cable is followed once, where it is nearest to the first one; elsewhere it is
    marked. So a chain ends, whatever cites whom.

    Args:
        cable_id: Of the first one, in its canonical form.
        way: To what it cites, or to what cites it.
        citations: Who cites whom.
        reach: How far to go.
    """
    step = citations.references_of if way is Way.CITES else citations.cited_by
    places = [_Place(cable_id, 0, 0)]
    followed: set[str] = set()
    for at, place in enumerate(places):
        place.known = citations.known(place.cable_id)
        place.mark = _mark(places, at, followed)
        if place.mark not in (Mark.NONE, Mark.ABSENT):
            continue
        found = list(dict.fromkeys(step(place.cable_id)))
        if found:
            followed.add(place.cable_id)
        if place.depth == reach.depth or len(places) >= reach.links:
            place.mark = Mark.FARTHER if found else place.mark
            continue
        place.more = max(len(found) - reach.breadth, 0)
        places += (_Place(each, place.depth + 1, at) for each in found[: reach.breadth])
    return _tree(places)


def follow_both(cable_id: str, citations: Citations, reach: Reach) -> Chains:
    """What a cable cites, and what cites it; see `follow`."""
    return tuple((way, follow(cable_id, way, citations, reach)) for way in Way)


def _mark(places: Sequence[_Place], at: int, followed: set[str]) -> Mark:
    place = places[at]
    above = at
    while above:
        above = places[above].above
        if places[above].cable_id == place.cable_id:
            return Mark.CYCLE
    if place.cable_id in followed:
        return Mark.AGAIN
    return Mark.NONE if place.known else Mark.ABSENT


def _tree(places: Sequence[_Place]) -> Link:
    """Links out of places; every place stands behind the one above it."""
    below: dict[int, list[Link]] = {}
    for at in range(len(places) - 1, 0, -1):
        links = tuple(reversed(below.pop(at, ())))
        below.setdefault(places[at].above, []).append(places[at].link(links))
    return places[0].link(tuple(reversed(below.pop(0, ()))))
