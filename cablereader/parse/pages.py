"""The page lines of the printer inside a body (format.md section 4.7)."""

from __future__ import annotations

from cablereader.model.block import PageMarker
from cablereader.model.defect import Span
from cablereader.parse.grammar import text as grammar


def find_pages(text: str) -> list[PageMarker]:
    """The page markers of a body, in order, with the blanks about them."""
    pages: list[PageMarker] = []
    for match in grammar.PAGE.finditer(text):
        floor = pages[-1].span.stop if pages else 0
        start = match.start()
        name = grammar.PAGE_POST.search(text, max(floor, start - 14), start)
        pages.append(
            PageMarker(
                span=_with_blanks(
                    text, floor, name.start() if name else start, match.end()
                ),
                number=_number(match["part"] or match["page"]),
                of=_number(match["of"]),
            )
        )
    return pages


def _number(digits: str) -> int:
    return int(digits.replace("O", "0"))


def _with_blanks(text: str, floor: int, start: int, stop: int) -> Span:
    """The stretch with the blank lines about it, or the blanks within its line."""
    first = start
    while first > floor and text[first - 1] in " \t\n":
        first -= 1
    newline = text.find("\n", first, start)
    last = stop
    while last < len(text) and text[last] in " \t\n":
        last += 1
    if newline >= 0:
        first = newline + 1
    return Span(first, last)
