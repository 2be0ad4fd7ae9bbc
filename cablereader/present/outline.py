"""The headings and paragraphs of a cable, as places to go to."""

from __future__ import annotations

from collections.abc import Iterator

from cablereader.model.block import Heading, Paragraph
from cablereader.model.cable import Cable
from cablereader.model.frozen import frozen
from cablereader.present.visible import visible_line


@frozen
class OutlineEntry:
    """A heading, or a paragraph."""

    text: str
    """Clean, on one line: the heading, or the paragraph's words."""
    paragraph: Paragraph
    """The one meant; of a heading, the one that follows it."""
    heading: bool


def outline(cable: Cable) -> Iterator[OutlineEntry]:
    """The entries in the order of the text, but for headings that nothing follows."""
    waiting: list[str] = []
    for block in cable.blocks:
        match block:
            case Heading(text=text):
                waiting.append(visible_line(text))
            case Paragraph(text=text):
                for heading in waiting:
                    yield OutlineEntry(heading, block, heading=True)
                waiting = []
                yield OutlineEntry(visible_line(text), block, heading=False)
