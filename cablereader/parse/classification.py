"""How secret a cable is as a whole (format.md sections 1.2, 3.2)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from cablereader.model.classification import Level, Marking
from cablereader.parse.openings import Opening

LEVELS: Final = {str(level): level for level in Level}
CAVEATS: Final = {"FOR OFFICIAL USE ONLY": "FOUO", "SENSITIVE": "FOUO"}
OFFICE_USE: Final = frozenset(("SENSITIVE", "SENSITIVE BUT UNCLASSIFIED", "FOUO"))
"""Captions that the archive calls FOR OFFICIAL USE ONLY."""


def classification_of(text: str | None) -> Marking | None:
    """What a page or the dump calls a cable: ``SECRET//NOFORN``."""
    if not text:
        return None
    word, *caveats = text.upper().split("//")
    level = LEVELS.get(word.strip())
    if level is None:
        return None
    return Marking(
        text, level, tuple(CAVEATS.get(caveat, caveat) for caveat in caveats)
    )


def read_classification(
    opening: Opening | None, captions: Collection[str]
) -> Marking | None:
    """The same from the classification line and the captions under it."""
    if opening is None:
        return None
    level = opening.level
    if "NOFORN" in captions and level > Level.UNCLASSIFIED:
        return Marking(f"{level}//NOFORN", level, ("NOFORN",))
    if level is Level.UNCLASSIFIED and (
        opening.office_use or not OFFICE_USE.isdisjoint(captions)
    ):
        return Marking(f"{level}//FOR OFFICIAL USE ONLY", level, ("FOUO",))
    return Marking(str(level), level)
