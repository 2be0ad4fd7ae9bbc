"""The end of a cable: who signed it, and what stands behind (format.md 4.9)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cablereader.parse.grammar import ending as grammar
from cablereader.parse.grammar import text as text_grammar
from cablereader.parse.line import Line, parted

FAR: Final = 60
"""Lines from the end that are looked at."""
MOST_SIGNERS: Final = 3
REFLOWED: Final = 100
"""A longer line is a whole paragraph; a name may stand at its end."""


class Ending(NamedTuple):
    """The last lines of a body."""

    notice: int
    """Index of the first line of the embassy's notice, ``signature`` without one."""
    signature: int
    """Index of the first line of the signature, ``trailer`` without one."""
    trailer: int
    """Index of the first line behind it."""
    signers: tuple[str, ...]


def part_ending(text: str, lines: list[Line], first: int) -> list[Line]:
    """The lines, with a notice and a name at a line's end on lines of their own."""
    last = _last_line(lines, first)
    if last <= first:
        return lines
    parts: list[Line] = []
    for line in lines[max(first, last - FAR) : last]:
        found = []
        if match := grammar.NOTICE.search(text, line.at, line.stop):
            found.append(match.start())
        parts += parted(line, text, found)
    line = parts[-1]
    if " " in line.text and (name := _name_at_end(text, line)):
        parts[-1:] = parted(line, text, [name])
    return [*lines[: max(first, last - FAR)], *parts, *lines[last:]]


def find_ending(lines: Sequence[Line], first: int) -> Ending:
    """Where signature and trailer of the lines from ``first`` on stand."""
    trailer = _last_line(lines, first)
    signature = trailer
    while signature > first and trailer - signature < MOST_SIGNERS:
        line = lines[signature - 1]
        if not _signs(lines, first, signature - 1):
            break
        signature -= 1
        if line.broken or not lines[signature - 1].text:
            break
    names = [
        _once(match["name"].rstrip(". "))
        for line in lines[signature:trailer]
        if (match := grammar.SIGNER.match(line.text))
    ]
    notice = _notice(lines, first, signature)
    return Ending(notice, signature, trailer, tuple(dict.fromkeys(names)))


def _last_line(lines: Sequence[Line], first: int) -> int:
    """Index behind the last line that is no trailer."""
    last = len(lines)
    while last > first and (
        not lines[last - 1].text or grammar.TRAILER.match(lines[last - 1].text)
    ):
        last -= 1
    return last


def _signs(lines: Sequence[Line], first: int, index: int) -> bool:
    """Whether a line is a signer's name and not the end of a sentence."""
    words = lines[index].text
    if len(words) > 40 or not grammar.SIGNER.match(words):
        return False
    if grammar.UNSIGNED.match(words):
        return False
    if index == first or lines[index].broken or words.isupper():
        return True
    before = lines[index - 1].text
    return (
        not before
        or bool(text_grammar.ENDED.search(before))
        or "//" in before
        or bool(text_grammar.RULE.match(before))
    )


def _name_at_end(text: str, line: Line) -> int:
    """Offset of a name behind the last sentence of a line; 0 without one."""
    start = max(line.at, line.stop - 70)
    match = grammar.LAST_NAME.search(text[start : line.stop].rstrip())
    if match is None:
        return 0
    name = "shouted" if match["shouted"] else "name"
    return 0 if grammar.UNSIGNED.match(match[name]) else start + match.start(name)


def _once(name: str) -> str:
    """``CRETZ  CRETZ`` as ``CRETZ``."""
    words = name.split()
    half = len(words) // 2
    if words[:half] == words[half:]:
        words = words[:half]
    return " ".join(words)


def _notice(lines: Sequence[Line], first: int, stop: int) -> int:
    """Index of the first line of the embassy's notice, with the rule above it."""
    start = next(
        (
            index
            for index in range(max(first, stop - 20), stop)
            if grammar.NOTICE.match(lines[index].text)
        ),
        stop,
    )
    while first < start < stop and _decorates(lines[start - 1]):
        start -= 1
    return start


def _decorates(line: Line) -> bool:
    return not line.text or bool(text_grammar.RULE.match(line.text))
