"""The query that the words of a command line are."""

from __future__ import annotations

from collections.abc import Iterable

from cablereader.archive.query import read_query
from cablereader.model.query import Is, Query
from cablereader.parse.address import read_address


def query_of(words: Iterable[str]) -> Query:
    """The query of some words; the address of a cable alone asks for that cable.

    Raises:
        QueryError: Where it makes no sense; names the column.
    """
    text = " ".join(words)
    address = read_address(text)
    return Query(Is("id", address.cable_id)) if address else read_query(text)
