"""Addresses of cables and paragraphs, in all the forms that people hand around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cablereader.model.frozen import frozen
from cablereader.parse.cable_id import read_cable_id
from cablereader.parse.grammar import address as grammar

LONGEST = 2000
"""Characters; a longer text is no address."""


@frozen
class Address:
    """Which cable, and which of its paragraphs."""

    cable_id: str
    """As written; compare canonical ids."""
    label: str | None = None
    """As in `cablereader.model.block.Paragraph.label`; ``None`` for the whole."""


def read_address(text: str) -> Address | None:
    """The address in a text, ``None`` when there is none.

    Args:
        text: ``09MEXICO3195``, ``09 Mexico 3195``, ``09MEXICO3195#par5``,
            ``09MEXICO3195 ¶5``, ``09MEXICO3195:5``, the page's URL, the hashtag, a
            citation: whatever the program itself copies.
    """
    text = text.strip()[:LONGEST]
    match = grammar.ID.search(text)
    if match is None:
        head, _, label = text.partition(":")
        spelled = read_cable_id(head)
        return Address(str(spelled), label.strip() or None) if spelled else None
    behind = match.end()
    return Address(match[0], _label(text, behind) if behind < len(text) else None)


def _label(text: str, behind: int) -> str | None:
    match = (
        grammar.BEHIND.match(text, behind)
        or grammar.ANCHOR.search(text, behind)
        or grammar.IN_WORDS.search(text, behind)
    )
    return match["label"] if match else None


def joined_words(words: Iterable[str]) -> Iterator[str]:
    """Words of a command line, with ``09MEXICO3195 ¶5`` as the one that was meant."""
    held: str | None = None
    for word in words:
        if held is not None and grammar.LOOSE.match(word):
            yield f"{held} {word}"
            held = None
        else:
            if held is not None:
                yield held
            held = word
    if held is not None:
        yield held
