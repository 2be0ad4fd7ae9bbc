"""Run-in titles: the words that a first sentence stands behind (format.md 4.5)."""

from __future__ import annotations

from cablereader.parse.grammar import text as grammar


def run_in_title(text: str) -> str | None:
    """The title that a paragraph begins with: ``Summary``, ``Action request``."""
    match = grammar.RUN_IN.match(text)
    return match["title"].strip('"( ').capitalize() if match else None
