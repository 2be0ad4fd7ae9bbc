"""The address of a paragraph; a module of its own, since lists need no more."""

from __future__ import annotations

from cablereader.model.frozen import frozen


@frozen(order=True)
class ParagraphRef:
    """The address of one paragraph: what a reader copies, cites and bookmarks."""

    cable_id: str
    label: str
    """As in `cablereader.model.block.Paragraph.label`."""

    def __str__(self) -> str:
        return f"{self.cable_id} ¶{self.label}"
