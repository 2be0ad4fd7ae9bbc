"""Conditions on one paragraph, as one expression for the index of passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cablereader.archive.finding.expression import (
    NEVER,
    Expand,
    all_of,
    either,
    in_columns,
    necessary,
    of_pattern,
    without,
)
from cablereader.archive.finding.level_part import EVERY_PASSAGE, paragraph_expression
from cablereader.archive.finding.part import Part, Passages
from cablereader.archive.finding.text_part import needs_a_look, stands
from cablereader.model.query import (
    And,
    Compare,
    Condition,
    Contains,
    InParagraph,
    Is,
    Not,
    Or,
)
from cablereader.model.query import (
    all_of as all_conditions,
)


def merged(parts: Sequence[Condition]) -> list[Condition]:
    """The parts of a conjunction, each ``paraclass:`` moved into each ``para:``.

    Beside ``para:`` the marking is that of the same paragraph.
    """
    markings = [part for part in parts if _is_marking(part)]
    if not markings or not any(isinstance(part, InParagraph) for part in parts):
        return list(parts)
    return [
        InParagraph(all_conditions((part.condition, *markings)))
        if isinstance(part, InParagraph)
        else part
        for part in parts
        if not _is_marking(part)
    ]


def paragraph_parts(condition: InParagraph, expand: Expand) -> tuple[Part, ...]:
    """The conditions that all of another one holds in one paragraph."""
    inner = condition.condition
    found = Passages(_in_row(inner, expand), _of_cable(inner, expand))
    return (found, stands(condition)) if any(_looks(inner)) else (found,)


def _is_marking(condition: Condition) -> bool:
    match condition:
        case Is(field="paraclass") | Compare(field="paraclass"):
            return True
        case Not(part=part):
            return _is_marking(part)
        case Or(parts=parts):
            return all(map(_is_marking, parts))
        case _:
            return False


def _in_row(condition: Condition, expand: Expand) -> str:
    match condition:
        case And(parts=parts):
            return all_of(_in_row(part, expand) for part in parts)
        case Or(parts=parts):
            return either(_in_row(part, expand) for part in parts)
        case Not(part=part):
            # Where the index finds too many, they cannot all be left out.
            unwanted = NEVER if any(_looks(part)) else _in_row(part, expand)
            return without(EVERY_PASSAGE, unwanted)
        case Contains(pattern=pattern):
            return in_columns(("body",), of_pattern(pattern, expand))
        case Is() | Compare():
            return paragraph_expression(condition)
    return NEVER


def _of_cable(condition: Condition, expand: Expand) -> str | None:
    """What the index of whole cables says where the condition holds in a paragraph."""
    match condition:
        case And(parts=parts):
            needs = [_of_cable(part, expand) for part in parts]
            known = [need for need in needs if need]
            return all_of(known) if known else None
        case Or(parts=parts):
            needs = [_of_cable(part, expand) for part in parts]
            known = [need for need in needs if need]
            return either(known) if len(known) == len(needs) else None
        case Contains(pattern=pattern):
            return necessary(pattern, expand)
        case Is() | Compare():
            return paragraph_expression(condition)
        case _:
            return None


def _looks(condition: Condition) -> Iterator[bool]:
    """For each text in a condition, whether the index finds too many."""
    match condition:
        case Contains(pattern=pattern):
            yield needs_a_look(pattern)
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _looks(part)
        case Not(part=part):
            yield from _looks(part)
