"""The page lines of the printer inside a body (format.md section 4.7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.model.block import PageMarker
from cablereader.model.defect import Span
from cablereader.parse.grammar import text as grammar

BLANKS: Final = " \t\n"


def find_pages(text: str) -> tuple[PageMarker, ...]:
    """The page markers of a body, in order, with the blanks about them."""
    found = sorted([*_pages(text), *_old_pages(text)])
    pages: list[PageMarker] = []
    floor = 0
    for start, stop, number, of in found:
        if start >= floor:
            span = _with_blanks(text, floor, start, stop)
            pages.append(PageMarker(span=span, number=number, of=of))
            floor = span.stop
    return tuple(pages)


def _pages(text: str) -> Iterator[tuple[int, int, int, int | None]]:
    if not grammar.PAGE_SIGN.search(text):
        return
    for match in grammar.PAGE.finditer(text):
        before = max(0, match.start() - 20)
        post = grammar.PAGE_POST.search(text[before : match.start()])
        if post is None:
            continue
        start = before + post.start("name" if post["name"] else "word")
        of = match["of"]
        yield (
            start,
            match.end(),
            _number(match["page"]),
            None if of.endswith(".") else _number(of),
        )


def _old_pages(text: str) -> Iterator[tuple[int, int, int, int | None]]:
    if "PAGE" not in text:
        return
    for match in grammar.OLD_PAGE.finditer(text):
        start = match.start()
        while stamp := grammar.PAGE_STAMP.search(text, max(0, start - 90), start):
            start = stamp.start()
        yield start, match.end(), _number(match["page"]), None


def _number(digits: str) -> int:
    return int(digits.replace("O", "0"))


def _with_blanks(text: str, floor: int, start: int, stop: int) -> Span:
    """The stretch with the blank lines about it, or the blanks within its line."""
    first = start
    while first > floor and text[first - 1] in BLANKS:
        first -= 1
    last = stop
    while last < len(text) and text[last] in BLANKS:
        last += 1
    newline = text.find("\n", first, start)
    return Span(newline + 1 if newline >= 0 else first, last)
