"""What is odd about a body as a whole: the defects that no single parser sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cablereader.model.defect import Defect, Span
from cablereader.model.raw import RawCable
from cablereader.parse.candidate import Start
from cablereader.parse.grammar import ending as grammar
from cablereader.parse.grammar import text as text_grammar
from cablereader.parse.normalise import ESCAPED_NEWLINE


def body_defects(
    raw: RawCable, text: str, top: int, starts: Sequence[Start], *, halved: bool
) -> Iterator[Defect]:
    """The defects of a body, in no order.

    Args:
        raw: Of the body.
        text: Its copy.
        top: Where its cable begins.
        starts: Of its paragraphs.
        halved: Whether two quotation marks in a row were meant as one.
    """
    yield from _repairs(raw.body)
    if halved:
        at = raw.body.find('""', top)
        yield Defect(code="doubled-quotes", span=Span(at, at + 2))
    yield from _losses(text)
    yield from _numbers(starts)
    for start in starts:
        if start.marking:
            yield from start.marking.defects


def _repairs(body: str) -> Iterator[Defect]:
    """What an export did to it."""
    for code, sign in (
        ("escaped-newline", ESCAPED_NEWLINE),
        ("line-separator", "\u2028"),
    ):
        # One character is found twenty times as fast as two.
        if sign[0] in body and (at := body.find(sign)) >= 0:
            count = body.count(sign)
            yield Defect(
                code=code, span=Span(at, at + len(sign)), note=f"{count} of them"
            )


def _losses(text: str) -> Iterator[Defect]:
    if any(map(text.__contains__, text_grammar.MISSING_SIGNS)):
        for match in text_grammar.MISSING_SECTION.finditer(text):
            span = Span(*match.span())
            yield Defect(code="missing-section", span=span, note=match[1])
    if cut := grammar.CUT.search(text, max(0, len(text) - 20)):
        yield Defect(code="cut-text", span=Span(cut.start(), cut.start() + 3))


def _numbers(starts: Sequence[Start]) -> Iterator[Defect]:
    """Numbers that are not those that come next.

    One that fits nowhere, ``4, 15, 5``, says nothing of what comes behind it.
    """
    seen: set[int] = set()
    expected = 1
    for start in starts:
        span = Span(start.at, start.text_at)
        if start.guessed:
            yield Defect(code="number-unreadable", span=span, note=str(start.number))
        elif start.number < expected and start.number in seen:
            yield Defect(code="number-repeated", span=span, note=str(start.number))
        elif start.number > expected:
            missing = f"{expected} to {start.number - 1}"
            yield Defect(code="number-gap", span=span, note=missing)
        seen.add(start.number)
        expected = start.number + 1
