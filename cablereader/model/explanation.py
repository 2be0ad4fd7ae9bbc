"""What a word of a cable means."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from cablereader.model.frozen import frozen


class TermKind(StrEnum):
    """What sort of thing a term is."""

    FIELD = "field"
    """A part of the page or of the top: ``TAGS``, ``Released``."""
    REFERENCE_ID = "reference id"
    CREATED = "created"
    RELEASED = "released"
    CLASSIFICATION = "classification"
    """The level of a whole cable."""
    POST = "post"
    SECTION = "section"
    CAPTION = "caption"
    ORDER = "E.O. line"
    TAG = "TAG"
    REASON = "reason"
    MARKING = "marking"
    """The level of one paragraph."""
    LETTERS = "letters of the screen"
    """How this program writes a level: ``UO``, ``CN``; ``?C`` where no marking is."""
    ACRONYM = "acronym"
    """And words of the trade: ``Poloff``, ``reftel``."""
    TRANSMISSION_ID = "transmission id"
    PRECEDENCE = "precedence"
    ROUTING = "routing indicator"
    ADDRESS = "address"
    """A name in plain language: ``AMEMBASSY OSLO``."""
    SERIAL = "station serial"
    FILED = "filing time"
    SECURITY = "security line"
    """And the letters of it: ``CCCCC``."""
    SIGNAL = "signal"
    """A prosign, or three letters with Z: ``FM``, ``ZNY``."""
    DTG = "date-time group"
    NUMBER = "message continuity number"


@frozen(kw_only=True)
class Explanation:
    """What one term means: one reading of it."""

    term: str
    """As asked, or as it stands in the cable."""
    kind: TermKind
    text: str
    """One or two sentences; words of the cable in it are as they stand there."""
    source: str
    """Where we know it from."""
    doubtful: bool = False
    """Whether it is worked out from use, guessed, or one reading of several."""
    see_also: tuple[str, ...] = ()
    """Other terms that can be asked for; for a slip, what was meant."""

    def __str__(self) -> str:
        return f"{self.term}: {self.text}"

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of a line of ``cablereader explain --json``."""
        return {
            "term": self.term,
            "kind": str(self.kind),
            "text": self.text,
            "source": self.source,
            "doubtful": self.doubtful,
            "see_also": list(self.see_also),
        }
