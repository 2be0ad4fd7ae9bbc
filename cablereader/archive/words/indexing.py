"""What the search knows of a cable: its terms, and the texts of its passages.

Everything here is derived from the cable alone, so that it can be derived again when
the parser has become better, without the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from cablereader.archive.words.folding import words_of
from cablereader.archive.words.term import (
    EVERY,
    Kind,
    address_terms,
    article_terms,
    marking_terms,
    term,
)
from cablereader.explain.tags import tag_meaning
from cablereader.model.block import Block, Heading, PageMarker, Paragraph, Passage
from cablereader.model.block import PassageKind as Of
from cablereader.model.cable import Cable
from cablereader.model.classification import Marking
from cablereader.model.frozen import frozen

DERIVATION: Final = 7
"""Raised when the parser or this module derives something else than before."""
MOST_PASSAGES: Final = 1023
"""Of one cable; the text of those beyond goes to the last."""
ABOVE: Final = frozenset({Of.PREAMBLE, Of.FRONT})
"""Passages that are no text of the cable, but stand above it."""
CROSSES: Final = ("XXXXX", "xxxxx", "\u0425" * 5)
"""What stands for names that the publishers took out (format.md §4.8)."""
REMOVED: Final = re.compile(r"\[[^\[\]\n]{1,30} removed\b", re.IGNORECASE)
"""Or, in words: ``[NAME REMOVED]``."""


@frozen
class Front:
    """The texts of a cable that are no passage of its own text, each a field."""

    subject: str = ""
    references: str = ""
    """As written and as ids; the TAGS as codes and in words."""
    header: str = ""
    """All that stands above the text."""
    signed: str = ""
    classifiedby: str = ""
    reason: str = ""
    decl: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """All of them, in the order of the fields."""
        return (
            self.subject,
            self.references,
            self.header,
            self.signed,
            self.classifiedby,
            self.reason,
            self.decl,
        )


@frozen
class PassageText:
    """One block of a cable's text."""

    block: int
    """Its position among the blocks of the cable."""
    text: str
    marking: tuple[str, ...]
    """The terms of its portion marking."""


def front_of(cable: Cable) -> Front:
    """The texts that a query reaches by a field of the header lines."""
    order = cable.executive_order
    by = cable.classified_by
    return Front(
        subject=cable.title,
        references=_lines(_references(cable)),
        header=_lines(_above(cable)),
        signed=_lines(cable.signers),
        classifiedby=_lines(filter(None, (by.name, by.title)) if by else ()),
        reason=_lines(cable.reasons),
        decl=_lines(
            (order.text, order.declassify.isoformat() if order.declassify else "")
            if order
            else ()
        ),
    )


def passages_of(cable: Cable) -> Iterator[PassageText]:
    """The blocks of the text that have words, in order."""
    for position, block in enumerate(cable.blocks):
        if text := _text_of(block):
            yield PassageText(position, text, _portion_terms(block))


def terms_of(cable: Cable, passages: Iterable[PassageText]) -> Iterator[str]:
    """All terms of a cable that are no words.

    Args:
        cable: The cable.
        passages: As of `passages_of`.
    """
    yield EVERY
    yield from (Kind.SUBJECT + word for word in words_of(cable.title))
    yield from marking_terms(cable.classification, Kind.RANK, Kind.CAVEAT)
    if cable.origin:
        yield term(Kind.ORIGIN, cable.origin)
    yield from (term(Kind.TAG, tag) for tag in cable.tags)
    yield from (term(Kind.CITES, cited) for cited in cited_by(cable))
    yield from (term(Kind.FLAG, flag) for flag in _flags(cable))
    yield from _routing_terms(cable)
    for portion in dict.fromkeys(passage.marking for passage in passages):
        yield from portion
    for article in cable.articles:
        yield from article_terms(article)


def cited_by(cable: Cable) -> tuple[str, ...]:
    """The canonical ids of the cables that a cable cites, each once, in order."""
    ids = (reference.cable_id for reference in cable.references)
    return tuple(dict.fromkeys(filter(None, ids)))


def _text_of(block: Block) -> str:
    if isinstance(block, Passage):
        return "" if block.kind in ABOVE else (block.text or "")
    return "" if isinstance(block, PageMarker) else block.text


def _portion_terms(block: Block) -> tuple[str, ...]:
    if isinstance(block, Paragraph) or (isinstance(block, Heading) and block.marking):
        return _terms_of_portion(block.marking)
    return ()


@lru_cache(maxsize=256)
def _terms_of_portion(marking: Marking | None) -> tuple[str, ...]:
    """The terms of a portion marking; a cable has few different ones."""
    return tuple(marking_terms(marking, Kind.PARAGRAPH_RANK, Kind.PARAGRAPH_CAVEAT))


def _flags(cable: Cable) -> Iterator[str]:
    if cable.partial:
        yield "partial"
    if cable.articles:
        yield "article"
    if cable.references:
        yield "refs"
    if any(map(cable.body.__contains__, CROSSES)) or REMOVED.search(cable.body):
        yield "redacted"


def _routing_terms(cable: Cable) -> Iterator[str]:
    header = cable.header
    addressees = (*header.action, *header.info)
    levels = {*header.precedence, *(header.dtg.precedence if header.dtg else ())}
    for level in levels:
        yield term(Kind.PRECEDENCE, level.name)
    for kind, known in (
        (Kind.TO, header.action),
        (Kind.INFO, header.info),
        (Kind.FROM, filter(None, (header.sender,))),
    ):
        for addressee in known:
            yield from address_terms(kind, addressee)
    stations = (header.station, *header.relay, *(each.routing for each in addressees))
    for station in dict.fromkeys(filter(None, stations)):
        yield term(Kind.ROUTE, station)


def _references(cable: Cable) -> Iterator[str]:
    for reference in cable.references:
        yield reference.text
        if reference.cable_id and reference.cable_id not in reference.text:
            yield reference.cable_id
    yield " ".join(cable.tags)
    yield from filter(None, map(_meaning, cable.tags))


@lru_cache(maxsize=4096)
def _meaning(tag: str) -> str:
    return tag_meaning(tag)


def _above(cable: Cable) -> Iterator[str]:
    yield cable.header.text
    for block in cable.blocks:
        if isinstance(block, Passage) and block.kind in ABOVE:
            yield block.text or block.span.of(cable.body)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)
