"""Fields of a query, as conditions that the archive can check."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

from cablereader.archive.finding.expression import (
    EVERY_CABLE,
    all_of,
    beginning,
    either,
    exactly,
    without,
)
from cablereader.archive.finding.level_part import (
    class_expression,
    paragraph_expression,
)
from cablereader.archive.finding.lookup import Lookup
from cablereader.archive.finding.part import (
    Created,
    Gist,
    Listed,
    Part,
    Passages,
    Sql,
    Statement,
    between,
)
from cablereader.archive.query.days import read_period
from cablereader.archive.words.folding import words_of
from cablereader.archive.words.term import Kind, term
from cablereader.archive.words.typed_expression import matcher
from cablereader.model.query import Around, Between, Compare, Is, Matches
from cablereader.parse.cable_id import canonical_id

COLUMNS: Final = {
    "len": "cable.words",
    "paras": "cable.paragraphs",
    "released": "cable.released",
}
TIMES: Final = frozenset({"date", "released"})
PROSIGNS: Final = {
    "r": "routine",
    "p": "priority",
    "o": "immediate",
    "z": "flash",
    "niact": "niact_immediate",
}
NONE: Final = "none"
IDS: Final = """cable.place IN (
    SELECT place FROM cable WHERE id IN (SELECT value FROM json_each(?)) UNION
    SELECT place FROM cable WHERE canonical IN (SELECT value FROM json_each(?))
)"""
CITED_BY: Final = (
    "cable.canonical IN (SELECT cited FROM citation WHERE place IN"
    " (SELECT place FROM cable WHERE id = ? OR canonical = ?))"
)


def value_part(asked: Is, lookup: Lookup) -> Part:
    """The condition that a field of the cable has a value."""
    if asked.field in BY_VALUE:
        return BY_VALUE[asked.field](asked.value, lookup)
    if asked.field == "class":
        return Gist(class_expression(asked))
    if asked.field == "paraclass":
        return _marked(asked)
    return _stretch(asked.field, *_bounds(asked.field, asked.value))


def compared_part(asked: Compare) -> Part:
    """The condition that a field is above or below a value."""
    if asked.field == "class":
        return Gist(class_expression(asked))
    if asked.field == "paraclass":
        return _marked(asked)
    first, after = _bounds(asked.field, asked.value)
    start, stop = {
        "<": (None, first),
        "<=": (None, after),
        ">": (after, None),
        ">=": (first, None),
    }[asked.sign]
    return _stretch(asked.field, start, stop)


def between_part(asked: Between) -> Part:
    """The condition that a field is between two values."""
    start = _bounds(asked.field, asked.low)[0] if asked.low else None
    stop = _bounds(asked.field, asked.high)[1] if asked.high else None
    return _stretch(asked.field, start, stop)


def around_part(asked: Around, minute: int) -> Part:
    """The condition that a time is near another one."""
    distance = asked.days * 24 * 60
    return _stretch(asked.field, minute - distance, minute + distance + 1)


def matching_part(asked: Matches, lookup: Lookup) -> Part:
    """The condition that a field has a match of a regular expression."""
    matches = matcher(asked.expression)
    match asked.field:
        case "origin":
            return _origins(filter(matches, lookup.origins))
        case "tag":
            return _tags(filter(matches, lookup.tags))
        case _:
            return Sql("has_match(?, cable.subject)", (asked.expression,))


def ids_part(values: Sequence[str]) -> Part:
    """The condition that the cable is one of some, however many."""
    names = json.dumps([*values, *map(canonical_id, values)])
    return Sql(IDS, (names, names), few=True)


def _origin(value: str, lookup: Lookup) -> Part:
    return _origins(lookup.origins_named(value))


def _country(value: str, lookup: Lookup) -> Part:
    return _origins(lookup.origins_in_country(value))


def _region(value: str, lookup: Lookup) -> Part:
    return _origins(lookup.origins_in_region(value))


def _id(value: str, _lookup: Lookup) -> Part:
    return ids_part((value,))


def _num(value: str, _lookup: Lookup) -> Part:
    return Sql("cable.number = ?", (int(value),), few=True)


def _tag(value: str, lookup: Lookup) -> Part:
    return _tags(lookup.tags_named(value))


def _tagkind(value: str, lookup: Lookup) -> Part:
    return _tags(lookup.tags_of_kind(value))


def _to(value: str, lookup: Lookup) -> Part:
    return _beginning(Kind.TO, value, lookup)


def _info(value: str, lookup: Lookup) -> Part:
    return _beginning(Kind.INFO, value, lookup)


def _from(value: str, lookup: Lookup) -> Part:
    return _beginning(Kind.FROM, value, lookup)


def _route(value: str, lookup: Lookup) -> Part:
    return _beginning(Kind.ROUTE, value, lookup)


def _precedence(value: str, _lookup: Lookup) -> Part:
    name = PROSIGNS.get(value.lower(), value)
    return Gist(exactly(term(Kind.PRECEDENCE, name)))


def _ref(value: str, _lookup: Lookup) -> Part:
    if value.lower() == NONE:
        return Gist(without(EVERY_CABLE, exactly(term(Kind.FLAG, "refs"))))
    return Gist(exactly(term(Kind.CITES, canonical_id(value))))


def _refby(value: str, _lookup: Lookup) -> Part:
    return Sql(CITED_BY, (value, canonical_id(value)), few=True)


def _article(value: str, lookup: Lookup) -> Part:
    words = words_of(value)
    return Gist(all_of(beginning(Kind.ARTICLE + word, lookup.expand) for word in words))


ByValue: TypeAlias = Callable[[str, Lookup], Part]
BY_VALUE: Final[dict[str, ByValue]] = {
    "origin": _origin,
    "country": _country,
    "region": _region,
    "id": _id,
    "num": _num,
    "tag": _tag,
    "tagkind": _tagkind,
    "to": _to,
    "info": _info,
    "from": _from,
    "route": _route,
    "precedence": _precedence,
    "ref": _ref,
    "refby": _refby,
    "article": _article,
}
"""Fields whose values are names."""


def _origins(names: Iterable[str]) -> Part:
    return Gist(either(exactly(term(Kind.ORIGIN, name)) for name in names))


def _tags(codes: Iterable[str]) -> Part:
    return Gist(either(exactly(term(Kind.TAG, code)) for code in codes))


def _beginning(kind: Kind, value: str, lookup: Lookup) -> Part:
    return Gist(beginning(term(kind, value), lookup.expand))


def _marked(asked: Is | Compare) -> Part:
    """The condition that some paragraph has a marking."""
    wanted = paragraph_expression(asked)
    if " AND " in wanted:  # a level and a caveat, which must be of the same paragraph
        return Passages(wanted, wanted)
    return Gist(wanted)


def _bounds(field: str, value: str) -> tuple[int, int]:
    """The first number or minute that a value means, and the first one after it."""
    if field in TIMES:
        return read_period(value) or (0, 0)
    return int(value), int(value) + 1


def _stretch(field: str, start: int | None, stop: int | None) -> Part:
    """The condition that a number or time is in a stretch."""
    if field == "date":
        return Created(start, stop)
    condition = between(COLUMNS[field], start, stop)
    return _released(condition) if field == "released" else condition


def _released(condition: Sql) -> Part:
    places = f"SELECT place FROM cable WHERE {condition.text}"
    return Listed(condition, Statement(places, condition.values))
