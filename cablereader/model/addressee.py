"""Whom a cable goes to, or comes from."""

from __future__ import annotations

from typing import Any

from cablereader.model.frozen import frozen
from cablereader.model.precedence import Precedence


@frozen(kw_only=True)
class Addressee:
    """One address line of a header: ``RUEHC/SECSTATE WASHDC PRIORITY 8962``."""

    name: str
    """Plain-language address, e.g. ``SECSTATE WASHDC``."""
    routing: str | None = None
    """Routing indicator; ``ZEN`` where the cable went by other means."""
    precedence: Precedence | None = None
    """As written on the line; nothing written means routine."""
    number: str | None = None
    """Message continuity number: digits as sent, or a range ``4778-4781``."""
    excluded: tuple[str, ...] = ()
    """Members of this collective that the cable does not go to (``XMT`` lines)."""

    def __str__(self) -> str:
        return self.name

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {
            "routing": self.routing,
            "name": self.name,
            "precedence": str(self.precedence) if self.precedence else None,
            "number": self.number,
            "excluded": list(self.excluded),
        }
