"""The query that the words of a command line are."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from cablereader.archive.query.typed import read_query
from cablereader.cli.configuration import config_path
from cablereader.errors import UsageError
from cablereader.model.query import And, Contains, Is, Match, Query, Word
from cablereader.parse.address import Address, read_address, split_address
from cablereader.parse.cable_id import read_cable_id


def query_of(words: Iterable[str], options: Namespace) -> Query:
    """The query of some words; the address of a cable alone asks for that cable.

    Words find what the reader's configuration says, if they say nothing else.

    Raises:
        QueryError: Where it makes no sense; names the column.
        UsageError: For a paragraph that is not understood.
    """
    text = " ".join(words).strip()
    query = read_query(text, _match(options))
    address = _address(text) if _is_bare(query) else None
    return Query(Is("id", address.name)) if address else query


def _match(options: Namespace) -> Match:
    """What a word finds by the reader's configuration, if there is one."""
    path = config_path(options)
    if not options.config and not path.exists():
        return Match.PREFIX
    from cablereader.library.settings import load_settings  # rarely

    return Match(load_settings(path).settings.match)


def check_whole(words: Iterable[str]) -> None:
    """Make sure that words are no address of a paragraph: whole cables are exported.

    Raises:
        UsageError: If they are one.
    """
    text = " ".join(words).strip()
    address = _address(text)
    if address and address.label:
        instead = f"`cablereader show '{text}' --format markdown` prints paragraphs"
        raise UsageError(f"{text}: whole cables are exported; {instead}")


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


def _address(text: str) -> Address | None:
    """The cable that a word addresses, or that words spell: ``09 OSLO 1``."""
    if any(map(str.isspace, text)):
        spelled = read_cable_id(text)
        return Address(str(spelled)) if spelled else None
    address = read_address(text)
    if address and address.fault:
        if split_address(text):
            raise UsageError(address.fault)
        return None
    return address
