"""The summary of a cable, put together from its blocks (format.md section 4.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from cablereader.model.block import Block, Heading, Paragraph, Passage, PassageKind
from cablereader.parse.grammar import text as grammar

BEFORE_END: Final = " ([-"
"""Signs that "End Summary" may stand in."""
SIGNS: Final = ("ummary", "UMMARY")
"""Without one of these nothing ends a summary."""
MOST: Final = 8
"""Blocks that one summary may span."""


def read_summary(blocks: Iterable[Block]) -> str | None:
    """The words of the summary, without its title and "End Summary".

    It goes on to "End Summary" where that follows in a few blocks; else it is one
    paragraph, or what stands under the heading SUMMARY. Where nothing opens it, it is
    what stands before "End Summary".
    """
    seen = tuple(blocks)
    return _opened(seen) or _closed_only(seen)


def _opened(blocks: Iterable[Block]) -> str | None:
    """The summary that has a title."""
    parts: list[str] = []
    under_heading = False
    for block in blocks:
        if isinstance(block, Heading):
            if parts:
                break
            under_heading = bool(grammar.SUMMARY_TITLE.match(block.text))
            continue
        words = _words(block)
        if words is None:
            continue
        opened = _opening(block, words)
        if not (parts or opened or under_heading):
            continue
        parts.append(words[opened.end() :] if opened and not parts else words)
        if grammar.END_SUMMARY.search(words):
            return _closed(parts)
        if len(parts) == MOST:
            break
    return _closed(parts if under_heading else parts[:1])


def _closed_only(blocks: Iterable[Block]) -> str | None:
    """The summary that has only its end: 96ANKARA12278, 06CAIRO941."""
    parts: list[str] = []
    for block in islice(_texts(blocks), MOST):
        if grammar.HANDLING.match(block):
            continue
        parts.append(block)
        if any(map(block.__contains__, SIGNS)) and grammar.END_SUMMARY.search(block):
            return _closed(parts)
    return None


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    return filter(None, map(_words, blocks))


def _opening(block: Block, words: str) -> grammar.Match | None:
    """The title of a summary; in text without a number it may stand in the middle."""
    if isinstance(block, Passage):
        return grammar.RUN_IN_SUMMARY.search(words)
    return grammar.RUN_IN_SUMMARY.match(words)


def _words(block: Block) -> str | None:
    if isinstance(block, Paragraph):
        return block.text
    if isinstance(block, Passage) and block.kind is PassageKind.TEXT:
        return block.text
    return None


def _closed(parts: list[str]) -> str | None:
    """The parts as one text, up to "End Summary"."""
    text = "\n\n".join(parts)
    if end := grammar.END_SUMMARY.search(text):
        text = text[: end.start()].rstrip(BEFORE_END)
    return text.strip() or None
