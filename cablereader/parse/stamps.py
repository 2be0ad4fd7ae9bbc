"""What a reviewer stamped on each page of a released copy: no part of the cable."""

from __future__ import annotations

from cablereader.parse.grammar import stamps as grammar


def is_stamped(text: str) -> bool:
    """Whether a text is a released copy, so that its lines may be stamps."""
    return any(map(text.__contains__, grammar.STAMP_SIGNS))


def is_stamp(words: str) -> bool:
    """Whether a line of such a copy is a stamp, or a page's number or classification.

    In any other text ``- 2 -`` or ``CONFIDENTIAL`` may be the cable's own.
    """
    return bool(grammar.STAMP.match(words))
