"""The query that the words of a command line are."""

from __future__ import annotations

from collections.abc import Iterable

from cablereader.archive.query import read_query
from cablereader.model.query import And, Contains, Is, Query, Word
from cablereader.parse.address import read_address
from cablereader.parse.cable_id import read_cable_id


def query_of(words: Iterable[str]) -> Query:
    """The query of some words; the address of a cable alone asks for that cable.

    Raises:
        QueryError: Where it makes no sense; names the column.
    """
    text = " ".join(words).strip()
    query = read_query(text)
    cable_id = _address(text) if _is_bare(query) else None
    return Query(Is("id", cable_id)) if cable_id else query


def _is_bare(query: Query) -> bool:
    """Whether a query is words without any sign between them."""
    condition = query.condition
    parts = condition.parts if isinstance(condition, And) else (condition,)
    return query == Query(condition) and all(
        isinstance(part, Contains)
        and part.field is None
        and isinstance(part.pattern, Word)
        for part in parts
    )


def _address(text: str) -> str | None:
    """The id of the cable that a word addresses, or that words spell: ``09 OSLO 1``."""
    if any(map(str.isspace, text)):
        spelled = read_cable_id(text)
        return str(spelled) if spelled else None
    address = read_address(text)
    return address.name if address and not address.fault else None
