"""How secret a cable is as a whole (format.md sections 1.2, 3.2)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from cablereader.model.classification import Level, Marking
from cablereader.parse.openings import Opening

LEVELS: Final = {str(level): level for level in Level}
CAVEATS: Final = {"FOR OFFICIAL USE ONLY": "FOUO", "SENSITIVE": "FOUO"}
SECURITY: Final = {
    "T": Level.TOP_SECRET,
    "S": Level.SECRET,
    "C": Level.CONFIDENTIAL,
    "U": Level.UNCLASSIFIED,
    "E": Level.UNCLASSIFIED,
}
"""First letters of the group that the security line repeats it in (section 2.2)."""
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
    opening: Opening | None, captions: Collection[str], security: str | None = None
) -> Marking | None:
    """The same from the classification line and the captions under it.

    Args:
        opening: The classification line.
        captions: As `cablereader.parse.captions.read_captions` has them.
        security: The header's security line, which counts where the first is missing.
    """
    level = opening.level if opening else _sent_as(security or "")
    if level is None:
        return None
    office_use = bool(opening and opening.office_use)
    if "NOFORN" in captions and level > Level.UNCLASSIFIED:
        return Marking(f"{level}//NOFORN", level, ("NOFORN",))
    if level is Level.UNCLASSIFIED and (
        office_use or not OFFICE_USE.isdisjoint(captions)
    ):
        return Marking(f"{level}//FOR OFFICIAL USE ONLY", level, ("FOUO",))
    return Marking(str(level), level)


def _sent_as(security: str) -> Level | None:
    """The level of ``ZNY CCCCC ZZH``."""
    words = security.split()
    return SECURITY.get(words[1][:1]) if len(words) > 1 else None
