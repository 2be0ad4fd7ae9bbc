"""The labels of a top, wherever they stand in a line (format.md section 3)."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Final

from cablereader.parse.grammar import front as grammar
from cablereader.parse.grammar import text as text_grammar
from cablereader.parse.line import Line, parted
from cablereader.parse.marking import take_marking

SHORTEST: Final = 5
"""Characters before a label inside a line; fewer are a marking: ``(U)``."""
LONGEST: Final = 300
"""Lines; the longest list of references of the archive has 90."""


def part_labels(text: str, lines: Sequence[Line], first: int) -> list[Line]:
    """The lines from ``first`` to the first paragraph, each label on a line of its own.

    Three to five of a hundred tops stand on one line, with or without blanks.
    """
    last = min(len(lines), first + LONGEST)
    top: list[Line] = []
    for index in range(first, last):
        line = lines[index]
        if not _may_hold_label(line.text) or text_grammar.NUMBER.match(line.text):
            top.append(line)
        else:
            top += _labels_apart(text, line)
        if starts_paragraph(text, line):
            last = index + 1
            break
    return [*top, *lines[last:]]


def _may_hold_label(words: str) -> bool:
    """Whether a line has any sign of a label: most lines of a text have none."""
    signs = grammar.INNER_LABEL_SIGNS
    return any(map(words.__contains__, signs)) or "classified" in words.lower()


def _labels_apart(text: str, line: Line) -> Iterator[Line]:
    """The line, divided before each label, and before the first of the text."""
    first_end = line.at + SHORTEST
    found = grammar.INNER_LABEL.finditer(text, first_end, line.stop)
    labels = [match.start() for match in found]
    if not labels:
        yield line
        return
    opened = grammar.FIRST_WORDS.search(text, labels[-1], line.stop)
    begun = opened.start() if opened else line.stop
    for part in parted(line, text, [*labels, begun]):
        yield part.broken_off() if part.start == begun else part


def last_label(words: str) -> str:
    """The field whose label stands last in a line that begins with one."""
    inner = deque(grammar.INNER_LABEL.finditer(words, SHORTEST), maxlen=1)
    labels = (grammar.LABEL.match(words[each.start() :]) for each in inner)
    found = next(labels, None) or grammar.LABEL.match(words)
    return str(found.lastgroup) if found else ""


def starts_paragraph(text: str, line: Line) -> bool:
    """Whether a line begins with a paragraph's number and marking."""
    if not (line.text[:1].isdigit() or line.text[:1] == "¶"):
        return False
    match = text_grammar.NUMBER.match(text, line.at, line.stop)
    return bool(match and take_marking(text, match.end()))
