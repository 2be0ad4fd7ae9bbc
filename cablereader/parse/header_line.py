"""What a line of a header is, by itself."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from cablereader.parse.grammar import header as grammar


class LineKind(Enum):
    """The kinds of line that a header has (format.md §2.2, §2.5)."""

    BLANK = auto()
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
    FURNITURE = auto()
    """Partial note, distribution table, page line, stamp: nothing to read from it."""
    TOP = auto()
    """No line of a header: the body has begun."""
    OTHER = auto()
    """An address line, or not understood."""


PATTERNS: Final = (
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
    (LineKind.FURNITURE, grammar.PARTIAL_NOTE),
    (LineKind.FURNITURE, grammar.BREAK),
    (LineKind.FURNITURE, grammar.STAMP),
    (LineKind.TOP, grammar.CLASSIFICATION),
    (LineKind.TOP, grammar.TOP),
)
"""The first that matches wins."""


def kind_of(line: str) -> LineKind:
    """The kind of one line; blanks around it do not matter."""
    text = line.strip()
    if not text:
        return LineKind.BLANK
    return next(
        (kind for kind, pattern in PATTERNS if pattern.match(text)), LineKind.OTHER
    )
