"""A REF block into its entries, by the letters or numbers before them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.model.frozen import frozen, replace
from cablereader.parse.grammar import reference as grammar

WIDEST_GAP: Final = 2
"""So many letters may be missing before one that begins a line."""
INDENT: Final = 40
"""Blanks before a label that begins a line, at most."""


@frozen
class Entry:
    """One entry of a REF block, with its label and without it."""

    label: str | None
    text: str


@frozen
class _Label:
    """A letter or number that may begin an entry."""

    name: str
    """A capital letter, or digits."""
    style: str
    """How it is set off: ``enclosed``, ``closed``, ``numbered`` or ``bare``."""
    start: int
    stop: int
    """After it and the blanks behind it."""
    begins_line: bool


def split_entries(block: str) -> tuple[Entry, ...]:
    """The entries of a REF block from its label on.

    What stands before the first letter is an entry without label.
    """
    text = _without_furniture(block)
    labels = tuple(_sequence(text))
    starts = (0, *(label.stop for label in labels))
    stops = (*(label.start for label in labels), len(text))
    names = (None, *(label.name for label in labels))
    return tuple(
        Entry(name, text[start:stop])
        for name, start, stop in zip(names, starts, stops, strict=True)
        if text[start:stop].strip(" \t\n,;.")
    )


def _without_furniture(block: str) -> str:
    """The text between the block's label and the next field of a mashed top."""
    start = 0
    while match := grammar.BLOCK_LABEL.match(block, start):
        start = match.end()
    text = block[start:]
    if any(sign in text for sign in grammar.PAGE_SIGNS):
        text = grammar.PAGE.sub("\n", text)
    end = grammar.BLOCK_END.search(text)
    return text[: end.start()] if end else text


def _sequence(text: str) -> Iterator[_Label]:
    """The labels that count, in order; a doubled one (``A. A)``) once."""
    last: _Label | None = None
    for label in _candidates(text):
        if last is None:
            if _begins(label):
                last = label
        elif label.name == last.name and not text[last.stop : label.start].strip():
            last = replace(label, start=last.start)
        elif _continues(label, last):
            yield last
            last = label
    if last:
        yield last


def _candidates(text: str) -> Iterator[_Label]:
    for match in grammar.ENUMERATOR.finditer(text):
        style = match.lastgroup or "bare"
        before = text[max(match.start() - INDENT, 0) : match.start()]
        yield _Label(
            match[style].upper(),
            style,
            *match.span(),
            begins_line=not before.rpartition("\n")[2].strip()
            and ("\n" in before or match.start() < INDENT),
        )


def _begins(label: _Label) -> bool:
    """Whether a sequence may begin with that label."""
    if label.name.isdecimal() or label.style == "bare":
        return label.begins_line and label.name in ("1", "A")
    if label.begins_line:
        return _place(label) <= WIDEST_GAP
    return label.name == "A"


def _continues(label: _Label, last: _Label) -> bool:
    """Whether a label is the next one after ``last``, or one soon after it."""
    if label.name.isdecimal() != last.name.isdecimal():
        return False
    step = _place(label) - _place(last)
    if label.style == "bare":
        return step == 1 and (label.begins_line or last.style == "bare")
    if label.begins_line:
        return 0 <= step <= 1 + WIDEST_GAP
    return step == 1 and label.style == last.style


def _place(label: _Label) -> int:
    """0 for the first of a sequence."""
    return int(label.name) - 1 if label.name.isdecimal() else ord(label.name) - ord("A")
