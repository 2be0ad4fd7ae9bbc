"""Streams of bytes over other streams."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Final, Protocol

BLOCK: Final = 256 * 1024
"""Bytes read at a time."""


class Source(Protocol):
    """What bytes are read from: a file, or what the standard modules unpack."""

    def read1(self, size: int, /) -> bytes:
        """Read what comes at once: all that is good of a file that is cut short."""


class Tap(io.RawIOBase):
    """A stream that tells how much is read of another one."""

    def __init__(
        self, stream: Source, tell: Callable[[int], None] | None = None
    ) -> None:
        """Read from a stream.

        Args:
            stream: What to read.
            tell: Called with the number of bytes, at each reading; what it raises
                ends the reading.
        """
        super().__init__()
        self._stream = stream
        self._tell = tell
        self.size = 0
        """Bytes read so far."""

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # narrower
        """Read at most so many bytes as the buffer takes."""
        content = self._stream.read1(len(buffer))
        buffer[: len(content)] = content
        self.size += len(content)
        if self._tell:
            self._tell(len(content))
        return len(content)


class Rejoined(io.RawIOBase):
    """A stream whose first bytes were read already, from its beginning."""

    def __init__(self, head: bytes, stream: Source) -> None:
        super().__init__()
        self._head = memoryview(head)
        self._stream = stream

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # narrower
        """Read at most so many bytes as the buffer takes."""
        content: bytes | memoryview = self._head[: len(buffer)]
        if content:
            self._head = self._head[len(content) :]
        else:
            content = self._stream.read1(len(buffer))
        buffer[: len(content)] = content
        return len(content)


def rejoined(head: bytes, stream: Source) -> io.BufferedReader:
    """A stream from its beginning, after its first bytes were read."""
    return io.BufferedReader(Rejoined(head, stream), BLOCK)


def read_head(stream: Source, size: int) -> bytes:
    """The first bytes of a stream: so many, all, or all before what is damaged.

    Raises:
        Exception: What the stream raises, if it does so at its first byte. Later it
            will do so again at the next reading.
    """
    head = stream.read1(size)
    try:
        while head and len(head) < size and (more := stream.read1(size - len(head))):
            head += more
    except Exception:  # noqa: BLE001  # whatever it is, it comes again
        return head
    return head
