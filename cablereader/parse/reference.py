"""The REF block: what a cable cites (format.md §6.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.model.frozen import replace
from cablereader.model.reference import Reference, ReferenceKind
from cablereader.parse.enumeration import Entry, split_entries
from cablereader.parse.grammar import reference as grammar
from cablereader.parse.printed_id import PrintedId, find_printed_ids

KINDS: Final = (
    (ReferenceKind.EMAIL, grammar.EMAIL),
    (ReferenceKind.TELCON, grammar.TELCON),
    (ReferenceKind.REPORT, grammar.REPORT),
)


def read_references(
    block: str, *, year: int | None, post: str | None
) -> tuple[Reference, ...]:
    """The entries of a REF block.

    Args:
        block: Its text from the label on, page markers removed.
        year: Of the citing cable, four digits: a reference without year has it.
        post: Id name of the citing cable's post: a bare number is of it.

    Returns:
        The entries in order: one for each cable (``STATE 1 AND 2`` are two, under the
        same label), one for anything else. Never raises.
    """
    if not block:
        return ()
    return tuple(
        reference
        for entry in split_entries(block)
        for reference in _references_in(entry, year, post)
    )


def _references_in(
    entry: Entry, year: int | None, post: str | None
) -> Iterator[Reference]:
    """The references of one entry, which may hold several between semicolons."""
    for part in entry.text.split(";"):
        found = find_printed_ids(part, year, any_post=True)
        if not found and post and grammar.BARE_NUMBER.match(part):
            found = _after(post, part, year, any_post=True)
        elif not found and (match := grammar.REVERSED.match(part)):
            found = _after(match["post"], match["number"], year, any_post=False)
        if found:
            post = found[-1].cable_id.post
        yield from _references(entry.label, part, found)


def _after(
    post: str, text: str, year: int | None, *, any_post: bool
) -> tuple[PrintedId, ...]:
    """The ids in a text as if the name of a post stood before it."""
    before = f"{post} "
    return tuple(
        replace(
            printed,
            start=max(printed.start - len(before), 0),
            stop=printed.stop - len(before),
        )
        for printed in find_printed_ids(before + text, year, any_post=any_post)
    )


def _references(
    label: str | None, text: str, found: tuple[PrintedId, ...]
) -> Iterator[Reference]:
    if not found:
        if words := _one_line(text):
            yield Reference(label=label, text=words, kind=_kind(words))
        return
    starts = (0, *(printed.start for printed in found[1:]))
    stops = (*starts[1:], len(text))
    for printed, start, stop in zip(found, starts, stops, strict=True):
        yield Reference(
            label=label,
            text=_one_line(text[start:stop]),
            kind=ReferenceKind.CABLE,
            cable_id=str(printed.cable_id),
        )


def _one_line(text: str) -> str:
    words = " ".join(text.split()).strip(" ,:;&/-")
    return words.removesuffix(" AND").removesuffix(" and").rstrip(" ,")


def _kind(text: str) -> ReferenceKind:
    return next(
        (kind for kind, pattern in KINDS if pattern.search(text)), ReferenceKind.OTHER
    )
