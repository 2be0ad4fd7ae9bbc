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
    subject: tuple[str, ...] = ()
    """Rare words that both subjects have, rarest first."""
    names: tuple[str, ...] = ()
    """Names that both have and few others, as they stand in the other one."""
    words: tuple[str, ...] = ()
    """Other rare words that both have, as they stand in the other one."""
    tags: tuple[str, ...] = ()
    """TAGS that both have and few others, rarest first."""
    days: int | None = None
    """By which it is later than the other one; ``None`` where that is not known."""
    same_post: bool = False

    @property
    def is_linked(self) -> bool:
        """Whether citations connect the two."""
        return self.cites or self.is_cited or bool(self.references)
