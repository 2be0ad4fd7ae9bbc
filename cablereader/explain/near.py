"""Terms that somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.explain import table
from cablereader.explain.acronyms import spellings

SECTIONS: Final = (
    ("captions", "captions"),
    ("precedence", "precedences"),
    ("signals", "signals"),
    ("fields", "fields"),
    ("glossary", "governments"),
    ("posts", "posts"),
)
CODES: Final = ("subject", "program", "geographic", "organization")
"""Kinds of TAGS that are codes, no words or names."""
INDICATOR: Final = range(5, 8)
"""Letters of a routing indicator."""


def known_terms(like: str) -> Iterator[str]:
    """The terms that a word like this may be a slip of.

    Routing indicators, of which there are thousands, only where it looks like one.
    """
    for name, section in SECTIONS:
        yield from table.every(name, section)
    for code, facts in table.every("tags", "tags").items():
        slip = "use" in facts or "split" in facts
        if not slip and facts.text("kind") in CODES:
            yield code
    yield from spellings()
    if like.startswith("R") and like.isupper() and len(like) in INDICATOR:
        yield from table.every("routing", "indicators")
