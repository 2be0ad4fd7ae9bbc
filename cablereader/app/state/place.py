"""Where the reader is, in a few words for the status line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.app.state.reader import ReaderState
from cablereader.present.cut import cut_within

MARKING_SHARE: Final = 5
"""Of so many cells of the status line the marking has one at most."""


def place_of(
    state: ReaderState, *, percent: int | None, hit: str, width: int
) -> Iterator[str]:
    """The words: paragraph, hit, cable, selection, places to go back to.

    Args:
        state: Of the reader.
        percent: How much of the cable is above the cursor; ``None`` while nobody knows.
        hit: Which one of how many is the current one; empty if none is.
        width: Of the status line, in cells.
    """
    if current := state.current:
        marking = current.marking.text if current.marking else "not marked"
        number = current.number or current.label
        share = "" if percent is None else f"  {percent}%"
        yield (
            f"para {number} of {len(state.cable.paragraphs)}"
            f" ({cut_within(marking, width // MARKING_SHARE)}){share}"
        )
    if hit:
        yield f"hit {hit}"
    if state.listed:
        yield f"cable {state.position + 1:,}/{state.total:,}"
    else:
        yield "not in the list"
    if state.selection:
        yield f"selected {len(state.selection)}"
    if state.jumps.behind:
        yield f"back {len(state.jumps.behind)}"
