"""Addresses of cables and paragraphs, in all the forms that people hand around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cablereader.model.frozen import frozen
from cablereader.parse.cable_id import read_cable_id
from cablereader.parse.grammar import address as grammar

LONGEST: Final = 2000
"""Characters; a longer text is no address."""
LONGEST_NUMBER: Final = 3
"""Digits of a paragraph."""


@frozen
class Address:
    """Which cable, or which file, and which of its paragraphs."""

    name: str
    """The reference id as written (compare canonical ids), or the path."""
    labels: tuple[str, ...] = ()
    """As in `cablereader.model.block.Paragraph.label`; none for the whole."""
    unread: str = ""
    """What stands where the paragraph should, and says none: ``:goat``."""

    @property
    def label(self) -> str | None:
        """The first paragraph; ``None`` for the whole."""
        return self.labels[0] if self.labels else None

    @property
    def fault(self) -> str:
        """What is wrong with it, and how to write it; empty if nothing is."""
        if not self.unread:
            return ""
        forms = f"{self.name}:3, #par3 or ¶3; several as :1,3 or :2-4"
        return f"{self.name}{self.unread}: which paragraph? Write {forms}"


def read_address(text: str) -> Address | None:
    """The address in a text, ``None`` when there is none.

    Args:
        text: ``09MEXICO3195``, ``09 Mexico 3195``, ``09MEXICO3195#par5``,
            ``09MEXICO3195 ¶5``, ``09MEXICO3195:5``, the page's URL, the hashtag, a
            citation: whatever the program itself copies; of several paragraphs too.
    """
    text = text.strip()[:LONGEST]
    if match := grammar.FIRST.match(text):
        return _alone(match["id"].upper(), text[match.end() :])
    if match := grammar.ID.search(text):
        return _in_text(match[0], text[match.end() :])
    if split := split_address(text):
        head, rest = split
        if spelled := read_cable_id(head):
            return _alone(str(spelled), rest)
    spelled = read_cable_id(text)
    return Address(str(spelled)) if spelled else None


def split_address(text: str) -> tuple[str, str] | None:
    """What stands before the last sign of a paragraph, and the rest: ``a.txt``, ``:3``.

    ``None`` where there is no sign.
    """
    signs = [match.start() for match in grammar.SIGN.finditer(text)]
    return (text[: signs[-1]], text[signs[-1] :]) if signs and signs[-1] else None


def address_of(name: str, rest: str) -> Address:
    """The address of what has a name, by all that stands behind it."""
    match = grammar.SUFFIX.match(rest)
    if match is None:
        return Address(name, unread=rest)
    labels = _labels(match["labels"]) if match["labels"] else ()
    return Address(name, labels) if labels is not None else Address(name, unread=rest)


def _alone(cable_id: str, rest: str) -> Address:
    """Of an id at the beginning: a paragraph follows it, or the rest of a citation."""
    address = address_of(cable_id, rest)
    labels = _cited(rest) if address.unread else ()
    return Address(cable_id, labels) if labels else address


def _in_text(cable_id: str, rest: str) -> Address:
    """Of an id in a URL or a citation: whatever else follows it says nothing."""
    match = grammar.BEHIND.match(rest)
    labels = (_labels(match["labels"]) if match else ()) or _cited(rest)
    fragment = grammar.FRAGMENT.match(rest)
    if fragment and not labels:
        return Address(cable_id, unread=fragment["unread"])
    return Address(cable_id, labels)


def _cited(text: str) -> tuple[str, ...]:
    match = grammar.ANCHOR.search(text) or grammar.IN_WORDS.search(text)
    return (_labels(match["labels"]) or ()) if match else ()


def _labels(text: str) -> tuple[str, ...] | None:
    """The paragraphs of ``1,3-5``, each once; ``None`` if one goes backwards."""
    labels: list[str] = []
    for stretch in grammar.STRETCH.finditer(text):
        first, last = stretch["first"], stretch["last"]
        if last is None:
            labels.append(first)
        elif not first.isdecimal() or int(last) < int(first):
            return None
        else:
            labels += map(str, range(int(first), int(last) + 1))
    return tuple(dict.fromkeys(labels))


def joined_words(words: Iterable[str]) -> Iterator[str]:
    """Words of a command line, with ``09MEXICO3195 ¶5`` as the one that was meant."""
    held: str | None = None
    for word in words:
        if held is not None and _belongs_to(held, word):
            yield f"{held} {word}"
            held = None
        else:
            if held is not None:
                yield held
            held = word
    if held is not None:
        yield held


def _belongs_to(held: str, word: str) -> bool:
    """Whether a word is the paragraph of the one before; ``3`` is, of an id alone."""
    if word.isdecimal() and len(word) <= LONGEST_NUMBER:
        address = read_address(held) if grammar.FIRST.match(held) else None
        return address is not None and not (address.labels or address.unread)
    return grammar.LOOSE.match(word) is not None
