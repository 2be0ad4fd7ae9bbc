"""A whole cable as Markdown: shown as it stands, with no link of its own making."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.model.block import (
    Block,
    Heading,
    PageMarker,
    Paragraph,
    Passage,
    PassageKind,
)
from cablereader.model.cable import Cable
from cablereader.present import escape
from cablereader.present.header_box import classification, created
from cablereader.present.routing import routing_rows
from cablereader.present.visible import visible, visible_line

KEPT_LINE_BY_LINE: Final = frozenset(
    {PassageKind.PREAMBLE, PassageKind.FRONT, PassageKind.TABLE}
)


def markdown_cable(cable: Cable) -> Iterator[str]:
    """A cable in pieces, each to be followed by an empty line."""
    name = visible_line(cable.cable_id or "no reference id")
    title = visible_line(cable.title or "no subject")
    yield f"# {escape.markdown(name)}: {escape.markdown(title)}"
    yield "\n".join(_facts(cable))
    for block in cable.blocks:
        piece = _piece(block, cable.body)
        if piece:
            yield piece


def markdown_paragraph(paragraph: Paragraph) -> str:
    """One paragraph, with its number and marking as printed."""
    number = f"{paragraph.number}\\. " if paragraph.number else ""
    marking = f"({visible_line(str(paragraph.marking))}) " if paragraph.marking else ""
    return f"{number}{escape.markdown(marking)}{_running(paragraph.text)}"


def _facts(cable: Cable) -> Iterator[str]:
    yield f"- Classification: {escape.markdown(classification(cable))}"
    yield f"- Created: {created(cable) or 'not stated'}"
    if cable.origin:
        yield f"- Origin: {escape.markdown(visible_line(cable.origin))}"
    role = ""
    for row in routing_rows(cable.header):
        role = row.role or role
        rest = " ".join(filter(None, (row.name, row.precedence)))
        yield f"- {role}: {escape.markdown(rest)}"
    if cable.tags:
        yield f"- TAGS: {escape.markdown(visible_line(' '.join(cable.tags)))}"
    for cited in cable.references:
        yield f"- Ref {escape.markdown(visible_line(str(cited)))}"


def _piece(block: Block, body: str) -> str:
    match block:
        case Heading(text=text):
            return f"## {escape.markdown(visible_line(text))}"
        case Paragraph():
            return markdown_paragraph(block)
        case PageMarker() | Passage(text=None, continues=str()):
            return ""
        case Passage(kind=kind) if kind in KEPT_LINE_BY_LINE:
            return _fenced(visible(block.span.of(body)))
        case Passage(text=text):
            return _running(text or "")


def _running(text: str) -> str:
    """Text whose line breaks stay."""
    lines = escape.markdown(visible(text.strip("\n"))).split("\n")
    return "\n".join(f"{line}\\" if line.strip() else "" for line in lines).rstrip("\\")


def _fenced(text: str) -> str:
    """Lines as they are; the fence is longer than any in them."""
    if not text.strip():
        return ""
    fence = "```"
    while fence in text:
        fence += "`"
    lines = "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))
    return f"{fence}\n{lines}\n{fence}"
