"""Explanations as rows: the term and what it is, what it means, where that is from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cablereader.model.explanation import Explanation
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible_line
from cablereader.present.wrap import wrap

INDENT: Final = "  "
DOUBTFUL: Final = "not certain"
TERM: Final = "term"
"""Role of the term; ``label`` and ``value`` are those of the header box."""


def explanation_rows(explanations: Iterable[Explanation], width: int) -> Iterator[Row]:
    """All readings of a term, or of several, an empty row between two.

    Args:
        explanations: In the order of the rows.
        width: Cells in a row.
    """
    for number, explanation in enumerate(explanations):
        if number:
            yield ()
        yield _head(explanation)
        yield from _wrapped(explanation.text, "value", width)
        yield from _wrapped(_ending(explanation), "label", width)


def _head(explanation: Explanation) -> Row:
    kind = f"{INDENT}{explanation.kind}"
    if explanation.doubtful:
        kind += f", {DOUBTFUL}"
    return Piece(visible_line(explanation.term), TERM), Piece(kind, "label")


def _ending(explanation: Explanation) -> str:
    see = ", ".join(explanation.see_also)
    return f"{f'see {see}; ' if see else ''}source: {explanation.source}"


def _wrapped(text: str, role: str, width: int) -> Iterator[Row]:
    text = visible_line(text)
    for start, stop in wrap(text, width - len(INDENT)):
        yield Piece(INDENT), Piece(text[start:stop], role)
