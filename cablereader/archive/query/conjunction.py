"""What it means to ask for the same field twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cablereader.archive.query.level import read_level
from cablereader.model.query import And, Condition, Is, Or, all_of, any_of
from cablereader.model.query_field import FIELDS, FieldKind

SINGLE: Final = frozenset({FieldKind.SINGLE, FieldKind.RANGE, FieldKind.ORDERED})
"""Kinds of fields that have one value in a cable: no cable has two."""


def conjunction(parts: Sequence[Condition]) -> Condition:
    """All of some conditions; two plain values of a single-valued field mean either.

    ``origin:mexico origin:guatemala`` would else find nothing, ever. Comparisons,
    ranges and caveats narrow as they stand.
    """
    gathered: list[Condition] = []
    places: dict[str, int] = {}
    for part in _flat(parts):
        field = _single_field(part)
        if field is None or field not in places:
            if field is not None:
                places[field] = len(gathered)
            gathered.append(part)
        else:
            at = places[field]
            gathered[at] = any_of((gathered[at], part))
    return all_of(tuple(gathered))


def _flat(parts: Iterable[Condition]) -> Iterable[Condition]:
    for part in parts:
        yield from part.parts if isinstance(part, And) else (part,)


def _single_field(condition: Condition) -> str | None:
    """The single-valued field that a condition names one or more values of."""
    values = condition.parts if isinstance(condition, Or) else (condition,)
    fields = {_field_of_value(value) for value in values}
    return fields.pop() if len(fields) == 1 else None


def _field_of_value(condition: Condition) -> str | None:
    if not isinstance(condition, Is) or FIELDS[condition.field].kind not in SINGLE:
        return None
    if condition.field == "paraclass":  # of a paragraph, and a cable has many
        return None
    if FIELDS[condition.field].kind is FieldKind.ORDERED:
        test = read_level(condition.value)
        if test and test.level is None and not test.unmarked:
            return None
    return condition.field
