"""What is told when the program itself fails: nothing of any document."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from traceback import walk_tb
from typing import Final

PRIVATE: Final = 0o600
ADVICE: Final = "nothing that was saved is lost; start again"


def crash_line(error: BaseException | None) -> str:
    """One line: what kind of fault, where in the program, what to do."""
    if error is None:
        return f"cablereader: stopped by a fault of its own; {ADVICE}"
    frames = _places(error)
    place = frames[-1] if frames else "an unknown place"
    kind = type(error).__name__
    return f"cablereader: stopped by a fault of its own ({kind} at {place}); {ADVICE}"


def log_crash(error: BaseException | None, log: Path) -> None:
    """Append type and places of a fault to the log; no values, no messages."""
    if error is None:
        return
    lines = [f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {type(error).__name__}"]
    lines += (f"  {place}" for place in _places(error))
    try:
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, PRIVATE)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except OSError:
        return


def _places(error: BaseException) -> list[str]:
    """``module.py:12`` of each frame, outermost first."""
    return [
        f"{Path(frame.f_code.co_filename).name}:{line}"
        for frame, line in walk_tb(error.__traceback__)
    ]
