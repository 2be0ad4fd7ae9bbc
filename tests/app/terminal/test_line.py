"""A line that is slow, stands still, or is gone."""

from __future__ import annotations

import asyncio
import os
import tty
from collections.abc import Iterator
from contextlib import suppress

import pytest

from cablereader.app.terminal.line import Line

MUCH = "goat " * 40_000


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    """The two ends of a terminal line: the terminal's, and the program's."""
    outside, inside = os.openpty()
    tty.setraw(inside)
    yield outside, inside
    for end in (outside, inside):
        try:
            os.close(end)
        except OSError:
            continue


class Told:
    """What a line told."""

    def __init__(self) -> None:
        self.idle = asyncio.Event()
        self.gone = asyncio.Event()

    def line(self, inside: int) -> Line:
        loop = asyncio.get_running_loop()
        return Line(inside, loop, self.idle.set, self.gone.set)


async def read_all(outside: int, count: int) -> bytes:
    """Read so many bytes, letting the line go on in between."""
    os.set_blocking(outside, False)
    got = b""
    while len(got) < count:
        with suppress(BlockingIOError):
            got += os.read(outside, 4096)
        await asyncio.sleep(0)
    return got


async def test_what_is_sent_arrives(ends: tuple[int, int]) -> None:
    line = Told().line(ends[1])
    line.send("Genève \udc80\n")
    assert line.is_idle
    assert os.read(ends[0], 100) == "Genève ?\n".encode()
    line.close()


async def test_it_never_waits_and_loses_nothing(ends: tuple[int, int]) -> None:
    told = Told()
    line = told.line(ends[1])
    line.send(MUCH)
    assert not line.is_idle
    line.send("end")
    assert await read_all(ends[0], len(MUCH) + 3) == (MUCH + "end").encode()
    await told.idle.wait()
    line.close()


async def test_those_who_share_the_terminal_still_wait(ends: tuple[int, int]) -> None:
    line = Told().line(ends[1])
    assert os.get_blocking(ends[1])
    assert not os.get_blocking(line.descriptor)
    line.close()


async def test_it_tells_when_the_terminal_is_gone(ends: tuple[int, int]) -> None:
    told = Told()
    line = told.line(ends[1])
    os.close(ends[0])
    line.send("anybody there?")
    await told.gone.wait()
    assert line.is_idle
    line.close()


async def test_draining_gives_up(ends: tuple[int, int]) -> None:
    line = Told().line(ends[1])
    line.send(MUCH)
    line.drain(0.01)
    assert not line.is_idle
    line.close()
