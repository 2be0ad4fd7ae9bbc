"""What a line of a header is, by itself."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from cablereader.parse.grammar import header as grammar


class LineKind(Enum):
    """The kinds of line that a header has (format.md §2.2, §2.5)."""

    TRANSMISSION_ID = auto()
    ROUTE = auto()
    MORE_ROUTE = auto()
    STATION = auto()
    SECURITY = auto()
    DATE_TIME = auto()
    FROM = auto()
    TO = auto()
    INFO = auto()
    EXEMPT = auto()
    ROUTED = auto()
    """An address line with routing indicator."""
    PARTIAL_NOTE = auto()
    FURNITURE = auto()
    """Distribution table, page line, break: nothing to read from it."""
    STAMP = auto()
    """A classification alone: above a page, or the first line of a body."""
    TOP = auto()
    """No line of a header: the body has begun."""
    OTHER = auto()
    """An address line without routing indicator, or not understood."""


PATTERNS: Final = (
    (LineKind.ROUTED, grammar.ROUTING),
    (LineKind.TRANSMISSION_ID, grammar.TRANSMISSION_ID),
    (LineKind.ROUTE, grammar.ROUTE),
    (LineKind.MORE_ROUTE, grammar.MORE_ROUTE),
    (LineKind.STATION, grammar.STATION),
    (LineKind.SECURITY, grammar.SECURITY),
    (LineKind.DATE_TIME, grammar.DATE_TIME),
    (LineKind.FROM, grammar.FROM),
    (LineKind.FURNITURE, grammar.OFFICES),
    (LineKind.TO, grammar.TO),
    (LineKind.INFO, grammar.INFO),
    (LineKind.EXEMPT, grammar.EXEMPT),
    (LineKind.FURNITURE, grammar.PAGE),
    (LineKind.FURNITURE, grammar.SEPARATOR),
    (LineKind.FURNITURE, grammar.DRAFTING),
    (LineKind.FURNITURE, grammar.BREAK),
    (LineKind.PARTIAL_NOTE, grammar.PARTIAL_NOTE),
    (LineKind.STAMP, grammar.STAMP),
    (LineKind.TOP, grammar.CLASSIFICATION),
    (LineKind.TOP, grammar.FIELD),
)
"""The first that matches wins."""


@lru_cache(maxsize=4096)
def classify(line: str) -> tuple[LineKind, Mapping[str, str | None]]:
    """The kind of one line without blanks around it, and the named parts of it.

    Cables name the same addressees: in a dump half of these lines or more recur soon.
    """
    for kind, pattern in PATTERNS:
        if match := pattern.match(line):
            return kind, match.groupdict()
    return LineKind.OTHER, {}
