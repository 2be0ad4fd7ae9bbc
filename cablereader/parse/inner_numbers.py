"""Numbers inside a line at which a paragraph may start (format.md section 4.2).

In reflowed text a whole page may be one line; in text that was wrapped again a number
may end a line, and its marking begin the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import Line
from cablereader.parse.marking import take_marking

LONGEST: Final = 6
"""Characters of such a number, with its point and the blanks about that."""
CITED: Final = 24
"""Characters before it in which a word may say what it numbers."""
POINTS: Final = frozenset(".)")
"""What may stand behind one that ends a line."""


def inner_starts(text: str, line: Line) -> Iterable[int]:
    """Offsets of numbers inside a line at which a paragraph may start."""
    offsets = _last_number(text, line) if ends_with_number(line.text) else []
    if "(" not in line.text:
        return offsets
    return [
        match.start()
        for match in _inner_numbers(text, line)
        if take_marking(text, match.end()) and _may_begin_inside(text, line, match)
    ] + offsets


def ends_with_number(words: str) -> bool:
    """Whether a line ends with digits and their point, as few do."""
    return words[-1:] in POINTS and words[-2:-1].isdigit()


def _last_number(text: str, line: Line) -> list[int]:
    """Offset of a number at the end of a line whose marking begins the next one."""
    first = max(line.at, line.stop - CITED)
    match = grammar.LAST_NUMBER.search(text[first : line.stop].rstrip())
    if match is None:
        return []
    below = grammar.BELOW.match(text, line.stop)
    marked = below and take_marking(text, below.end())
    return [first + match.start()] if marked else []


def _inner_numbers(text: str, line: Line) -> Iterator[grammar.Match]:
    floor = _inside(text, line)
    for sign in grammar.INNER_SIGN.finditer(text, floor, line.stop):
        first = max(floor, sign.start() - LONGEST)
        if match := grammar.INNER_NUMBER.search(text, first, sign.end() + 1):
            yield match
        floor = sign.end()


def _inside(text: str, line: Line) -> int:
    """Offset from which a number is inside a line: a pilcrow is no word before it."""
    return line.at + (3 if text.startswith("¶", line.at) else 1)


def _may_begin_inside(text: str, line: Line, match: grammar.Match) -> bool:
    """Whether a number inside a line is not what the words before it count."""
    first, stop = max(line.at, match.start() - CITED), match.start()
    if match["point"]:
        return not grammar.CITING.search(text, first, stop)
    return bool(grammar.SENTENCE_END.search(text, first, stop))
