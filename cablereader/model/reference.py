"""What a cable cites."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from cablereader.model.frozen import frozen


class ReferenceKind(StrEnum):
    """What sort of paper an entry of the REF block names (format.md §6.4)."""

    CABLE = "cable"
    EMAIL = "email"
    REPORT = "report"
    """Intelligence and press-service reports: IIR, TD, FBIS."""
    TELCON = "telcon"
    OTHER = "other"


@frozen(kw_only=True)
class Reference:
    """One entry of the REF block."""

    label: str | None
    """The letter that the text cites it by (``ref A``)."""
    text: str
    """As written, without the letter, on one line."""
    kind: ReferenceKind
    cable_id: str | None = None
    """Canonical id of the cable cited, whether or not anybody has that cable."""

    def __str__(self) -> str:
        return f"{self.label}. {self.text}" if self.label else self.text

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {
            "label": self.label,
            "text": self.text,
            "kind": str(self.kind),
            "id": self.cable_id,
        }
