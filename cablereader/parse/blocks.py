"""The body of a cable as blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cablereader.model.block import (
    Block,
    Heading,
    Paragraph,
    Passage,
    PassageKind,
)
from cablereader.model.defect import Span
from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import Line
from cablereader.parse.marking import take_marking
from cablereader.parse.numbering import Start
from cablereader.parse.unwrap import unwrapped


def build_blocks(
    text: str, lines: Sequence[Line], first: int, starts: Sequence[Start]
) -> Iterator[Block]:
    """The blocks from line ``first`` on; of their spans only the start is right."""
    stop = _signature(lines, first)
    section: str | None = None
    seen: Counter[str] = Counter()
    at = first
    bounds = [start.line for start in starts] + [stop]
    for block in _between(text, lines, at, bounds[0], numbered=bool(starts)):
        section = block.text if isinstance(block, Heading) else section
        yield block
    for start, end in zip(starts, bounds[1:], strict=True):
        heading = _heading(lines, start.line + 1, end)
        number = str(start.number)
        seen[number] += 1
        words = lines[start.line]
        own = text[start.text_at : words.stop].strip()
        yield Paragraph(
            span=Span(words.start, words.start),
            label=number if seen[number] == 1 else f"{number}~{seen[number]}",
            number=number,
            marking=start.marking,
            section=section,
            text=unwrapped(
                [own, *(line.text for line in lines[start.line + 1 : heading])]
            ),
        )
        for block in _between(text, lines, heading, end, numbered=True):
            section = block.text if isinstance(block, Heading) else section
            yield block
    if stop < len(lines):
        yield Passage(
            kind=PassageKind.SIGNATURE,
            span=Span(lines[stop].start, lines[stop].start),
            text=lines[stop].text,
        )


def _heading(lines: Sequence[Line], first: int, stop: int) -> int:
    """Index of the first line of the first heading between, else ``stop``."""
    title = first
    for index in range(first, stop):
        if _is_rule(lines[index].text):
            return title
        if not lines[index].text:
            title = index + 1
    return stop


def _is_rule(words: str) -> bool:
    return bool(grammar.RULE.match(words) or grammar.SPACED_RULE.match(words))


def _between(
    text: str, lines: Sequence[Line], first: int, stop: int, *, numbered: bool
) -> Iterator[Block]:
    """Headings and blocks without a number."""
    index = first
    count = 0
    while index < stop:
        end = index
        while end < stop and lines[end].text:
            end += 1
        group = lines[index:end]
        words = [line.text for line in group if not _is_rule(line.text)]
        span = Span(lines[index].start, lines[index].start)
        if group and len(words) < len(group):
            yield Heading(span=span, text=" ".join(words))
        elif words and numbered:
            yield Passage(kind=PassageKind.TEXT, span=span, text=unwrapped(words))
        elif words:
            count += 1
            marked = take_marking(text, group[0].at)
            own = text[marked[1] : group[0].stop] if marked else group[0].text
            yield Paragraph(
                span=span,
                label=f"p{count}",
                number=None,
                marking=marked[0] if marked else None,
                text=unwrapped([own, *words[1:]]),
            )
        index = end
        while index < stop and not lines[index].text:
            index += 1


def _signature(lines: Sequence[Line], first: int) -> int:
    """Index of the last line with words where it is a name, else their number."""
    for index in range(len(lines) - 1, first, -1):
        words = lines[index].text
        if words:
            return index if words.isalpha() and len(words) < 20 else len(lines)
    return len(lines)
