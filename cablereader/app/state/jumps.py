"""Where the reader came from, and can go back to."""

from __future__ import annotations

from typing import Final

from cablereader.model.frozen import frozen
from cablereader.model.paragraph_ref import ParagraphRef

LONGEST: Final = 100
"""Places that are kept each way."""


@frozen
class Jumps:
    """Places left behind, the latest last, and places come back from, nearest first.

    No place stands in it twice.
    """

    behind: tuple[ParagraphRef, ...] = ()
    ahead: tuple[ParagraphRef, ...] = ()

    def left(self, place: ParagraphRef) -> Jumps:
        """After going from a place to anywhere but back."""
        kept = tuple(other for other in self.behind if other != place)
        return Jumps((*kept, place)[-LONGEST:])

    def back(self, here: ParagraphRef | None) -> tuple[ParagraphRef | None, Jumps]:
        """Where to go back to from here (``None`` for nowhere), and the jumps then.

        Without a place here, as in a list, nothing is left to come forward to again.
        """
        behind = tuple(place for place in self.behind if place != here)
        if not behind:
            return None, self
        ahead = tuple(place for place in self.ahead if place != here)
        left = (here,) if here else ()
        return behind[-1], Jumps(behind[:-1], (*left, *ahead)[:LONGEST])

    def forward(self, here: ParagraphRef) -> tuple[ParagraphRef | None, Jumps]:
        """Where to go forward to from here, and the jumps then."""
        ahead = tuple(place for place in self.ahead if place != here)
        if not ahead:
            return None, self
        behind = tuple(place for place in self.behind if place != here)
        return ahead[0], Jumps((*behind, here)[-LONGEST:], ahead[1:])
