"""What starts cost: of the reader against a bare app, of commands against Python's own.

Run as ``python tests/benchmarks/bench_start.py ARCHIVE [REF]``: the archive may be a
full or a small one, and REF is a cable of it. Everything runs in turn, round by round,
so that what else the machine does falls on all alike. The ratios are of the least and
of the median of the rounds; the first round, which compiles modules and counts what the
archive is made of, is left out.
"""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

ROUNDS: Final = 7
SIZE: Final = (40, 120)
"""Rows and columns."""
QUIET: Final = 0.6
"""Seconds without output after which a screen counts as complete."""
PATIENCE: Final = 5.0
"""The same in the first round."""
BARE: Final = (sys.executable, str(Path(__file__).with_name("bare_app.py")))
OURS: Final = (str(Path(sys.executable).with_name("cablereader")),)
SAMPLED: Final = (
    "show 07OSLO9012",
    "cite 07OSLO9012",
    "search lighthouse",
    "explain RUEHNY",
    "bookmarks list",
)
ARCHIVED: Final = ("show {ref}", "cite {ref}", "search government --limit 20")
"""Commands on the sample, and on the archive."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run."""

    wall: float
    """Milliseconds until the last byte of the first screen, or until the end."""
    cpu: float
    """Milliseconds, with all threads and children."""
    peak: float = 0
    """Megabytes of memory at most."""


def run_on_terminal(
    command: Sequence[str], env: Mapping[str, str], *, first: bool
) -> Cost:
    """Start a program, wait until its screen is complete, and end it."""
    quiet = PATIENCE if first else QUIET
    start = time.perf_counter()
    child, master = os.forkpty()
    if not child:
        os.execvpe(command[0], tuple(command), env)
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
    last = start
    while select.select([master], [], [], quiet if last > start else 10)[0]:
        os.read(master, 1 << 16)
        last = time.perf_counter()
    peak = highest_memory(child)
    os.kill(child, 9)
    usage = os.wait4(child, 0)[2]
    os.close(master)
    return Cost((last - start) * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3, peak)


def highest_memory(process: int) -> float:
    """Megabytes of a process at most since it was started."""
    status = Path(f"/proc/{process}/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def run_quietly(
    command: Sequence[str],
    env: Mapping[str, str],
    *,
    first: bool,  # all rounds are alike
) -> Cost:
    """Run a command to its end, its output thrown away."""
    start = time.perf_counter()
    child = subprocess.Popen(
        command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
    )
    usage = os.wait4(child.pid, 0)[2]
    wall = time.perf_counter() - start
    return Cost(wall * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3)


def compare(
    run: Callable[..., Cost],
    commands: Mapping[str, Sequence[str]],
    env: Mapping[str, str],
) -> None:
    """Print what commands cost, and of how much of the first that is."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, command in commands.items():
            cost = run(command, env, first=not number)
            if number:
                costs[name].append(cost)
    first, *_ = costs.values()
    for name, own in costs.items():
        columns = [column(own, first, part) for part in ("wall", "cpu", "peak")]
        sys.stdout.write(f"{name:<32}{''.join(columns)}\n")


def column(own: Sequence[Cost], first: Sequence[Cost], part: str) -> str:
    """Least and median, and their ratios."""
    values, base = ([getattr(cost, part) for cost in each] for each in (own, first))
    if not any(base):
        return ""
    cells = (
        f"{which(values):8.1f} {which(values) / which(base):5.2f}"
        for which in (min, median)
    )
    return "  |" + "".join(cells)


def environment(home: str) -> Mapping[str, str]:
    """That of a reader at home somewhere: no notebook yet, compiled modules kept."""
    of_files = {
        f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "STATE", "CACHE")
    }
    unwanted = {"COLORTERM", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"}
    kept = {name: of for name, of in os.environ.items() if name not in unwanted}
    return {**kept, **of_files, "HOME": home, "TERM": "xterm-256color"}


def main(archive: str, ref: str = "") -> None:
    """Print both tables."""
    with TemporaryDirectory() as home:
        env = environment(home)
        ours = (*OURS, "open", "--archive", archive)
        screens = {"bare Textual app": BARE, "library": ours}
        if ref:
            screens[f"open {ref}"] = (*ours, ref)
        sys.stdout.write(
            "least and median of time (ms), CPU (ms), peak memory (MB), each with its"
            " ratio\n"
        )
        compare(run_on_terminal, screens, env)
        plain: dict[str, Sequence[str]] = {
            "python -c pass": (sys.executable, "-c", "pass")
        }
        plain |= {f"{words} (sample)": (*OURS, *words.split()) for words in SAMPLED}
        for words in ARCHIVED if ref else ():
            command = words.format(ref=ref)
            plain[command] = (*OURS, *command.split(), "--archive", archive)
        compare(run_quietly, plain, env)


if __name__ == "__main__":
    main(*sys.argv[1:])
