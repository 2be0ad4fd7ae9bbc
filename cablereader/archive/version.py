"""Versions of one cable: which of them is the one that is shown."""

from __future__ import annotations

from typing import Final

from cablereader.model.raw import Kind

FAITH: Final = {Kind.PAGE: 2, Kind.DUMP: 2, Kind.TEXT: 1, Kind.SCAN: 0}
"""How much of the cable as it was sent each kind keeps, the more the better."""


def preference(kind: Kind, released: int | None, words: int) -> tuple[int, int, int]:
    """What the version of a cable that is shown has most of, whichever came first.

    A published page or a row of the dump goes before a text, which anybody may have cut
    or typed, and a text before a scan, which recognition has damaged. Among versions of
    the same rank the later release is shown, then the longer text; of two that are
    alike in all this, the one that came last.

    Args:
        kind: Of the document.
        released: Minutes; see `cablereader.archive.place`.
        words: Of its paragraphs.
    """
    return FAITH[kind], -1 if released is None else released, words
