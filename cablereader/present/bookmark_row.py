"""A bookmark on one line, for lists and pipes."""

from __future__ import annotations

from typing import Final

from cablereader.model.bookmark import LONGEST_QUOTE, Bookmark, note_line
from cablereader.present.visible import visible_line

REFERENCE: Final = 18
"""Cells of ``09MEXICO3195:5``; a longer one pushes the rest of its line."""
MARKING: Final = 6
LONG_WORD: Final = 15
"""Letters of a word that may not have fitted behind the first words."""
ENDS: Final = (".", "?", "!", '"')
"""Of sentences."""


def bookmark_line(mark: Bookmark) -> str:
    """Reference, marking, first words, and after a bar the note and labels."""
    place = f"{mark.ref.cable_id}:{mark.ref.label}"
    line = f"{place:{REFERENCE}}  {mark.marking or '':{MARKING}}  {_quoted(mark.quote)}"
    remarks = note_line(mark)
    return visible_line(f"{line}  | {remarks}" if remarks else line.rstrip())


def _quoted(quote: str) -> str:
    """First words, with a sign that they go on where they fill their room.

    A bookmark does not keep whether they are the whole paragraph; one that ends a
    sentence may be.
    """
    goes_on = len(quote) > LONGEST_QUOTE - LONG_WORD and not quote.endswith(ENDS)
    return f"{quote} …" if goes_on else quote
