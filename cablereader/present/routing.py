"""The routing list: from whom, to whom, with what precedence, by which indicator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.model.addressee import Addressee
from cablereader.model.frozen import frozen
from cablereader.model.header import Header
from cablereader.present.visible import visible_line

ROLES: Final = ("From", "Action", "Info")


@frozen
class RoutingRow:
    """One line of the routing list, clean."""

    role: str
    """``From``, ``Action`` or ``Info``; empty where it is as in the row above."""
    routing: str
    """Routing indicator; empty where the header gives none."""
    name: str
    precedence: str
    """In words; empty for routine, which headers do not write."""
    number: str
    """Message continuity number."""


def routing_rows(header: Header) -> tuple[RoutingRow, ...]:
    """The sender, then who must act, then who should know; empty without a header."""
    groups = ((header.sender,) if header.sender else (), header.action, header.info)
    return tuple(
        row
        for role, addressees in zip(ROLES, groups, strict=True)
        for row in _group(role, addressees)
    )


def _group(role: str, addressees: tuple[Addressee, ...]) -> Iterator[RoutingRow]:
    for place, addressee in enumerate(addressees):
        name = visible_line(addressee.name)
        if addressee.excluded:
            name += f" (not {visible_line(', '.join(addressee.excluded))})"
        yield RoutingRow(
            role=role if place == 0 else "",
            routing=visible_line(addressee.routing or ""),
            name=name,
            precedence=str(addressee.precedence or ""),
            number=visible_line(addressee.number or ""),
        )
