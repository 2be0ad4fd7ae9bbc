"""How secret: the level of a cable or paragraph, and who may not see it."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Final

from cablereader.model.frozen import frozen


class Level(IntEnum):
    """A level of secrecy, ordered from open to closed (E.O. 12958 and older orders)."""

    UNCLASSIFIED = 0
    LIMITED_OFFICIAL_USE = 1
    """Until 1995; what "sensitive but unclassified" was later."""
    RESTRICTED = 2
    """Until 1953 for US papers, and in translations of foreign ones."""
    CONFIDENTIAL = 3
    SECRET = 4
    TOP_SECRET = 5

    def __str__(self) -> str:
        return self.name.replace("_", " ")


LETTERS: Final = {
    Level.UNCLASSIFIED: "U",
    Level.LIMITED_OFFICIAL_USE: "LO",
    Level.RESTRICTED: "R",
    Level.CONFIDENTIAL: "C",
    Level.SECRET: "S",
    Level.TOP_SECRET: "TS",
}
SENSITIVE: Final = frozenset({"SBU", "FOUO"})
"""Caveats that put an unclassified portion between UNCLASSIFIED and CONFIDENTIAL."""


@frozen
class Marking:
    """A level with its caveats, as a paragraph's portion marking or a whole cable's.

    ``FOR OFFICIAL USE ONLY`` and ``SENSITIVE BUT UNCLASSIFIED`` are level
    UNCLASSIFIED with the caveat ``FOUO`` or ``SBU``.
    """

    text: str
    """As written, without the parentheses: ``"S/NF"``, ``"SECRET//NOFORN"``."""
    level: Level
    caveats: tuple[str, ...] = ()
    """Spelled in full and in capitals where known: ``("NOFORN", "REL NATO")``."""

    def __str__(self) -> str:
        return self.text

    @property
    def sensitive(self) -> bool:
        """Whether it is unclassified but held back (SBU, FOUO)."""
        return self.level is Level.UNCLASSIFIED and not SENSITIVE.isdisjoint(
            self.caveats
        )

    @property
    def letters(self) -> str:
        """One to three letters for an aligned column: ``U UO C CN S SN TS``."""
        if self.sensitive:
            return "UO"
        return LETTERS[self.level] + ("N" if "NOFORN" in self.caveats else "")

    @property
    def slug(self) -> str:
        """The name of its colour in themes and style classes."""
        if self.sensitive or self.level is Level.LIMITED_OFFICIAL_USE:
            return "sbu"
        if self.level is Level.RESTRICTED:
            return "confidential"
        return str(self.level).lower().replace(" ", "-")

    @property
    def rank(self) -> tuple[int, bool, bool]:
        """Sort key, from open to closed."""
        return (int(self.level), self.sensitive, "NOFORN" in self.caveats)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {
            "text": self.text,
            "level": str(self.level),
            "caveats": list(self.caveats),
        }


UNMARKED: Final = "?"
"""Stands where no marking is."""


def letters_of_unmarked(cable: Marking | None) -> str:
    """What stands before a paragraph without a marking, in a cable of that level."""
    return UNMARKED + (cable.letters[:1] if cable else "")


LETTERED: Final = {
    each.letters: each
    for each in (
        *(Marking(str(level), level) for level in Level),
        Marking("FOR OFFICIAL USE ONLY", Level.UNCLASSIFIED, ("FOUO",)),
        *(
            Marking(f"{level}//NOFORN", level, ("NOFORN",))
            for level in Level
            if level >= Level.CONFIDENTIAL
        ),
    )
}
"""What the letters of an aligned column stand for; what is less secret is shown to
foreigners, but for a few slips."""
