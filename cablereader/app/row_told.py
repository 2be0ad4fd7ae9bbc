"""What the signs in a row of the list mean, in lines for a box on the screen."""

from __future__ import annotations

from textual.content import Content

from cablereader.present.entry_row import ListRow
from cablereader.present.legend import row_signs
from cablereader.present.visible import visible_line


def row_told(row: ListRow) -> Content:
    """The id of its cable, and below it each sign with what it means."""
    cable_id = visible_line(row.entry.cable_id)
    signs = row_signs(row.flags, row.entry.classification)
    lines = (Content(f"{each.sign:<6}{visible_line(each.meaning)}") for each in signs)
    head = Content.assemble((cable_id, "bold $accent"), "  in the list")
    return Content("\n").join((head, *lines))
