"""The terms of the cable index that are no words of a text.

A class, an origin, a TAG, a cited cable: whatever a query may ask of a cable by name is
one term among its words, so that the index alone answers any combination of them. Each
begins with a character of private use, which `cablereader.archive.words.folding` leaves
in no text: nothing that a document says can forge one.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Final

from cablereader.archive.words.folding import words_of
from cablereader.model.addressee import Addressee
from cablereader.model.classification import Marking


class Kind(StrEnum):
    """What a term says of a cable; its first character."""

    EVERY = "\ue000"
    RANK = "\ue001"
    """How secret, as of `rank_of`."""
    CAVEAT = "\ue002"
    ORIGIN = "\ue003"
    TAG = "\ue004"
    CITES = "\ue005"
    """By canonical id."""
    FLAG = "\ue006"
    PRECEDENCE = "\ue007"
    ROUTE = "\ue008"
    PARAGRAPH_RANK = "\ue009"
    """How secret one of its paragraphs is marked."""
    PARAGRAPH_CAVEAT = "\ue00a"
    ARTICLE = "\ue00b"
    """A word of the address of a media article that names it."""
    TO = "\ue00c"
    """Whom it goes to: the name from each of its words on, or the routing indicator."""
    INFO = "\ue00d"
    FROM = "\ue00e"
    SUBJECT = "\ue00f"
    """A word of the subject."""


EVERY: Final = str(Kind.EVERY)
"""The term that every cable has, for what only excludes."""
UNMARKED: Final = "none"
"""Stands for the rank of what has no marking."""
MOST_KEPT: Final = 8192
"""Terms that are made once: cables name the same posts, offices and TAGS."""


@lru_cache(maxsize=MOST_KEPT)
def term(kind: Kind, value: str | int) -> str:
    """The one term for a value, whatever signs it has."""
    return kind + "".join(words_of(str(value)))


def rank_of(marking: Marking) -> int:
    """How secret, as one number: the level, and the half step of SBU above it."""
    return 2 * marking.level + marking.sensitive


def marking_terms(marking: Marking | None, rank: Kind, caveat: Kind) -> Iterator[str]:
    """The terms of the marking of a cable or paragraph."""
    if marking is None:
        yield term(rank, UNMARKED)
        return
    yield term(rank, rank_of(marking))
    for each in marking.caveats:
        yield term(caveat, each)


def address_terms(kind: Kind, addressee: Addressee) -> Iterator[str]:
    """The terms of an addressee: how a name begins, at any of its words, finds it."""
    yield from _name_terms(kind, addressee.name)
    if addressee.routing:
        yield term(kind, addressee.routing)


@lru_cache(maxsize=MOST_KEPT)
def _name_terms(kind: Kind, name: str) -> tuple[str, ...]:
    words = words_of(name)
    return tuple(kind + "".join(words[at:]) for at in range(len(words)))


def article_terms(address: str) -> Iterator[str]:
    """The terms of the address of an article."""
    return (Kind.ARTICLE + word for word in words_of(address))
