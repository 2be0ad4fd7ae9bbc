"""Which process made something, so that others can tell whether it still lives."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

PROCESSES: Final = Path("/proc")
BOOT: Final = PROCESSES / "sys/kernel/random/boot_id"
UNKNOWN: Final = "-"


def owner_name(pid: int | None = None) -> str:
    """A machine, its present run, a process of it, and when that was started.

    Args:
        pid: Of the process; this one if missing.
    """
    number = os.getpid() if pid is None else pid
    boot = UNKNOWN
    with suppress(OSError):
        boot = BOOT.read_text("utf-8").strip()
    return f"{os.uname().nodename} {boot} {number} {_start(number)}"


def is_gone(name: str) -> bool:
    """Whether the process of such a name has ended; false where nobody can tell.

    A process of another machine may live. One with the same number that was started
    later is another one.
    """
    with suppress(ValueError, OverflowError):
        host, _, pid, _ = name.split()
        if host == os.uname().nodename:
            return owner_name(int(pid)) != name or not _runs(int(pid))
    return False


def _start(pid: int) -> str:
    """When a process was started, in ticks since the machine was: proc(5), ``stat``."""
    try:
        status = (PROCESSES / str(pid) / "stat").read_bytes()
    except OSError:
        return UNKNOWN
    return status.rpartition(b")")[2].split()[19].decode()


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
