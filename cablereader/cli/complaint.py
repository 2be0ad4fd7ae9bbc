"""What goes wrong, as one line each on standard error."""

from __future__ import annotations

import sys

from cablereader.errors import UnreadableError
from cablereader.present.visible import visible_line
from cablereader.source.failure import Failure


def complain(text: str) -> None:
    """Say what is wrong, where, and what to do: one line, clean."""
    sys.stdout.flush()
    print(f"cablereader: {visible_line(text)}", file=sys.stderr, flush=True)


class Complaints:
    """Names each failure as it is met, and remembers that there were some."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, failure: Failure) -> None:
        """Name it."""
        self.count += 1
        complain(str(failure))

    @property
    def exit_status(self) -> int:
        """0, or that of unreadable input."""
        return UnreadableError.exit_status if self.count else 0
