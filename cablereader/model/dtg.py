"""When a cable was filed: the date-time group."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cablereader.model.frozen import frozen
from cablereader.model.precedence import Precedence


@frozen
class DateTimeGroup:
    """The date-time line of a header, e.g. ``R 100013Z NOV 09`` (ACP-127 line 5)."""

    text: str
    """As sent, with its precedence letters and any service signals after it."""
    time: datetime | None
    """UTC without a zone, in whole minutes; ``None`` where the digits are no time."""
    precedence: tuple[Precedence, ...] = ()
    """One, or two: the first for action, the second for information addressees."""

    def __str__(self) -> str:
        return self.text

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {
            "text": self.text,
            "time": f"{self.time:%Y-%m-%dT%H:%MZ}" if self.time else None,
            "precedence": [str(precedence) for precedence in self.precedence],
        }
