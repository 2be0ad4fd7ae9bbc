"""Why something cannot be copied."""

from __future__ import annotations

from cablereader.model.frozen import frozen


@frozen
class Refusal:
    """A form that has nothing to say of a paragraph or cable."""

    reason: str
    """In lower case, a few words."""
    about: str = ""
    """The reference of what it is that has nothing to say."""

    def __str__(self) -> str:
        return f"{self.about}: {self.reason}" if self.about else self.reason
