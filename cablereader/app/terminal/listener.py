"""Waits for what comes from the terminal, and for nothing else."""

from __future__ import annotations

import os
import selectors
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from contextlib import suppress
from math import inf
from typing import Final

from textual import events
from textual.message import Message

from cablereader.app.terminal.key_reader import KeyReader
from cablereader.app.terminal.replies import Paste, Piece, Replies

CHUNK: Final = 1 << 16
AFTER_PASTE: Final = 0.05
"""Seconds after a paste in which nobody can have pressed a key."""


class Listener:
    """Reads a terminal until it is told to stop, or until there is none any more.

    It sleeps while nothing comes: there is no tick.
    """

    def __init__(
        self,
        descriptor: int,
        escape_wait: float,
        tell: Callable[[Message], None],
    ) -> None:
        """A listener that does not listen yet.

        Args:
            descriptor: Of the terminal.
            escape_wait: Seconds after which a lone escape is the key.
            tell: Called with every message, in the listener's thread.
        """
        self._descriptor = descriptor
        self._tell = tell
        self._replies = Replies(escape_wait)
        self._reader = KeyReader()
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._heard_at = self._pasted_at = -inf
        self._ear, self._mouth = os.pipe()

    def listen(self) -> bool:
        """Listen until told to stop.

        Returns:
            Whether there still is a terminal.
        """
        with selectors.SelectSelector() as selector:
            selector.register(self._descriptor, selectors.EVENT_READ)
            selector.register(self._ear, selectors.EVENT_READ)
            while True:
                ready = {key.fd for key, _ in selector.select(self._replies.wait)}
                if self._ear in ready:
                    return True
                if not ready:
                    self._tell_all(self._replies.give_up())
                elif not self._hear():
                    return False

    def stop(self) -> None:
        """Make `listen` return; from another thread."""
        with suppress(OSError):
            os.write(self._mouth, b"\0")

    def close(self) -> None:
        """Give back what it needed, once it does not listen any more."""
        os.close(self._ear)
        os.close(self._mouth)

    def _hear(self) -> bool:
        """Read once; whether there was anything to read from."""
        try:
            heard = os.read(self._descriptor, CHUNK)
        except OSError:
            return False
        now = time.monotonic()
        pause, self._heard_at = now - self._heard_at, now
        self._tell_all(self._replies.feed(self._decode(heard), pause))
        return bool(heard)

    def _tell_all(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            now = time.monotonic()
            if isinstance(piece, Paste):
                self._pasted_at = now
            is_tail = now - self._pasted_at < AFTER_PASTE
            for message in self._reader.read(piece):
                if not (is_tail and isinstance(message, events.Key)):
                    self._tell(message)
