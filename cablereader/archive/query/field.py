"""What stands after the name of a field in a query."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from cablereader.archive.query.days import FORMS, read_distance, read_period
from cablereader.archive.query.level import KNOWN, read_level
from cablereader.archive.query.scanner import Scanner
from cablereader.archive.query.text import LISTED, take_text
from cablereader.archive.words.folding import words_of
from cablereader.archive.words.typed_expression import ExpressionError, matcher
from cablereader.model.nearest import nearest
from cablereader.model.query import (
    Around,
    Between,
    Compare,
    Condition,
    Contains,
    Is,
    Match,
    Matches,
    any_of,
)
from cablereader.model.query_field import REGEX_FIELDS, FieldKind, QueryField

REGEX: Final = re.compile(r"/(?P<expression>(?:[^/\\]|\\.){1,200})/(?![^\s()|])")
SIGN: Final = re.compile(r"[<>]=?")
QUOTED: Final = re.compile(r'"(?P<text>[^"]*)"')
NUMBER: Final = re.compile(r"\d{1,9}")
DATES: Final = frozenset({"date", "released"})
COMPARED: Final = frozenset({FieldKind.RANGE, FieldKind.ORDERED})


def read_regex(scanner: Scanner, field: QueryField) -> Matches | None:
    """The regular expression that begins here, if one does.

    Raises:
        QueryError: Where it is broken, or the field takes none.
    """
    if scanner.next != "/":
        return None
    start = scanner.at
    if field.name not in REGEX_FIELDS:
        known = ", ".join(sorted(REGEX_FIELDS))
        raise scanner.error(f"{field.name}: takes no /expression/, only {known} do")
    found = scanner.take(REGEX)
    if found is None:
        raise scanner.error("this / is not closed; add one behind the expression")
    try:
        matcher(found["expression"])
    except ExpressionError as error:
        raise scanner.error(f"no regular expression: {error}", start) from error
    return Matches(field.name, found["expression"])


def read_texts(scanner: Scanner, field: QueryField, match: Match) -> Condition:
    """The texts after the name of a part of the cable; a comma means either.

    Raises:
        QueryError: Where there is none.
    """
    part = None if field.name == "para" else field.name
    return any_of(
        tuple(
            _listed(scanner, lambda: Contains(take_text(scanner, match, LISTED), part))
        )
    )


def read_values(scanner: Scanner, field: QueryField) -> Condition:
    """The values after the name of a field; a comma means either.

    Raises:
        QueryError: Where there is none, or one that the field cannot have.
    """
    return any_of(tuple(_listed(scanner, lambda: _value(scanner, field))))


def _listed(scanner: Scanner, read: Callable[[], Condition]) -> Iterator[Condition]:
    yield read()
    while scanner.take_sign(","):
        yield read()


def _value(scanner: Scanner, field: QueryField) -> Condition:
    start = scanner.at
    sign = scanner.take(SIGN) if field.kind in COMPARED else None
    if sign is None:
        scanner.take_sign("=")
    if quoted := scanner.take(QUOTED):
        condition: Condition = Is(field.name, " ".join(quoted["text"].split()))
    elif bare := scanner.take(LISTED):
        condition = _bare(field, bare[0])
    else:
        raise scanner.error(f"a value of {field.name}: is missing here")
    if sign and not isinstance(condition, Is):
        raise scanner.error(f"{sign[0]} stands before one value, not a range", start)
    if sign and isinstance(condition, Is):
        condition = Compare(field.name, sign[0], condition.value)
    if fault := _fault(field, condition):
        raise scanner.error(fault, start)
    return condition


def _bare(field: QueryField, text: str) -> Condition:
    if field.name in DATES and (distance := read_distance(text)):
        cable_id, days = distance
        return Around(field.name, days, cable_id or None)
    if field.kind is FieldKind.RANGE and ".." in text:
        low, _, high = text.partition("..")
        return Between(field.name, low or None, high or None)
    return Is(field.name, text)


def _fault(field: QueryField, condition: Condition) -> str | None:
    """What is wrong with the values of a condition, and what to write instead."""
    match condition:
        case Is(value=value):
            return _fault_of_value(field, value)
        case Compare(value=value):
            return _fault_of_value(field, value) or _fault_of_order(field, value)
        case Between(low=None, high=None):
            return "a range needs a beginning or an end"
        case Between(low=low, high=high):
            faults = (_fault_of_value(field, each) for each in (low, high) if each)
            return next(filter(None, faults), None) or _fault_of_range(field, condition)
    return None


def _fault_of_range(field: QueryField, condition: Between) -> str | None:
    """A range goes from less to more, from early to late."""
    low, high = condition.low, condition.high
    if not low or not high:
        return None
    if field.name in DATES:
        first, last = read_period(low), read_period(high)
        backwards = bool(first and last and last[1] <= first[0])
    else:
        backwards = int(low) > int(high)
    if not backwards:
        return None
    return f"the range goes backwards; write {field.name}:{high}..{low}"


def _fault_of_value(field: QueryField, value: str) -> str | None:
    if not words_of(value):
        return f"a value of {field.name}: is missing here"
    if known := field.words:
        return _unless_among(field, value.replace(" ", "_"), known)
    if field.name in DATES:
        return None if read_period(value) else f"no date; write {FORMS}"
    if field.kind is FieldKind.RANGE or field.name == "num":
        return None if NUMBER.fullmatch(value) else f"{field.name}: takes a number"
    if field.kind is FieldKind.ORDERED and not read_level(value):
        return f"no classification is called {value}{nearest(value, KNOWN)}"
    return None


def _fault_of_order(field: QueryField, value: str) -> str | None:
    if field.kind is not FieldKind.ORDERED:
        return None
    test = read_level(value)
    if test is None or test.rank is None or test.caveats:
        return f"{value} is neither above nor below another; give a level"
    return None


def _unless_among(field: QueryField, value: str, known: tuple[str, ...]) -> str | None:
    if value.lower() in known:
        return None
    near = nearest(value, known)
    return f"{field.name}: knows no {value}{near or '; it knows ' + ', '.join(known)}"
