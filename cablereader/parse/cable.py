"""From the strings of a source to a cable: calls the other parsers in order."""

from __future__ import annotations

from datetime import datetime

from cablereader.model.block import Block, Passage, PassageKind
from cablereader.model.cable import Cable, Page
from cablereader.model.classification import Level, Marking
from cablereader.model.defect import Span
from cablereader.model.raw import RawCable
from cablereader.parse.blocks import build_blocks
from cablereader.parse.front import read_front
from cablereader.parse.header import read_header
from cablereader.parse.line import split_lines
from cablereader.parse.normalise import legible
from cablereader.parse.numbering import find_starts
from cablereader.parse.pages import find_pages
from cablereader.parse.tiling import tile


def read_cable(raw: RawCable) -> Cable:
    """The cable of a source's strings.

    Never raises: what cannot be placed is a block of kind ``text``.
    """
    header, defects = read_header(raw.header, scanned=raw.scanned)
    text = legible(raw.body)
    pages = find_pages(text)
    lines = split_lines(
        text, raw.header_at, [page.span for page in pages], scanned=raw.scanned
    )
    front = read_front(lines, 0)
    starts = find_starts(text, lines, front.stop)
    blocks: list[Block] = []
    if raw.header_at:
        blocks.append(Passage(kind=PassageKind.PREAMBLE, span=Span(0, 0)))
    blocks.append(
        Passage(kind=PassageKind.FRONT, span=Span(raw.header_at, raw.header_at))
    )
    blocks += build_blocks(text, lines, front.stop, starts)
    page = (
        Page(created=raw.created, released=raw.released, title=raw.title)
        if raw.created
        else None
    )
    return Cable(
        cable_id=raw.cable_id,
        source=raw.source,
        body=raw.body,
        blocks=tuple(tile(blocks, pages, len(raw.body))),
        header=header,
        created=_time(raw.created),
        released=_time(raw.released),
        page=page,
        classification=_classification(raw.classification),
        origin=raw.origin,
        articles=raw.articles,
        captions=tuple(front.fields["captions"]),
        subject=" ".join(front.fields.get("subject", ())) or None,
        tags=raw.tags,
        defects=defects,
    )


def _time(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


def _classification(text: str | None) -> Marking | None:
    if not text:
        return None
    word, _, caveat = text.partition("//")
    caveats = (
        () if not caveat else (("FOUO",) if caveat.startswith("FOR") else (caveat,))
    )
    return Marking(text, Level[word.replace(" ", "_")], caveats)
