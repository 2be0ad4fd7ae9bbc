"""The line to the terminal, which may be slow, or stand still, or be gone."""

from __future__ import annotations

import errno
import os
import select
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextlib import suppress
from typing import Final

GONE: Final = frozenset(
    {errno.EIO, errno.EPIPE, errno.EBADF, errno.ENXIO, errno.ENODEV}
)


class Line:
    """Sends text without ever waiting; what the line does not take is kept."""

    def __init__(
        self,
        descriptor: int,
        loop: AbstractEventLoop,
        on_idle: Callable[[], None],
        on_gone: Callable[[], None],
    ) -> None:
        """A line to the terminal of a descriptor.

        Args:
            descriptor: Open for writing; it stays as it is, since others share it.
            loop: Runs in the thread that sends.
            on_idle: Called when the line took all that it had been sent late.
            on_gone: Called when there is no terminal any more.
        """
        self.descriptor = own_descriptor(descriptor)
        self._loop = loop
        self._on_idle = on_idle
        self._on_gone = on_gone
        self._waiting = bytearray()

    @property
    def is_idle(self) -> bool:
        """Whether the line took all that it was sent."""
        return not self._waiting

    def send(self, text: str) -> None:
        """Send some text, now or as soon as the line takes it."""
        if not text:
            return
        was_idle = self.is_idle
        self._waiting += text.encode("utf-8", "replace")
        if was_idle:
            self._write()
            if not self.is_idle:
                self._loop.add_writer(self.descriptor, self._go_on)

    def drain(self, seconds: float) -> None:
        """Wait until the line took everything, or nothing at all for so long."""
        while not self.is_idle:
            if not select.select([], [self.descriptor], [], seconds)[1]:
                return
            self._write()

    def close(self) -> None:
        """Send no more."""
        self._loop.remove_writer(self.descriptor)
        with suppress(OSError):
            os.close(self.descriptor)

    def _go_on(self) -> None:
        self._write()
        if self.is_idle:
            self._loop.remove_writer(self.descriptor)
            self._on_idle()

    def _write(self) -> None:
        try:
            while self._waiting:
                written = os.write(self.descriptor, self._waiting)
                del self._waiting[:written]
        except BlockingIOError:
            return
        except OSError as error:
            self._waiting.clear()
            if error.errno in GONE:
                self._on_gone()


def own_descriptor(descriptor: int) -> int:
    """A descriptor for the same terminal that never waits and that nobody shares.

    Where the terminal must not be opened again (it belongs to somebody else after
    ``su``) it is one that may wait.
    """
    flags = os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        return os.open(os.ttyname(descriptor), flags)
    except OSError:
        return os.dup(descriptor)
