"""A few cables of the archive, to open one of them."""

from __future__ import annotations

from collections.abc import Iterable

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.model.entry import Entry
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line


class EntryList(FilterScreen[ParagraphRef]):
    """One row a cable."""

    HINT = "type to filter   Up Down move   Enter opens   Esc closes"

    def __init__(self, title: str, entries: Iterable[Entry]) -> None:
        """The cables under a title."""
        self._title = title
        super().__init__(
            [
                (
                    f"{each.cable_id} {each.subject}".lower(),
                    ParagraphRef(each.cable_id, ""),
                    _row(each),
                )
                for each in entries
            ]
        )

    @property
    def heading(self) -> str:
        return self._title


def _row(entry: Entry) -> Row:
    created = f"{entry.created:%Y-%m-%d}" if entry.created else ""
    letters = entry.classification.letters if entry.classification else "?"
    return (
        Piece(f"{created:<10} ", "label"),
        Piece(f"{visible_line(entry.cable_id):<18} ", "key"),
        Piece(f"{letters:<3}", "label"),
        Piece(visible_line(entry.subject)),
    )
