"""What leads elsewhere from a cable or paragraph, to follow one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.app.state.links import Link, ListQuery
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.present.cut import cut
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line

PLACE: Final = 24
"""Cells of where a link leads."""
ABSENT: Final = "not here  "
"""Said of a cable that cannot be followed to, in a column that is there if needed."""


class LinkList(FilterScreen[Link]):
    """One row a link."""

    HINT = "type to filter   Up Down move   Enter follows   Esc closes"

    def __init__(self, title: str, links: Sequence[Link]) -> None:
        """The links under a title."""
        self._title = title
        self._absent = sum(each.absent for each in links)
        column = len(ABSENT) if self._absent else 0
        super().__init__(
            [(_words(each), each, link_row(each, column)) for each in links]
        )

    @property
    def heading(self) -> str:
        if not self._absent:
            return self._title
        led_to = f"{self._absent} of these cables"
        return f"{self._title}; not here: {led_to}"


def link_row(link: Link, absent: int) -> Row:
    """Where it leads, what it is, and how it stands in the cable.

    Args:
        link: The link.
        absent: Cells for whether its cable is not here.
    """
    return (
        Piece(f"{_place(link):<{PLACE}} ", "label" if link.absent else "key"),
        Piece(f"{ABSENT if link.absent else '':<{absent}}", "why"),
        Piece(f"{visible_line(link.text)}  ", "value"),
        Piece(visible_line(link.why), "label"),
    )


def _place(link: Link) -> str:
    match link.target:
        case ParagraphRef(cable_id=cable_id, label=""):
            return visible_line(cable_id)
        case ParagraphRef() as ref:
            return visible_line(f"¶{ref.label}")
        case ListQuery(query=query):
            return cut(visible_line(query), PLACE)
        case None:
            return "-"


def _words(link: Link) -> str:
    absent = ABSENT if link.absent else ""
    return f"{_place(link)} {absent} {link.text} {link.why}".lower()
