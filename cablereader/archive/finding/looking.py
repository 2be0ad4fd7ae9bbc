"""Whether a text stands in a cable as it was asked for, by a look at the cable."""

from __future__ import annotations

from collections.abc import Iterator

from cablereader.archive.finding.level_part import paragraph_matches
from cablereader.archive.words.indexing import PassageText, front_of, passages_of
from cablereader.archive.words.matching import holds
from cablereader.model.cable import Cable
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


def stands_in(condition: Contains | InParagraph, cable: Cable) -> bool:
    """Whether a text stands in a part of a cable, or in one of its paragraphs."""
    match condition:
        case Contains(pattern=pattern, field=field):
            return holds(pattern, _texts(cable, field))
        case InParagraph(condition=inner):
            return any(
                holds_in_passage(inner, passage) for passage in passages_of(cable)
            )


def _texts(cable: Cable, field: str | None) -> Iterator[str]:
    """The texts that a field is; those of the text itself if it is ``None``."""
    front = front_of(cable)
    if field is None:
        yield from (front.subject, front.references)
    elif field != "body":
        yield getattr(front, field)
    if field in (None, "body"):
        yield from (passage.text for passage in passages_of(cable))


def holds_in_passage(condition: Condition, passage: PassageText) -> bool:
    """Whether a condition on one paragraph holds in a passage."""
    match condition:
        case And(parts=parts):
            return all(holds_in_passage(part, passage) for part in parts)
        case Or(parts=parts):
            return any(holds_in_passage(part, passage) for part in parts)
        case Not(part=part):
            return not holds_in_passage(part, passage)
        case Contains(pattern=pattern):
            return holds(pattern, (passage.text,))
        case Is() | Compare():
            return paragraph_matches(condition, passage.marking)
        case _:
            return False
