"""The REF block: what a cable cites (format.md §6.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

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
    return tuple(
        reference
        for entry in split_entries(block)
        for reference in _references_in(entry, year, post)
    )


def _references_in(
    entry: Entry, year: int | None, post: str | None
) -> Iterator[Reference]:
    """The references of one entry, which may hold several between semicolons."""
    cited: PrintedId | None = None
    for part in entry.text.split(";"):
        found = find_printed_ids(part, year, any_post=True)
        if not found and grammar.BARE_NUMBER.match(part):
            name = cited.cable_id.post if cited else post
            found = find_printed_ids(f"{name or ''} {part}", year, any_post=True)
        if found:
            cited = found[-1]
        yield from _references(entry.label, part, found)


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
