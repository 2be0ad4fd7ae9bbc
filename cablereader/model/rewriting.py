"""Conditions changed leaf by leaf."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from cablereader.model.query import (
    And,
    Around,
    Between,
    Compare,
    Condition,
    Contains,
    Everything,
    InParagraph,
    Is,
    Matches,
    Not,
    Or,
    all_of,
    any_of,
)

Leaf: TypeAlias = Contains | Is | Compare | Between | Around | Matches | Everything
"""A condition that holds no other one."""


def rewritten(condition: Condition, change: Callable[[Leaf], Condition]) -> Condition:
    """The condition with each of its leaves changed."""
    match condition:
        case And(parts=parts):
            return all_of(tuple(rewritten(part, change) for part in parts))
        case Or(parts=parts):
            return any_of(tuple(rewritten(part, change) for part in parts))
        case Not(part=part):
            return Not(rewritten(part, change))
        case InParagraph(condition=inner):
            return InParagraph(rewritten(inner, change))
        case _:
            return change(condition)


def wanted_leaves(condition: Condition) -> Iterator[Leaf]:
    """The leaves that a cable is found by; not those that keep it out."""
    match condition:
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from wanted_leaves(part)
        case InParagraph(condition=inner):
            yield from wanted_leaves(inner)
        case Not():
            return
        case _:
            yield condition
