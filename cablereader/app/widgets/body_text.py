"""What a body shows of a cable, and how it is laid out in the room there is."""

from __future__ import annotations

from collections.abc import Mapping

from textual.geometry import Size

from cablereader.app.widgets.body_picture import GUTTER, RAIL, BodyPicture
from cablereader.app.widgets.body_rail import Signs
from cablereader.app.widgets.body_window import ENDLESS, window_on
from cablereader.model.cable import Cable
from cablereader.model.frozen import frozen
from cablereader.present.body import lay_out


@frozen(kw_only=True)
class BodyText:
    """A cable, reflowed or with the lines of its source."""

    cable: Cable
    received: bool
    """Whether with the lines as received."""
    cut: bool
    """Whether these are cut where they are too long, not wrapped."""
    notes: Mapping[int, str]
    """To stand under paragraphs, by index."""

    def laid_out(self, size: Size, measure: int, signs: Signs) -> BodyPicture:
        """Its picture, without marks and hits.

        Args:
            size: Of the view.
            measure: Cells of a line of running text, where there is room for them.
            signs: For the right edge.
        """
        room = size.width - GUTTER - RAIL
        margin = max((room - measure) // 2, 0)
        is_cut = self.received and self.cut
        layout = lay_out(
            self.cable,
            min(measure, room),
            ENDLESS if is_cut else room - margin,
            received=self.received,
            notes=self.notes,
            received_by="zw",
        )
        return BodyPicture(
            cable=self.cable,
            layout=layout,
            height=size.height,
            margin=margin,
            window=window_on(layout, room - margin) if is_cut else None,
            signs=signs,
        )
