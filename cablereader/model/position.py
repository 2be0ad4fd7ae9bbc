"""Where a reader stopped in a cable."""

from __future__ import annotations

from cablereader.model.frozen import frozen


@frozen
class Position:
    """A place in a cable that is the same on a screen of another size."""

    paragraph: str
    """Label of the paragraph at the cursor; empty in a cable without any."""
    share: float = 0.0
    """How much of the cable is above the top of the screen, 0 to 1."""
