"""Where the cable begins in a body that has something before it (format.md 3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from cablereader.parse.grammar import front as grammar
from cablereader.parse.openings import Opening, find_openings

WINDOW: Final = 16_000
"""Characters looked at; a pasted record with 54 recipients has 5,000."""
HEAD: Final = 80
"""Characters of a body's start that are not there twice by chance."""
TEASER: Final = (150, 340)
"""Characters behind the body's first word between which its own cut start ends."""


def find_top(text: str, start: int) -> int:
    """Offset of the first line of the cable itself.

    What is before it is a teaser, a record of the source database, a newspaper's date
    line, or nothing.

    Args:
        text: The copy of a body.
        start: Where the header stood; what is before it is no cable.
    """
    stop = min(len(text), start + WINDOW)
    openings = find_openings(text, start, stop)
    if after := _record_end(text, start, stop):
        return _first_from(openings, after, otherwise=_words_from(text, after))
    words = _words_from(text, start)
    teaser = _teaser_end(text, words)
    if teaser and (again := text.find(text[words : words + HEAD], teaser, stop)) > 0:
        # So a top without a classification line is found too (09LAPAZ96).
        return again
    opening = next(openings, None)
    if opening is None:
        return start
    if teaser:
        both = chain([opening], openings)
        later = next((each for each in both if each.start >= teaser), None)
        if later and _is_again(opening, later):
            return later.start
    first = opening.start
    label = first > start and grammar.FIRST_LABEL.search(text, start, first)
    if label and not grammar.RECORD.search(text, start, first):
        return start
    return first


def _record_end(text: str, start: int, stop: int) -> int:
    """Offset behind the header of a pasted record; 0 without one."""
    if text.find(grammar.HEADER_END, start, stop) < 0:
        return 0
    ends = [match.end() for match in grammar.HEADER_ENDS.finditer(text, start, stop)]
    return ends[-1] if ends else 0


def _first_from(openings: Iterator[Opening], offset: int, *, otherwise: int) -> int:
    return next(
        (opening.start for opening in openings if opening.start >= offset), otherwise
    )


def _teaser_end(text: str, start: int) -> int:
    """Offset behind the teaser that begins with the word at ``start``; 0 without one.

    The empty lines above it are no part of it: a page has none, a text has some.
    """
    end = grammar.TEASER_END.search(text, start + TEASER[0], start + TEASER[1])
    return end.end() if end else 0


def _is_again(opening: Opening, later: Opening) -> bool:
    """Whether a classification line may be the first one once more.

    That of a later section is not; what a teaser cut may be another (05PRAGUE470).
    """
    section = later.section
    return opening == later or section is None or section.number == 1


def _words_from(text: str, offset: int) -> int:
    """Offset of the first word from there on."""
    while offset < len(text) and text[offset] in " \t\n":
        offset += 1
    return offset
