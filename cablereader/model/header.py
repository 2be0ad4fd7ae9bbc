"""How a cable travelled: everything above the classification line."""

from __future__ import annotations

from typing import Any

from cablereader.model.addressee import Addressee
from cablereader.model.dtg import DateTimeGroup
from cablereader.model.frozen import frozen
from cablereader.model.precedence import Precedence


@frozen(kw_only=True)
class Header:
    """The header box of a cable, line by line (ACP-127, JANAP-128).

    A partial or absent header has only its ``text``.
    """

    text: str
    """As it stands in the source; nothing of it is dropped."""
    transmission_id: str | None = None
    """First line, e.g. ``VZCZCXRO3884``."""
    precedence: tuple[Precedence, ...] = ()
    """Of the routing line, highest first."""
    relay: tuple[str, ...] = ()
    """Routing indicators of the stations that passed it on."""
    station: str | None = None
    """Routing indicator of the sending station (``DE RUEHME``)."""
    serial: str | None = None
    """Station serial as sent: ``3195/01``."""
    filed: str | None = None
    """Day of the year and UTC time as sent: ``3140013``."""
    security_prosign: str | None = None
    """Security line as sent: ``ZNY SSSSS ZZH``."""
    dtg: DateTimeGroup | None = None
    sender: Addressee | None = None
    """The FM line."""
    action: tuple[Addressee, ...] = ()
    """Who must act: the TO lines."""
    info: tuple[Addressee, ...] = ()
    """Who should know: the INFO lines."""

    def __str__(self) -> str:
        return self.text

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {
            "transmission_id": self.transmission_id,
            "precedence": [str(precedence) for precedence in self.precedence],
            "relay": list(self.relay),
            "station": self.station,
            "serial": self.serial,
            "filed": self.filed,
            "security_prosign": self.security_prosign,
            "dtg": self.dtg.to_dict() if self.dtg else None,
            "from": (
                {"routing": self.sender.routing, "name": self.sender.name}
                if self.sender
                else None
            ),
            "action": [addressee.to_dict() for addressee in self.action],
            "info": [addressee.to_dict() for addressee in self.info],
            "text": self.text,
        }
