"""Where the numbered paragraphs start: the sequence test (format.md section 4.2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cablereader.model.classification import Marking
from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import Line
from cablereader.parse.marking import take_marking


class Start(NamedTuple):
    """A line on which a paragraph may start."""

    line: int
    """Index of the line."""
    number: int
    marking: Marking | None
    text_at: int
    """Offset of its first word, after number and marking."""
    weight: float
    """How much it looks like a paragraph, apart from its number."""


def find_starts(text: str, lines: Sequence[Line], first: int) -> list[Start]:
    """The starts of paragraphs on the lines from ``first`` on, in order."""
    return _best_chain(_candidates(text, lines, first))


def _candidates(text: str, lines: Sequence[Line], first: int) -> list[Start]:
    found = []
    for index in range(first, len(lines)):
        line = lines[index]
        if not line.text or not (line.text[0].isdigit() or line.text[0] == "¶"):
            continue
        match = grammar.NUMBER.match(text, line.at, line.stop)
        if match is None:
            continue
        marked = take_marking(text, match.end())
        weight = 1.0
        weight += 0.5 if marked else 0.0
        weight += 0.2 if match["gap"] else 0.0
        weight += 0.1 if not line.indent else 0.0
        found.append(
            Start(
                index,
                int(match["number"]),
                marked[0] if marked else None,
                marked[1] if marked else match.end(),
                weight,
            )
        )
    return found


def _best_chain(candidates: Sequence[Start]) -> list[Start]:
    """The most convincing run of numbers: dynamic programming over the last number."""
    best: dict[int, tuple[float, int]] = {}
    back: list[int] = []
    for index, start in enumerate(candidates):
        number = start.number
        score, before = {1: (0.0, -1), 2: (-0.8, -1)}.get(number, (-9.0, -1))
        for step, penalty in ((1, 0.0), (2, 1.0), (3, 1.6), (0, 1.3)):
            if (known := best.get(number - step)) and known[0] - penalty > score:
                score, before = known[0] - penalty, known[1]
        back.append(before)
        score += start.weight
        if number not in best or score >= best[number][0]:
            best[number] = (score, index)
    if not best:
        return []
    score, index = max(best.values())
    chain = []
    while index >= 0 and score > 0:
        chain.append(candidates[index])
        index = back[index]
    return chain[::-1]
