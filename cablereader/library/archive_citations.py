"""Who cites whom in an archive."""

from __future__ import annotations

from collections.abc import Sequence

from cablereader.archive.store import Archive
from cablereader.library.gathered_citations import cited_in
from cablereader.model.chain import Known
from cablereader.parse.cable_id import canonical_id


class ArchiveCitations:
    """Citations in an archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def known(self, cable_id: str) -> Known | None:
        """What is known of a cable; ``None`` if it is not in the archive."""
        place = self._archive.place_of(cable_id)
        entries = () if place is None else self._archive.entries((place,))
        if not entries:
            return None
        entry = entries[0]
        return Known(
            cable_id=entry.cable_id,
            created=entry.created,
            classification=entry.classification,
            subject=entry.subject,
        )

    def references_of(self, cable_id: str) -> Sequence[str]:
        """The cables that one cites."""
        cable = self._archive.get(cable_id)
        return cited_in(cable) if cable else ()

    def cited_by(self, cable_id: str) -> Sequence[str]:
        """The cables that cite one, oldest first."""
        citing = self._archive.citing(cable_id)
        return [canonical_id(entry.cable_id) for entry in citing]
