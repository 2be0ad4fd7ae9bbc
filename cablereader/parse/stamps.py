"""What is said of a whole cable: a reviewer's stamps, and how it is to be handled."""

from __future__ import annotations

from cablereader.parse.grammar import front as front_grammar
from cablereader.parse.grammar import stamps as grammar


def is_stamped(text: str) -> bool:
    """Whether a text is a released copy, so that its lines may be stamps."""
    return any(map(text.__contains__, grammar.STAMP_SIGNS))


def is_stamp(words: str) -> bool:
    """Whether a line of such a copy is a stamp, or a page's number or classification.

    In any other text ``- 2 -`` or ``CONFIDENTIAL`` may be the cable's own.
    """
    return bool(grammar.STAMP.match(words))


def is_sentence_of_handling(words: str) -> bool:
    """Whether a line says what the whole cable is, and is neither caption nor field."""
    return may_be_of_handling(words) and bool(front_grammar.STAMP.match(words))


def may_be_of_handling(words: str) -> bool:
    """Whether that is worth a look."""
    return any(map(words.lower().__contains__, front_grammar.STAMP_SIGNS))
