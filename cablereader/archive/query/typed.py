"""What was typed, to a query.

What reads it is loaded for the first one that says something: most starts read none.
"""

from __future__ import annotations

from typing import Final

from cablereader.archive.query.scanner import QueryError, Scanner
from cablereader.archive.words.folding import storable
from cablereader.model.query import Match, Query

LONGEST: Final = 4000
"""Characters of a query."""


def read_query(text: str, match: Match = Match.PREFIX) -> Query:
    """The query that a text is; an empty one finds everything.

    Args:
        text: As typed.
        match: How a word without a sign must stand in a text.

    Raises:
        QueryError: Where it makes no sense; names the column.
    """
    if not text:
        return Query()
    if len(text) > LONGEST:
        raise QueryError(f"longer than {LONGEST} characters; make it shorter", LONGEST)
    from cablereader.archive.query.reader import QueryReader  # noqa: PLC0415  # as said

    return QueryReader(Scanner(storable(text)), match).query()
