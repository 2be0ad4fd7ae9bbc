"""What stands left of a paragraph: its marking in letters, and its number."""

from __future__ import annotations

from typing import Final

from cablereader.model.block import Paragraph
from cablereader.model.cable import Cable
from cablereader.model.classification import letters_of_unmarked
from cablereader.present.visible import visible_line

AGAIN: Final = "~"
"""Behind a number that occurs again; in a label the count stands behind it."""


def letters(cable: Cable, paragraph: Paragraph) -> str:
    """The marking's letters; a question mark, and the cable's own, where none is."""
    if paragraph.marking:
        return paragraph.marking.letters
    return letters_of_unmarked(cable.classification)


def letters_and_number(cable: Cable, paragraph: Paragraph) -> str:
    """Letters and number in five cells: ``"SN 12"``.

    A number that occurs again has a ``~``; of more than three digits the last stay.
    """
    number, again, _ = visible_line(paragraph.label).partition(AGAIN)
    return f"{letters(cable, paragraph)[:2]:<2}{(number + again)[-3:]:>3}"
