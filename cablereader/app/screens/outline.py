"""The headings and paragraphs of a cable as a list to jump from."""

from __future__ import annotations

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.present.gutter import letters
from cablereader.present.outline import OutlineEntry, outline
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line

FIRST_WORDS = 200
"""Characters of a paragraph that its row has."""


class Outline(FilterScreen[ParagraphRef]):
    """One row a heading or paragraph; a heading leads to the paragraph after it."""

    HINT = "type to filter   Up Down move   Enter goes there   Esc closes"

    def __init__(self, cable: Cable, here: Paragraph | None) -> None:
        """The outline of a cable; ``here`` is the paragraph that it opens at."""
        entries = tuple(outline(cable))
        self._here = next(
            (
                row
                for row, entry in enumerate(entries)
                if entry.paragraph is here and not entry.heading
            ),
            0,
        )
        super().__init__(
            [
                (entry.text.lower(), cable.ref(entry.paragraph), _row(cable, entry))
                for entry in entries
            ]
        )
        self._cable_id = visible_line(cable.cable_id or "")

    @property
    def heading(self) -> str:
        return f"Outline of {self._cable_id}"

    @property
    def first_row(self) -> int:
        return self._here


def _row(cable: Cable, entry: OutlineEntry) -> Row:
    if entry.heading:
        return (Piece(entry.text, "key"),)
    return (
        Piece(f"  {letters(cable, entry.paragraph):<3}", "label"),
        Piece(f"{visible_line(entry.paragraph.label):>4}  ", "key"),
        Piece(entry.text[:FIRST_WORDS]),
    )
