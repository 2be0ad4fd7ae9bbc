"""The numbers of a text that has none of the usual forms: ``(1) The chairs``.

What would be a list anywhere else is the text itself where every block of it, from the
first one on, bears its number.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.parse.candidate import Start
from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import Line, ends_sentence
from cablereader.parse.marking import take_marking

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
        read = _read(text, index, line)
        if read is None and not found and ends_sentence(line.text):
            return []
        if read is None or read[0] != (form or read[0]):
            continue
        form, start = read
        if start.number != len(found) + 1:
            return []
        found.append(start)
    return found if len(found) >= LEAST else []


def _read(text: str, index: int, line: Line) -> tuple[str, Start] | None:
    """The form of the number that a line begins with, and the start that it is.

    Its marking may stand before it or behind it.
    """
    before = take_marking(text, line.at)
    at = before.stop if before else line.at
    match = grammar.RARE_NUMBER.match(text, at, line.stop)
    if match is None:
        return None
    form = match.lastgroup or ""
    marked = before or take_marking(text, match.end())
    text_at = max(match.end(), marked.stop if marked else 0)
    number = int(match[form])
    return form, Start(index, line.at, number, marked, text_at, guessed=False)
