"""The body of a cable: its top, its blocks, its signers (format.md section 10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cablereader.model.block import Block, Passage, PassageKind
from cablereader.model.defect import Defect, Span
from cablereader.model.frozen import frozen
from cablereader.model.raw import RawCable
from cablereader.parse.blocks import BlockBuilder
from cablereader.parse.candidate import Start
from cablereader.parse.ending import Ending, find_ending, part_ending
from cablereader.parse.front import Front, read_front
from cablereader.parse.grammar import front as grammar
from cablereader.parse.headings import (
    INNER_SIGNS,
    WIDEST,
    inner_rules,
    inner_titles,
)
from cablereader.parse.inner_numbers import POINTS, ends_with_number, inner_starts
from cablereader.parse.labels import part_labels
from cablereader.parse.line import Line, parted, split_lines, tightened
from cablereader.parse.misread_numbers import with_misread
from cablereader.parse.missing_numbers import missing_offsets, with_parted
from cablereader.parse.normalise import has_doubled_quotes, legible
from cablereader.parse.numbering import find_starts
from cablereader.parse.oddities import body_defects
from cablereader.parse.openings import find_openings, take_opening
from cablereader.parse.pages import find_pages
from cablereader.parse.scanned_numbering import (
    find_scanned_starts,
    inner_scanned_starts,
)
from cablereader.parse.sections import find_sections, without
from cablereader.parse.spacing import is_double_spaced, single_spaced
from cablereader.parse.stamps import is_stamped
from cablereader.parse.tiling import merged, tile
from cablereader.parse.titles import with_open_summary
from cablereader.parse.top import find_top

TEXT: Final = "text"
"""The format of what may have stamps: neither pages nor dumps have any."""


@frozen(kw_only=True)
class Body:
    """What a body holds."""

    top: int
    """Offset of the first line of the cable itself."""
    front: Front
    blocks: tuple[Block, ...]
    """Tile it."""
    signers: tuple[str, ...]
    defects: tuple[Defect, ...]


def read_body(raw: RawCable) -> Body:
    """The blocks and fields of a body. Never raises."""
    text = legible(raw.body)
    scanned = raw.scanned
    top = find_top(text, raw.header_at)
    opening = take_opening(text, top)
    pages = find_pages(text, opening.post if opening else None)
    lines = split_lines(text, top, [page.span for page in pages], scanned=scanned)
    lines = list(_part_inner(text, lines, scanned=scanned))
    if is_double_spaced(lines):
        lines = single_spaced(lines)
    lines = part_labels(text, lines, 0)
    halved = has_doubled_quotes(raw.body[top:])
    if halved:
        lines = [line.reworded(line.text.replace('""', '"')) for line in lines]
    stamped = raw.source.format == TEXT and is_stamped(text)
    front = read_front(text, lines, 0, scanned=scanned, stamped=stamped)
    sections = list(
        find_sections(text, lines, front.stop, scanned=scanned, stamped=stamped)
    )
    lines = without(lines, [stretch for stretch, _ in sections])
    lines = part_ending(text, lines, front.stop, front.authority)
    ending = find_ending(lines, front.stop)
    find = find_scanned_starts if scanned else _find_starts
    starts = find(text, lines[: ending.notice], front.stop)
    if missing := missing_offsets(text, lines, starts, front.stop):
        lines = list(with_parted(text, lines, missing, scanned=scanned))
        ending = find_ending(lines, front.stop)
        starts = find(text, lines[: ending.notice], front.stop)
    builder = BlockBuilder(text, lines, scanned=scanned, halved=halved)
    _build(builder, front, starts, ending)
    blocks = [*_before_text(text, top, front), *with_open_summary(builder.blocks)]
    interruptions = merged(pages, [block for _, block in sections])
    return Body(
        top=top,
        front=front,
        blocks=tuple(tile(blocks or [_nothing()], interruptions, len(raw.body))),
        signers=ending.signers,
        defects=tuple(body_defects(raw, text, top, starts, halved=halved)),
    )


def _find_starts(text: str, lines: Sequence[Line], first: int) -> list[Start]:
    return with_misread(text, lines, find_starts(text, lines, first), first)


def _build(
    builder: BlockBuilder, front: Front, starts: Sequence[Start], ending: Ending
) -> None:
    if starts:
        builder.add_between(front.stop, starts[0].line, closed=True)
    else:
        builder.add_unnumbered(front.stop, ending.notice)
    for index, start in enumerate(starts):
        closed = index + 1 < len(starts)
        stop = starts[index + 1].line if closed else ending.notice
        builder.add_numbered(start, stop, closed=closed)
    builder.add_ending(ending)


def _part_inner(text: str, lines: Sequence[Line], *, scanned: bool) -> Iterator[Line]:
    """The lines, with rules, titles and numbers inside them on lines of their own."""
    records = bool(lines) and text.find(grammar.TRANSMISSION, lines[0].start) >= 0
    signs = tuple(filter(text.__contains__, ("(", *INNER_SIGNS)))
    for line in lines:
        if not records and _is_plain(line.text, signs):
            yield line
            continue
        offsets = [*inner_rules(text, line), *inner_titles(text, line)]
        if records:
            found = find_openings(text, line.start, line.stop)
            offsets += [opening.start for opening in found]
        offsets += (inner_scanned_starts if scanned else inner_starts)(text, line)
        if not offsets:
            yield line
            continue
        for part in parted(line, text, sorted(offsets)):
            yield part.reworded(tightened(part.text)) if scanned else part


def _is_plain(words: str, signs: Iterable[str]) -> bool:
    """Whether a line has no sign of anything inside it, as most have none.

    Args:
        words: Of the line.
        signs: Those of numbers and rules that its text has anywhere.
    """
    return (
        len(words) <= WIDEST
        and not (words[-1:] in POINTS and ends_with_number(words))
        and not any(map(words.__contains__, signs))
    )


def _before_text(text: str, top: int, front: Front) -> Iterator[Passage]:
    if text[:top].strip():
        yield Passage(kind=PassageKind.PREAMBLE, span=Span(0, 0))
    if front.stop:
        yield Passage(kind=PassageKind.FRONT, span=Span(top, top))


def _nothing() -> Passage:
    """What covers a body without a word."""
    return Passage(kind=PassageKind.TEXT, span=Span(0, 0), text="")
