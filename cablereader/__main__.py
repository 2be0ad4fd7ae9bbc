"""The process: what ``cablereader`` and ``python -m cablereader`` run."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Final, NoReturn

RARELY: Final = 50_000
"""Objects made between two looks for cycles that are no longer used.

Loading modules makes many objects and no such cycle: the usual 700 cost a twentieth of
the start.
"""
TRANSLATING: Final = "gettext"


def run() -> NoReturn:
    """Do what the command line says, and end the process."""
    gc.set_threshold(RARELY)
    with untranslated():
        from cablereader.cli import main  # noqa: PLC0415  # after what makes it fast

    leave(main())


@contextmanager
def untranslated() -> Iterator[None]:
    """What is loaded meanwhile says all that it has to say in its own words.

    ``argparse`` would load what translates them, and look for translations each time
    it says anything: a thirtieth of a short command, and Python comes with none.
    """
    if TRANSLATING in sys.modules:
        yield
        return
    stand_in = ModuleType(TRANSLATING)
    vars(stand_in).update(gettext=_as_it_is, ngettext=_one_or_several)
    sys.modules[TRANSLATING] = stand_in
    try:
        yield
    finally:
        del sys.modules[TRANSLATING]


def _as_it_is(words: str) -> str:
    return words


def _one_or_several(one: str, several: str, count: int) -> str:
    return one if count == 1 else several


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
