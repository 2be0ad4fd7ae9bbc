"""A bookmark on one line, for lists and pipes."""

from __future__ import annotations

from typing import Final

from cablereader.model.bookmark import Bookmark, note_line
from cablereader.present.visible import visible_line

REFERENCE: Final = 18
"""Cells of ``09MEXICO3195:5``; a longer one pushes the rest of its line."""
MARKING: Final = 6


def bookmark_line(mark: Bookmark) -> str:
    """Reference, marking, first words, and after a bar the note and labels."""
    place = f"{mark.ref.cable_id}:{mark.ref.label}"
    line = f"{place:{REFERENCE}}  {mark.marking or '':{MARKING}}  {mark.quote}"
    remarks = note_line(mark)
    return visible_line(f"{line}  | {remarks}" if remarks else line.rstrip())
