"""What a spot of a cable means, in lines for a box on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from cablereader.explain.context import Context, Surroundings
from cablereader.explain.lookup import explain
from cablereader.model.explanation import Explanation
from cablereader.model.spot import Spot
from cablereader.present.visible import visible, visible_line

READINGS: Final = 3
"""That are shown of a term with several."""


def readings(spot: Spot, around: Surroundings) -> Iterator[Content]:
    """What it means, each reading a line of plain text; or that nobody knows."""
    found = explain(spot.term, Context(spot.kind, around))
    yield from map(_content, found[:READINGS])
    if not found:
        yield Content("not in our tables")


def _content(reading: Explanation) -> Content:
    doubt = " (doubtful)" if reading.doubtful else ""
    more = f" See {', '.join(reading.see_also)}." if reading.see_also else ""
    text = visible(reading.text + doubt + more)
    return Content.assemble(text, (f"  [{visible_line(reading.source)}]", "$muted"))
