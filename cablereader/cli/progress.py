"""How far an import is: a line that changes on a terminal, a line now and then else."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from typing import Final, TextIO

from cablereader.archive.importing.ingest import Progress
from cablereader.model.counted import counted

OFTEN: Final = 0.2
"""Seconds between two looks of the line on a terminal."""
SELDOM: Final = 10.0
"""Seconds between two lines elsewhere."""
CLEAR: Final = "\r\x1b[K"
BAR: Final = 20
"""Cells of the bar."""


class ProgressLine:
    """Says how far an import is, how fast, and how long it will take."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._terminal = stream.isatty()
        self._begun = time.monotonic()
        self._said = self._begun if not self._terminal else 0.0
        self._shown = ""
        self._first: Progress | None = None

    def show(self, progress: Progress) -> None:
        """Say it, unless it was said a moment ago."""
        now = time.monotonic()
        if self._first is None:
            self._first, self._begun = progress, now
        if now - self._said < (OFTEN if self._terminal else SELDOM):
            return
        self._said = now
        text = described(progress, self._first, now - self._begun)
        if self._terminal:
            self._shown = text[: shutil.get_terminal_size().columns - 1]
            self._write(f"{CLEAR}{self._shown}")
        else:
            self._write(f"{text}\n")

    def above(self, say: Callable[[], None]) -> None:
        """Let something else be said, and the line stand below it again."""
        self.close()
        say()
        if self._terminal:
            self._write(self._shown)

    def close(self) -> None:
        """Take the line away."""
        if self._terminal and self._shown:
            self._write(CLEAR)

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def described(progress: Progress, first: Progress, seconds: float) -> str:
    """A progress in words: ``[####      ] 40%  1,200 cables, 300/s, 0:06 left``.

    Args:
        progress: How far it is.
        first: How far it was at first: an import that goes on begins in the middle.
        seconds: Since then.
    """
    cables = counted(progress.tally.total, "cable")
    if seconds:
        rate = (progress.tally.total - first.tally.total) / seconds
        cables += f", {rate:,.0f}/s"
    if not progress.total:
        return cables
    share = min(progress.read / progress.total, 1.0)
    line = f"[{'#' * int(share * BAR):<{BAR}}] {share:4.0%}  {cables}"
    if progress.read <= first.read:
        return line
    left = seconds * (progress.total - progress.read) / (progress.read - first.read)
    return f"{line}, {_clock(max(left, 0.0))} left"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
