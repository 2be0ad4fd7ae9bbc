"""How a cable is like another."""

from __future__ import annotations

from cablereader.model.entry import Entry
from cablereader.model.frozen import frozen


@frozen(kw_only=True)
class Likeness:
    """A cable of the same story, and why it may be."""

    entry: Entry
    weight: float
    """How much they share, what is rare weighing most; for comparison only."""
    cites: bool = False
    """Whether it cites the other one."""
    is_cited: bool = False
    """Whether the other one cites it."""
    references: tuple[str, ...] = ()
    """Canonical ids of cables that both cite."""
    words: tuple[str, ...] = ()
    """Rare words that both have, as they stand in the other one, rarest first."""
    tags: tuple[str, ...] = ()
    """TAGS that both have and few others, rarest first."""
