"""Run-in titles: the words that a first sentence stands behind (format.md 4.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cablereader.model.block import Block, Heading, Paragraph
from cablereader.model.frozen import replace
from cablereader.parse.grammar import text as grammar

MOST: Final = 8
"""Blocks that one summary may span."""


def run_in_title(text: str) -> str | None:
    """The title that a paragraph begins with: ``Summary``, ``Action request``."""
    match = grammar.RUN_IN.match(text)
    return match["title"].strip('"( ').capitalize() if match else None


def with_open_summary(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; paragraphs of a summary of several all stand in its section."""
    inside: range = range(0)
    title: str | None = None
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if grammar.RUN_IN_SUMMARY.match(block.text):
                inside = range(
                    index + 1, _summary_stop(blocks[index : index + MOST]) + index
                )
                title = block.section
            elif index in inside:
                yield replace(block, section=title)
                continue
        yield block


def _summary_stop(blocks: Iterable[Block]) -> int:
    """How many of the blocks belong to the summary that the first one begins."""
    for number, block in enumerate(blocks, 1):
        if isinstance(block, Heading):
            break
        if isinstance(block, Paragraph) and grammar.END_SUMMARY.search(block.text):
            return number
    return 1
