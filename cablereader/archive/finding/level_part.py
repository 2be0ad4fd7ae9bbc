"""Classifications that a query asks for, as terms of an index."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from cablereader.archive.finding.expression import (
    NEVER,
    all_of,
    beginning,
    either,
    exactly,
)
from cablereader.archive.finding.text_part import no_words
from cablereader.archive.query.level import LevelTest, read_level
from cablereader.archive.words.term import EVERY, UNMARKED, Kind, term
from cablereader.model.classification import Level
from cablereader.model.query import Compare, Is

RANKS: Final = range(2 * len(Level))
"""All that `cablereader.archive.words.term.rank_of` may give."""
EVERY_PASSAGE: Final = either(
    map(
        exactly,
        (EVERY, *(term(Kind.PARAGRAPH_RANK, each) for each in (*RANKS, UNMARKED))),
    )
)
"""All rows that are passages of a text: each has a rank, or can have none."""


def class_expression(asked: Is | Compare) -> str:
    """The expression for cables of a classification: ``secret``, ``>=c``."""
    return _expression(asked, Kind.RANK, Kind.CAVEAT)


def paragraph_expression(asked: Is | Compare) -> str:
    """The expression for paragraphs of a marking: ``S/NF``, ``>=c``."""
    return _expression(asked, Kind.PARAGRAPH_RANK, Kind.PARAGRAPH_CAVEAT)


def paragraph_matches(asked: Is | Compare, terms: Collection[str]) -> bool:
    """Whether the terms of a paragraph's marking are of the one asked for.

    Args:
        asked: As in `paragraph_expression`.
        terms: As of `cablereader.archive.words.term.marking_terms`.
    """
    test = read_level(asked.value)
    if test is None:
        return False
    ranks = _ranks(asked, test)
    ranked = not ranks or any(
        term(Kind.PARAGRAPH_RANK, each) in terms for each in ranks
    )
    return ranked and all(
        any(own.startswith(term(Kind.PARAGRAPH_CAVEAT, each)) for own in terms)
        for each in test.caveats
    )


def _expression(asked: Is | Compare, rank: Kind, caveat: Kind) -> str:
    test = read_level(asked.value)
    return NEVER if test is None else all_of(_terms(asked, test, rank, caveat))


def _terms(
    asked: Is | Compare, test: LevelTest, rank: Kind, caveat: Kind
) -> Iterator[str]:
    if ranks := _ranks(asked, test):
        yield either(exactly(term(rank, each)) for each in ranks)
    for each in test.caveats:
        yield beginning(term(caveat, each), no_words)


def _ranks(asked: Is | Compare, test: LevelTest) -> tuple[int | str, ...]:
    """The values of the terms that will do; none where any will."""
    if isinstance(asked, Compare):
        other = test.rank or 0
        ranks = tuple(each for each in RANKS if _compares(each, asked.sign, other))
        return ranks or ("never",)
    if test.unmarked:
        return (UNMARKED,)
    if test.level is None:
        return ()
    sensitive = 2 * test.level + 1
    return (sensitive,) if test.sensitive else (2 * test.level, sensitive)


def _compares(rank: int, sign: str, other: int) -> bool:
    match sign:
        case "<":
            return rank < other
        case "<=":
            return rank <= other
        case ">":
            return rank > other
        case _:
            return rank >= other
