"""Loading the screen without what opens connections: the reader opens none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

OPENSSL: Final = "ssl"


@contextmanager
def without_openssl() -> Iterator[None]:
    """What is loaded meanwhile is loaded as on a Python that has no OpenSSL.

    ``asyncio`` would load it, and does without where there is none; with it, it would
    be a tenth of the memory of a session. Where it is loaded already it stays, and
    afterwards whoever wants it can have it.
    """
    if OPENSSL in sys.modules:
        yield
        return
    sys.modules[OPENSSL] = None  # type: ignore[assignment]  # for "there is none"
    try:
        yield
    finally:
        del sys.modules[OPENSSL]
