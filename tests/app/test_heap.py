"""What was needed for a moment is given back, where the C library keeps it else."""

from __future__ import annotations

import subprocess
import sys
from ctypes import CDLL
from pathlib import Path
from typing import Final

import pytest

from cablereader.app.heap import Thrifty

STATUS: Final = Path("/proc/self/status")
NEEDED: Final = 40
"""Megabytes."""
BLOCK: Final = 50_000
"""Bytes: less than what the C library asks the system for alone."""
SEVERAL_HEAPS: Final = """
import sys
from pathlib import Path
from threading import Thread
from cablereader.app.heap import share_heap

def reserved():
    return int(Path("/proc/self/status").read_text().partition("VmSize:")[2].split()[0])

if sys.argv[1] == "shared":
    share_heap()
before = reserved()
thread = Thread(target=lambda: kept.append(bytearray(10_000)))
kept = []
thread.start()
thread.join()
print(reserved() - before)
"""
HEAP: Final = 64 * 1024
"""Kilobytes that one more is reserved."""

pytestmark = pytest.mark.skipif(
    not (STATUS.exists() and hasattr(CDLL(None), "malloc_trim")),
    reason="only glibc keeps what is free",
)


def memory() -> int:
    """Megabytes that are in memory now."""
    return int(STATUS.read_text("ascii").partition("VmRSS:")[2].split()[0]) // 1024


def work() -> bytearray:
    """Needs much, and leaves a little above it that keeps the heap from shrinking."""
    blocks = [bytearray(BLOCK) for _ in range(NEEDED * 1_000_000 // BLOCK)]
    assert memory() > NEEDED
    return blocks.pop()


def test_what_a_work_needed_is_given_back_when_it_is_done() -> None:
    with Thrifty(1) as threads:
        threads.submit(work).result()
        before = memory()
        left = [threads.submit(work).result() for _ in range(2)]
        assert memory() - before < NEEDED // 4
    assert len(left) == 2


def test_a_work_that_fails_is_answered_with_its_error() -> None:
    with Thrifty(1) as threads, pytest.raises(ZeroDivisionError):
        threads.submit(lambda: 1 // 0).result()


@pytest.mark.parametrize(("heaps", "is_one"), [("shared", True), ("several", False)])
def test_threads_share_one_heap_once_that_is_said(heaps: str, *, is_one: bool) -> None:
    command = [sys.executable, "-c", SEVERAL_HEAPS, heaps]
    more = int(subprocess.run(command, check=True, capture_output=True).stdout)
    assert (more < HEAP) is is_one
