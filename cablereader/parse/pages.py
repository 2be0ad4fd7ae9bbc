"""The page lines of the printer inside a body (format.md section 4.7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.model.block import PageMarker
from cablereader.model.defect import Span
from cablereader.parse.grammar import text as grammar

POST_LETTERS: Final = 10
"""Of a post's name, in a page line."""
BLANKS: Final = " \t\n"
BEFORE_SIGN: Final = 33
"""Characters of a page line, its post apart, before the last letter of its ``OF``."""
BEHIND_SIGN: Final = 5
"""Those behind the blanks that follow it, and one more."""


def find_pages(text: str, post: str | None = None) -> tuple[PageMarker, ...]:
    """The page markers of a body, in order, with the blanks about them.

    Args:
        text: The copy of a body.
        post: The post of the classification line, which page lines repeat.
    """
    found = sorted([*_pages(text, post), *_old_pages(text)])
    pages: list[PageMarker] = []
    floor = 0
    for start, stop, number, of in found:
        if start >= floor:
            span = _with_blanks(text, floor, start, stop)
            pages.append(PageMarker(span=span, number=number, of=of))
            floor = span.stop
    return tuple(pages)


def _pages(text: str, post: str | None) -> Iterator[tuple[int, int, int, int | None]]:
    name = (post or "").upper()[:POST_LETTERS]
    floor = 0
    for sign in grammar.PAGE_SIGN.finditer(text):
        first = max(floor, sign.start() - BEFORE_SIGN)
        match = grammar.PAGE.search(text, first, sign.end() + BEHIND_SIGN)
        if match is None:
            continue
        floor = match.end()
        start = _post_start(text, match.start(), name)
        if start is not None:
            of = None if match["of"].endswith(".") else _number(match["of"])
            yield start, floor, _number(match["page"]), of


def _post_start(text: str, stop: int, post: str) -> int | None:
    """Where the post name begins that ends before ``stop``, if there is one."""
    before = max(0, stop - 20)
    words = text[before:stop]
    if post and words.rstrip().endswith(post.rstrip()):
        return before + words.rindex(post.rstrip())
    match = grammar.PAGE_POST.search(words)
    if match is None:
        return None
    return before + match.start("name" if match["name"] else "word")


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
