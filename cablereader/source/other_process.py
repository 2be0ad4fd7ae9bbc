"""Processes that work beside the first one: how they begin, and end with it."""

from __future__ import annotations

import gc
import os
import signal
from multiprocessing import parent_process
from threading import Thread
from typing import Final

RARELY: Final = 50_000
"""Objects made between two looks for cycles that are no longer used: what reads cables
makes many objects and no cycle, and the usual 700 cost it a twentieth of its time."""


def begin_beside() -> None:
    """Leave ctrl+C to the first process, which ends the others; end when it is gone.

    A process that is killed cannot end the others, which would wait for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(RARELY)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
