"""The program in a pseudo-terminal: keys in, what is seen and what was sent out.

with program("open", str(cable)) as terminal:
    terminal.wait_for("Key points")
    assert terminal.colour_at("SECRET") == "ff5f5f"
    terminal.press(b"Q")
    assert terminal.status == 0
"""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

import pyte

PATIENCE = 20.0
"""Seconds to wait for what should come at once, on a machine that is busy."""
QUIET = 0.2
"""Seconds without output after which a screen counts as finished."""
NOTHING: Mapping[str, str | None] = MappingProxyType({})
OWN: Mapping[str, str | None] = MappingProxyType(
    {
        "TERM": "xterm-256color",
        "COLORTERM": None,
        "COLUMNS": None,  # set where tests run side by side, and believed more
        "LINES": None,
    }
)
"""What every terminal of a test has, whatever the one has that they are run in."""


class _Screen(pyte.Screen):
    """A screen that can tell how it is."""

    def __init__(self, columns: int, rows: int, tell: Callable[[str], None]) -> None:
        super().__init__(columns, rows)
        self._tell = tell

    def write_process_input(self, data: str) -> None:
        self._tell(data)


class Terminal:
    """A terminal, and the program that runs in it.

    It reads only while one of its methods waits: a test that waits for nothing is a
    terminal that stands still.
    """

    def __init__(
        self, command: list[str], env: Mapping[str, str], size: tuple[int, int]
    ) -> None:
        columns, rows = size
        self.display = _Screen(columns, rows, self._answer)
        self._stream = pyte.ByteStream(self.display)
        self.answers = False
        """Whether it says that it is well, when it is asked."""
        self.raw = bytearray()
        """All that was sent so far."""
        self._master, slave = os.openpty()
        self.before = termios.tcgetattr(slave)
        """The terminal's attributes before the program changed them."""
        self._set_size(columns, rows)
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=dict(env),
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509  # tests have no threads
        )
        self._slave: int | None = slave

    @property
    def attributes(self) -> list[object]:
        """The terminal's attributes now."""
        assert self._slave is not None
        return termios.tcgetattr(self._slave)

    @property
    def status(self) -> int:
        """The exit status, once the program is gone; waits for it."""
        return self.wait_for_exit()

    def wait_for_exit(self, seconds: float = PATIENCE) -> int:
        """Wait until the program is gone, reading on.

        Returns:
            The exit status, or -n when it was killed by signal n.
        """
        until = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < until, f"still running:\n{self.screen()}"
            self.read(0.02)
        self.settle(0.02)
        return self.process.returncode

    def wait_for(self, text: str, seconds: float = PATIENCE) -> None:
        """Read until some text is seen."""
        until = time.monotonic() + seconds
        while text not in self.screen():
            assert time.monotonic() < until, f"no {text!r} in:\n{self.screen()}"
            if not self.read(0.02) and self.process.poll() is not None:
                assert text in self.screen(), f"gone before {text!r}:\n{self.screen()}"

    def wait_for_bytes(self, sent: bytes, seconds: float = PATIENCE) -> None:
        """Read until something was sent."""
        until = time.monotonic() + seconds
        while sent not in self.raw:
            assert time.monotonic() < until, f"no {sent!r} in {self.raw[-500:]!r}"
            self.read(0.02)

    def wait_until(self, holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Read until something holds."""
        until = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < until, f"never:\n{self.screen()}"
            self.read(0.02)

    def is_taking(self) -> bool:
        """Whether the program can still write: the terminal's buffer is not full."""
        assert self._slave is not None
        return bool(select.select([], [self._slave], [], 0)[1])

    def settle(self, quiet: float = QUIET) -> None:
        """Read until nothing came for a while."""
        while self.read(quiet):
            pass

    def read_for(self, seconds: float) -> None:
        """Read for some time, whatever comes."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.read(left)

    def read(self, seconds: float) -> bool:
        """Read once, if anything comes within some seconds; whether it did."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            sent = os.read(self._master, 1 << 16)
        except OSError:  # the last program that had the terminal is gone
            return False
        self.raw += sent
        self._stream.feed(sent)
        return bool(sent)

    def press(self, keys: bytes) -> None:
        """Send some bytes, as a keyboard does."""
        os.write(self._master, keys)

    def _answer(self, text: str) -> None:
        if self.answers:
            self.press(text.encode())

    def scribble(self, text: bytes) -> None:
        """Write to the terminal as another program does."""
        self._stream.feed(text)

    def screen(self) -> str:
        """What is seen, as lines."""
        return "\n".join(line.rstrip() for line in self.display.display)

    def colours(self) -> list[list[tuple[str, str, str]]]:
        """Text, foreground and background of every cell."""
        return [
            [
                (cell.data, cell.fg if cell.data != " " else "", cell.bg)
                for cell in (row[x] for x in range(self.display.columns))
            ]
            for row in (self.display.buffer[y] for y in range(self.display.lines))
        ]

    def colour_at(self, text: str) -> str:
        """The colour of some text: six hexadecimal digits, or a name."""
        for y, line in enumerate(self.display.display):
            if (x := line.find(text)) >= 0:
                return str(self.display.buffer[y][x].fg)
        raise AssertionError(f"no {text!r} in:\n{self.screen()}")

    def resize(self, columns: int, rows: int) -> None:
        """Change the size, as a window does."""
        if columns and rows:
            self.display.resize(rows, columns)
        self._set_size(columns, rows)

    def kill(self, which: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(which)

    def is_stopped(self) -> bool:
        """Whether the program is stopped now, as by ctrl+z."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text("ascii")
        return stat.rpartition(")")[2].split()[0] == "T"

    def hang_up(self) -> None:
        """Take the terminal away, as a line that breaks."""
        self._close_slave()
        os.close(self._master)
        self._master = -1

    def close(self) -> None:
        """End everything."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._close_slave()
        if self._master >= 0:
            with suppress(OSError):
                os.close(self._master)

    def _close_slave(self) -> None:
        if self._slave is not None:
            os.close(self._slave)
            self._slave = None

    def _set_size(self, columns: int, rows: int) -> None:
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)


def _take_terminal() -> None:
    """Make standard input the terminal that signals come from."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@contextmanager
def program(
    *args: str,
    env: Mapping[str, str | None] = NOTHING,
    size: tuple[int, int] = (80, 24),
    command: tuple[str, ...] = (sys.executable, "-m", "cablereader"),
) -> Iterator[Terminal]:
    """Start the program in a terminal of its own.

    Args:
        args: What follows its name.
        env: Over the test's environment; ``None`` takes a variable away.
        size: Columns and rows.
        command: The program itself.
    """
    wanted = {**os.environ, **OWN, **env}
    given = {name: value for name, value in wanted.items() if value is not None}
    terminal = Terminal([*command, *args], given, size)
    try:
        yield terminal
    finally:
        terminal.close()
