"""The headings and paragraphs of a cable as a list to jump from."""

from __future__ import annotations

from collections.abc import Iterator

from cablereader.app.screens.filter_screen import FilterScreen
from cablereader.model.block import Heading, Paragraph
from cablereader.model.cable import Cable, ParagraphRef
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line

FIRST_WORDS = 200
"""Characters of a paragraph that its row has."""


class Outline(FilterScreen[ParagraphRef]):
    """One row a heading or paragraph; a heading leads to the paragraph after it."""

    HINT = "type to filter   Up Down move   Enter goes there   Esc closes"

    def __init__(self, cable: Cable) -> None:
        super().__init__(list(_entries(cable)))
        self._cable_id = visible_line(cable.cable_id or "")

    @property
    def heading(self) -> str:
        return f"Outline of {self._cable_id}"


def _entries(cable: Cable) -> Iterator[tuple[str, ParagraphRef, Row]]:
    waiting: list[tuple[str, Row]] = []
    for block in cable.blocks:
        match block:
            case Heading(text=text):
                shown = visible_line(text)
                waiting.append((shown.lower(), (Piece(shown, "key"),)))
            case Paragraph():
                ref = cable.ref(block)
                yield from ((words, ref, row) for words, row in waiting)
                waiting = []
                yield block.text.lower(), ref, _paragraph_row(block)


def _paragraph_row(paragraph: Paragraph) -> Row:
    letters = paragraph.marking.letters if paragraph.marking else "?"
    return (
        Piece(f"  {letters:<3}", "label"),
        Piece(f"{visible_line(paragraph.label):>4}  ", "key"),
        Piece(visible_line(paragraph.text[:FIRST_WORDS])),
    )
