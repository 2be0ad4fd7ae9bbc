"""How far the terminal has come with what it was sent, as it says itself.

Between a program and a screen lie buffers that nobody can look into: 64 kB of the
kernel's, more of an SSH server's. A slow line that fills them shows pictures of keys
that were released half a minute ago. So a question that every terminal answers goes
with the pictures, and none is sent while too many are on their way.
"""

from __future__ import annotations

import threading
from asyncio import AbstractEventLoop, TimerHandle
from collections.abc import Callable
from typing import Final

QUESTION: Final = "\x1b[5n"
"""Are you well? (ECMA-48, DSR)"""
ANSWER: Final = "\x1b[0n"
OFTEN: Final = 512
"""Characters after which a line that is not slow is asked."""
WINDOW: Final = 2048
"""Characters that may be on their way on it."""
SLOW: Final = 0.4
"""Seconds to an answer on a slow line, which gets one picture at a time."""
FIRST: Final = 2.0
"""Seconds for the first answer; who has not answered by then never does."""
PATIENCE: Final = 10.0
"""Seconds after which a terminal that used to answer is taken for one that does not."""


class Pace:
    """Asks, and knows what was answered; who never answers is waited for but once."""

    def __init__(
        self, loop: AbstractEventLoop, on_caught_up: Callable[[], None]
    ) -> None:
        """Nothing was sent yet.

        Args:
            loop: The application's; all but `hear` and `wait` is done in its thread.
            on_caught_up: Called when more may be sent again.
        """
        self._loop = loop
        self._on_caught_up = on_caught_up
        self._answered = threading.Event()
        self._answers = False
        """Whether the last question that was asked in time was answered."""
        self._is_slow = False
        self._asked: int | None = None
        """Characters up to an open question that were not asked about before."""
        self._asked_at = 0.0
        self._heard_at = 0.0
        """When the terminal answered, however long the loop was busy since."""
        self._since = 0
        """Characters after the last question."""
        self._patience: TimerHandle | None = None

    @property
    def is_behind(self) -> bool:
        """Whether the terminal has enough to do with what it was sent."""
        if self._asked is None or not self._answers:
            return False
        return self._is_slow or self._asked + self._since >= WINDOW

    def after(self, text: str) -> str:
        """The question that has to follow some text; empty where none has to."""
        self._since += len(text)
        if self._asked is not None or self._since < (1 if self._is_slow else OFTEN):
            return ""
        return self.ask()

    def ask(self) -> str:
        """The question itself; what was asked before it is answered before."""
        self._asked, self._since = self._since, 0
        self._asked_at = self._loop.time()
        self._answered.clear()
        if self._answers:
            self._patience = self._loop.call_later(PATIENCE, self._give_up)
        return QUESTION

    def hear(self) -> None:
        """The terminal answered; from any thread."""
        self._heard_at = self._loop.time()
        self._answered.set()
        self._loop.call_soon_threadsafe(self._go_on)

    def wait(self, seconds: float) -> None:
        """Wait for an open answer, if one may be expected, so that nobody else gets it.

        While somebody listens, and in the loop's thread: it stands still.
        """
        if self._asked is None:
            return
        until_first = max(self._asked_at + FIRST - self._loop.time(), 0)
        self._answered.wait(seconds if self._answers else min(seconds, until_first))

    def forget(self) -> None:
        """Expect no answer to what was asked so far."""
        self._rest()
        self._asked, self._since = None, 0

    def _go_on(self) -> None:
        if self._asked is None:
            return
        self._is_slow = self._heard_at - self._asked_at > SLOW
        self._answers = True
        self._rest()
        self._asked = None
        self._on_caught_up()

    def _give_up(self) -> None:
        self._patience = None
        self._answers = False
        self._on_caught_up()

    def _rest(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
