"""The process: what ``cablereader`` and ``python -m cablereader`` run."""

from __future__ import annotations

import gc
import os
import sys
from typing import Final, NoReturn

RARELY: Final = 50_000
"""Objects made between two looks for cycles that are no longer used.

Loading modules makes many objects and no such cycle: the usual 700 cost a twentieth of
the start.
"""


def run() -> NoReturn:
    """Do what the command line says, and end the process."""
    gc.set_threshold(RARELY)
    from cablereader.cli import main  # noqa: PLC0415  # after what makes loading fast

    leave(main())


def leave(status: int) -> NoReturn:
    """End the process, at once if nothing else runs in it.

    Python takes down all modules and objects one by one, which is a tenth of a short
    command; the system frees the memory of a process as a whole.
    """
    if "threading" in sys.modules:
        sys.exit(status)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    run()
