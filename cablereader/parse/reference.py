"""The REF block: what a cable cites (format.md §6.4)."""

from __future__ import annotations

from cablereader.model.reference import Reference, ReferenceKind
from cablereader.parse.cable_id import read_cable_id
from cablereader.parse.grammar import reference as grammar


def read_references(
    block: str, *, year: int | None, post: str | None
) -> tuple[Reference, ...]:
    """The entries of a REF block.

    Args:
        block: Its text from the label on, page markers removed.
        year: Of the citing cable, four digits: a reference without year has it.
        post: Id name of the citing cable's post: a bare number is of it.

    Returns:
        The entries in order. Never raises.
    """
    found = []
    for match in grammar.ENTRY.finditer(block):
        printed = " ".join(match["printed"].split())
        cable_id = read_cable_id(printed, year)
        if cable_id is None and post is not None:
            cable_id = read_cable_id(f"{post}{printed}", year)
        if cable_id is not None:
            found.append(
                Reference(
                    label=match["label"],
                    text=printed,
                    kind=ReferenceKind.CABLE,
                    cable_id=str(cable_id),
                )
            )
    return tuple(found)
