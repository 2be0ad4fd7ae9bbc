"""Where a text points elsewhere: to a cited paper, a cable, another paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from cablereader.model.defect import Span
from cablereader.model.frozen import frozen
from cablereader.model.reference import Reference, ReferenceKind


class CitationKind(StrEnum):
    """What a citation points to (format.md §6.4)."""

    REFERENCE = "reference"
    """An entry of the REF block: ``ref A``, ``reftel``."""
    CABLE = "cable"
    """A cable by its id: ``08 CAIRO 123``."""
    PARAGRAPH = "paragraph"
    """A paragraph of this cable: ``para 5``."""
    SEPTEL = "septel"
    """A cable to be sent: nothing tells which."""


@frozen(kw_only=True)
class Citation:
    """One place of a text that points elsewhere."""

    span: Span
    """In the text that was searched."""
    kind: CitationKind
    targets: tuple[str, ...] = ()
    """Labels, canonical ids or paragraph numbers, as the kind says."""
    plural: bool = False
    """Whether it names several without saying which: ``reftels``."""

    def among(self, references: Sequence[Reference]) -> tuple[Reference, ...]:
        """The entries of a REF block that it means.

        A ``reftel`` without letter is the first one, ``reftels`` are all.
        """
        if self.kind is CitationKind.CABLE:
            return tuple(each for each in references if each.cable_id in self.targets)
        if self.kind is not CitationKind.REFERENCE:
            return ()
        if self.targets:
            return tuple(each for each in references if each.label in self.targets)
        cables = [each for each in references if each.kind is ReferenceKind.CABLE]
        meant = tuple(cables or references)
        return meant if self.plural else meant[:1]
