"""What ``cablereader parse`` costs: memory that does not grow, CPU against ``cat``.

Run as ``python tests/benchmarks/parse_streams.py [CABLES]``. Prints for a dump, the
same packed, a folder of pages and a tar of them, with so many cables and four times as
many: CPU a cable, its ratio to ``cat`` over the same bytes, and peak memory.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT.parent)]

from documents import page  # noqa: E402  # found only now
from generator import cables, write_csv  # noqa: E402

FEW: Final = 500
TIMES: Final = 20
"""So often ``cat`` reads the same: once is too short to be measured."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run of a program."""

    cpu: float
    """Seconds, its children included."""
    peak: float
    """Megabytes."""


def cost(*command: str) -> Cost:
    """What a command costs, its output thrown away."""
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.execvp(command[0], command)  # its maximum is kept
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{command[0]} failed")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def make_pages(number: int, folder: Path) -> None:
    """A mirror of pages, in folders of years as the site had them."""
    for raw in cables(number):
        own = folder / (raw.created or "0000")[:4] / f"{raw.cable_id}.html"
        own.parent.mkdir(parents=True, exist_ok=True)
        text = page(raw.body, raw.header, cable_id=raw.cable_id or "")
        own.write_text(text, "utf-8")


def make_packed(number: int, path: Path) -> None:
    plain = path.with_suffix(".csv")
    write_csv(number, plain)
    with plain.open("rb") as source, gzip.open(path, "wb", 1) as packed:
        shutil.copyfileobj(source, packed)


def make_tar(number: int, path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        make_pages(number, Path(folder))
        with tarfile.open(path, "w:gz", compresslevel=1) as tar:
            tar.add(folder, "cable")


MAKERS: Final[Mapping[str, Callable[[int, Path], None]]] = {
    "dump.csv": write_csv,
    "dump.csv.gz": make_packed,
    "pages": make_pages,
    "pages.tar.gz": make_tar,
}


def files(path: Path) -> Iterator[str]:
    """The files that ``cat`` has to read."""
    if path.is_dir():
        yield from (str(file) for file in path.rglob("*") if file.is_file())
    else:
        yield str(path)


def main(few: int) -> None:
    """Print the table."""
    print(f"{'source':<14}{'cables':>8}{'ms each':>9}{'x cat':>7}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for name, make in MAKERS.items():
            for number in (few, 4 * few):
                path = Path(folder) / f"{number}" / name
                path.parent.mkdir(exist_ok=True)
                make(number, path)
                parse = cost(sys.executable, "-m", "cablereader", "parse", str(path))
                cat = cost("cat", *TIMES * tuple(files(path)))
                print(
                    f"{name:<14}{number:>8}{1000 * parse.cpu / number:>9.2f}"
                    f"{parse.cpu * TIMES / cat.cpu:>7.0f}{parse.peak:>9.1f}"
                )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else FEW)
