"""The numbers of a text that has none of the usual forms: ``(1) The chairs``.

What would be a list anywhere else is the text itself where every block of it, from the
first one on, bears its number.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.parse.candidate import Start
from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import Line

LEAST: Final = 3
"""So many numbers in a row are no chance."""


def rare_starts(text: str, lines: Sequence[Line], first: int) -> list[Start]:
    """The starts on lines behind an empty one, from the first on: 1 to n, in order."""
    found: list[Start] = []
    form = ""
    for index in range(first, len(lines)):
        line = lines[index]
        if not line.text or (index > first and lines[index - 1].text):
            continue
        match = grammar.RARE_NUMBER.match(text, line.at, line.stop)
        if match is None and not found:
            return []
        if match is None or match.lastgroup != (form or match.lastgroup):
            continue
        form = match.lastgroup or ""
        number = len(found) + 1
        if int(match[form]) != number:
            return []
        found.append(Start(index, line.at, number, None, match.end(), guessed=False))
    return found if len(found) >= LEAST else []
