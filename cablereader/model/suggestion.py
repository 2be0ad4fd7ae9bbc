"""What somebody may have meant who found nothing."""

from __future__ import annotations

from cablereader.model.counted import counted
from cablereader.model.frozen import frozen
from cablereader.model.query import Query


@frozen
class Suggestion:
    """A query nearly like another one, that finds something."""

    query: Query
    cables: int
    """That it finds."""

    def __str__(self) -> str:
        return f"{self.query} ({counted(self.cables, 'cable')})"
