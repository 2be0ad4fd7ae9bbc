"""The query that the words of a command line are."""

from __future__ import annotations

from collections.abc import Iterable

from cablereader.archive.query import read_query
from cablereader.model.query import Contains, Is, Query, Word
from cablereader.parse.address import read_address
from cablereader.parse.cable_id import read_cable_id


def query_of(words: Iterable[str]) -> Query:
    """The query of some words; the address of a cable alone asks for that cable.

    Raises:
        QueryError: Where it makes no sense; names the column.
    """
    text = " ".join(words).strip()
    if spelled := read_cable_id(text):
        return Query(Is("id", str(spelled)))
    query = read_query(text)
    address = read_address(text) if _is_one_word(query, text) else None
    return Query(Is("id", address.cable_id)) if address else query


def _is_one_word(query: Query, text: str) -> bool:
    """Whether a query is a word alone, as an id, a URL and a hashtag are."""
    match query.condition:
        case Contains(pattern=Word(), field=None):
            return not any(map(str.isspace, text))
        case _:
            return False
