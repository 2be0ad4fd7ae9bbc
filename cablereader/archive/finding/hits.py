"""Where in a cable the words of a query stand.

What knows the texts of a cable is loaded when there are words to look for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cablereader.archive.finding.paragraph_part import merged
from cablereader.archive.words.matching import spans_of
from cablereader.model.block import Block, Paragraph
from cablereader.model.cable import Cable
from cablereader.model.defect import Span
from cablereader.model.hit import Hit
from cablereader.model.query import And, Condition, Contains, InParagraph, Or, texts_in


def hits_in(condition: Condition, cable: Cable) -> tuple[Hit, ...]:
    """The places of a cable that a condition is about, in the order of the text.

    Args:
        condition: Of a query; what it excludes is nowhere.
        cable: Need not be found by it.
    """
    wanted = tuple(_leaves(condition))
    if not wanted:
        return ()
    subject = _spans(wanted, cable.title, ("subject", None))
    front = (Hit(block=None, text=cable.title, spans=subject),) if subject else ()
    return (*front, *_in_passages(wanted, cable))


def spans_in_subject(condition: Condition, subject: str) -> tuple[Span, ...]:
    """The stretches of a subject that a condition is about, in order."""
    return _spans(tuple(_leaves(condition)), subject, ("subject", None))


def _in_passages(
    wanted: Iterable[Contains | InParagraph], cable: Cable
) -> Iterator[Hit]:
    from cablereader.archive.finding.looking import holds_in_passage  # noqa: PLC0415  # as said
    from cablereader.archive.words.indexing import passages_of  # noqa: PLC0415  # as said

    paragraphs = [each for each in wanted if isinstance(each, InParagraph)]
    for passage in passages_of(cable):
        inside = (
            text
            for each in paragraphs
            if holds_in_passage(each.condition, passage)
            for text in texts_in(each)
        )
        if spans := _spans((*wanted, *inside), passage.text, ("body", None)):
            yield _hit(cable.blocks[passage.block], passage.block, passage.text, spans)


def _hit(block: Block, position: int, text: str, spans: tuple[Span, ...]) -> Hit:
    if not isinstance(block, Paragraph):
        return Hit(block=position, text=text, spans=spans)
    marking = str(block.marking) if block.marking else None
    return Hit(
        block=position, label=block.label, marking=marking, text=text, spans=spans
    )


def _leaves(condition: Condition) -> Iterator[Contains | InParagraph]:
    """The texts that a cable is found by."""
    match condition:
        case Contains() | InParagraph():
            yield condition
        case And(parts=parts):
            for part in merged(parts):
                yield from _leaves(part)
        case Or(parts=parts):
            for part in parts:
                yield from _leaves(part)
        case _:
            return


def _spans(
    wanted: Iterable[Contains | InParagraph], text: str, fields: tuple[str | None, ...]
) -> tuple[Span, ...]:
    """Where texts of some fields stand, overlapping ones joined."""
    found = sorted(
        span
        for each in wanted
        if isinstance(each, Contains) and each.field in fields
        for span in spans_of(each.pattern, text)
    )
    joined: list[Span] = []
    for span in found:
        if joined and span.start <= joined[-1].stop:
            joined[-1] = Span(joined[-1].start, max(joined[-1].stop, span.stop))
        else:
            joined.append(span)
    return tuple(joined)
