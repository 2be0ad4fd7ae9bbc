"""How a query was read, in a line that its writer can check.

``origin = Embassy Mexico AND date 2009-11 AND text prefix "wine"``
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.archive.finding.lookup import Lookup
from cablereader.archive.finding.paragraph_part import merged
from cablereader.archive.query.level import read_level
from cablereader.model.query import (
    And,
    Around,
    AtLeast,
    Between,
    Compare,
    Condition,
    Contains,
    Everything,
    InParagraph,
    Is,
    Match,
    Matches,
    Near,
    Not,
    Or,
    Pattern,
    Phrase,
    Query,
    Word,
)

SIGNS: Final = {"<": "<", "<=": "≤", ">": ">", ">=": "≥"}
KINDS: Final = {
    Match.PREFIX: "prefix",
    Match.EXACT: "word",
    Match.CASED: "word as written",
    Match.STEM: "stem of",
}
VERBS: Final = frozenset({"is", "has", "in", "date", "released"})
"""Fields that need no sign before their value."""
MOST_NAMES: Final = 3
"""Of several that a value stands for, so many are named."""


def reading_of(query: Query, lookup: Lookup) -> str:
    """A query in words, with the names that its values stand for."""
    order = query.sort
    words = [_Reading(lookup).of(query.condition) or "everything"]
    if order:
        words.append(f"sorted by {order.key}{' downwards' if order.descending else ''}")
    if query.limit is not None:
        words.append(f"the first {query.limit:,}")
    if query.group:
        words.append(f"grouped by {query.group}")
    return ", ".join(words)


class _Reading:
    """Says what conditions mean in one archive."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def of(self, condition: Condition) -> str:
        """A condition in words; nothing for the one that always holds."""
        match condition:
            case And(parts=parts):
                return " AND ".join(self._part(part, Or) for part in merged(parts))
            case Or(parts=parts):
                return " OR ".join(self._part(part, And) for part in parts)
            case Not(part=part):
                return f"NOT {self._part(part, And, Or)}"
            case InParagraph(condition=inner):
                return f"one paragraph ({self.of(inner)})"
            case Everything():
                return ""
            case _:
                return self._leaf(condition)

    def _part(self, part: Condition, *bracketed: type) -> str:
        return f"({self.of(part)})" if isinstance(part, bracketed) else self.of(part)

    def _leaf(self, asked: Contains | Is | Compare | Between | Around | Matches) -> str:
        match asked:
            case Contains(field=field, pattern=pattern):
                return f"{field or 'text'} {_pattern(pattern)}"
            case Is():
                return self._value(asked.field, asked.value)
            case Compare(field=field, sign=sign, value=value):
                return f"{field} {SIGNS[sign]} {_level(field, value)}"
            case Between(field=field, low=low, high=high):
                return f"{field} {low or '…'} to {high or '…'}"
            case Around(field=field, days=days, cable_id=cable_id):
                return f"{field} within {days} days of {cable_id or 'the open cable'}"
            case Matches(field=field, expression=expression):
                return f"{field} matches /{expression}/"

    def _value(self, field: str, value: str) -> str:
        named = {
            "origin": self._lookup.origins_named,
            "country": self._lookup.origins_in_country,
            "region": self._lookup.origins_in_region,
            "tag": self._lookup.tags_named,
        }
        if field in named:
            what = "TAGS" if field == "tag" else "origin"
            return f"{what} = {_either(named[field](value), value)}"
        if field in VERBS:
            return f"{field} {value.lower()}"
        return f"{field} = {_level(field, value)}"


def _pattern(pattern: Pattern) -> str:
    match pattern:
        case AtLeast(count=count, text=text):
            return f"{count} times {_pattern(text)}"
        case Near(left=left, right=right, within=within, ordered=ordered):
            how = "before" if ordered else "near"
            return f"{_pattern(left)} {how} {_pattern(right)} ({within} words)"
        case Phrase(text=text, within=within):
            near = "" if within is None else f" ({within} words)"
            return f'phrase "{text}"{near}'
        case Word(text=text, match=match):
            return f'{KINDS[match]} "{text}"'


def _either(names: Sequence[str], value: str) -> str:
    if not names:
        return f"nothing called {value}"
    shown = " or ".join(names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return f"{shown} or {more} more" if more > 0 else shown


def _level(field: str, value: str) -> str:
    """The full name of a level."""
    test = read_level(value) if field in ("class", "paraclass") else None
    if test is None or test.level is None:
        return value.upper() if test else value
    caveats = (*(("SBU",) if test.sensitive else ()), *map(str.upper, test.caveats))
    return "//".join((str(test.level), *caveats))
