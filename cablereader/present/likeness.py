"""Why a cable may be of the same story, in one line."""

from __future__ import annotations

from collections.abc import Iterator

from cablereader.model.likeness import Likeness
from cablereader.present.visible import visible_line


def reason(likeness: Likeness) -> str:
    """``cites this one; both cite 86OSLO9003; both say goat, keeper; TAGS PBTS``."""
    return visible_line("; ".join(_parts(likeness)))


def _parts(likeness: Likeness) -> Iterator[str]:
    if likeness.cites:
        yield "cites this one"
    if likeness.is_cited:
        yield "is cited here"
    if likeness.references:
        yield f"both cite {', '.join(likeness.references)}"
    if likeness.words:
        yield f"both say {', '.join(likeness.words)}"
    if likeness.tags:
        yield f"TAGS {' '.join(likeness.tags)}"
