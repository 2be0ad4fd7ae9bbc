"""Where a document is odd: places, and what was found there."""

from __future__ import annotations

from typing import Any

from cablereader.model.frozen import frozen


@frozen(order=True)
class Span:
    """A stretch of a cable's body: offsets in characters, ``stop`` not included."""

    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start

    def of(self, body: str) -> str:
        """The text that it covers."""
        return body[self.start : self.stop]

    def to_list(self) -> list[int]:
        """The JSON form of interface.md."""
        return [self.start, self.stop]


@frozen(kw_only=True)
class Defect:
    """What the parser repaired, guessed or gave up on."""

    code: str
    """Kebab-case and stable: ``unknown-control``."""
    span: Span
    note: str = ""
    """The text in question, or a few words about it."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of interface.md."""
        return {"code": self.code, "span": self.span.to_list(), "note": self.note}
