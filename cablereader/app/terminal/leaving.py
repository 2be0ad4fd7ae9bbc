"""How the program goes when it is told to: the terminal restored, within half a second.

Whatever was saved is on the disk before it is on the screen, so nothing is left to be
done but the terminal. The event loop may be stuck; none of this needs it.
"""

from __future__ import annotations

import os
import select
import signal
import termios
import time
from contextlib import suppress
from typing import Any, Final

from cablereader.app.terminal.abilities import Abilities
from cablereader.app.terminal.painter import CLEAR, LEAVE

PATIENCE: Final = 0.5
"""Seconds for a terminal that does not read."""
CANCEL: Final = "\x18\x1b\\"
"""Ends whatever sequence was being sent."""
RESTORE: Final = (
    "\x1b[?2026l",
    "\x1b[?69l",
    "\x1b[r",
    "\x1b[m",
    "\x1b[?1000l",
    "\x1b[?1003l",
    "\x1b[?1015l",
    "\x1b[?1006l",
    "\x1b[?1016l",
    "\x1b[?1004l",
    "\x1b[?2004l",
    "\x1b[?2048l",
    "\x1b[?7h",
    "\x1b[<u",
    CLEAR,
    LEAVE,
    "\x1b[?25h",
)
"""All that is ever switched on, switched off, and nothing of ours left to be seen."""


def restoring(abilities: Abilities) -> str:
    """What restores a terminal, as far as it knows it."""
    taken = [each for each in RESTORE if abilities.takes(each)]
    return CANCEL + "".join(taken)


def restore(descriptor: int, text: str, attributes: list[Any] | None) -> None:
    """Restore the terminal, if it is ours and reads.

    Args:
        descriptor: Of the terminal; it does not wait from here on.
        text: What to send.
        attributes: Of the terminal, as they were before; ``None`` for as they are.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
    with suppress(OSError, termios.error):
        if os.tcgetpgrp(descriptor) != os.getpgrp():
            return  # stopped, or in the background: somebody else draws there
        was_blocking = os.get_blocking(descriptor)
        os.set_blocking(descriptor, False)
        try:
            _write(descriptor, text.encode())
        finally:
            os.set_blocking(descriptor, was_blocking)
            if attributes is not None:
                termios.tcsetattr(descriptor, termios.TCSANOW, attributes)


def _write(descriptor: int, left: bytes) -> None:
    until = time.monotonic() + PATIENCE
    while left and (seconds := until - time.monotonic()) > 0:
        if select.select([], [descriptor], [], seconds)[1]:
            with suppress(BlockingIOError):
                left = left[os.write(descriptor, left) :]
