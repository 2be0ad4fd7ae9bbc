"""Who cites whom among documents at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cablereader.model.cable import Cable
from cablereader.model.chain import Known
from cablereader.parse.cable_id import canonical_id


class GatheredCitations:
    """Citations among cables that were read from documents."""

    def __init__(self, cables: Iterable[Cable]) -> None:
        self._known: dict[str, Known] = {}
        self._cites: dict[str, tuple[str, ...]] = {}
        self._citing: dict[str, list[str]] = {}
        for cable in cables:
            self._gather(cable)

    @property
    def first(self) -> str | None:
        """The cable that was read first; ``None`` if there was none."""
        return next(iter(self._known), None)

    def known(self, cable_id: str) -> Known | None:
        """What is known of a cable; ``None`` if it is not among them."""
        return self._known.get(cable_id)

    def references_of(self, cable_id: str) -> Sequence[str]:
        """The cables that one cites."""
        return self._cites.get(cable_id, ())

    def cited_by(self, cable_id: str) -> Sequence[str]:
        """The cables that cite one, oldest first."""
        return sorted(self._citing.get(cable_id, ()), key=self._age)

    def _gather(self, cable: Cable) -> None:
        own = canonical_id(cable.cable_id or "")
        if not own or own in self._known:
            return
        self._known[own] = known_of(cable)
        self._cites[own] = cited_in(cable)
        for cited in self._cites[own]:
            self._citing.setdefault(cited, []).append(own)

    def _age(self, cable_id: str) -> tuple[bool, str, str]:
        created = self._known[cable_id].created
        return created is None, created.isoformat() if created else "", cable_id


def known_of(cable: Cable) -> Known:
    """What a row says of a cable."""
    return Known(
        cable_id=cable.cable_id or "",
        created=cable.created,
        classification=cable.classification,
        subject=cable.title,
    )


def cited_in(cable: Cable) -> tuple[str, ...]:
    """The cables that a cable cites, in order, each once."""
    ids = (cited.cable_id for cited in cable.references)
    return tuple(dict.fromkeys(cable_id for cable_id in ids if cable_id))
