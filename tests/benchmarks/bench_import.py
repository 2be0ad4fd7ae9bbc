"""What an import costs, against the least that the same could cost.

Run as ``python tests/benchmarks/bench_import.py [CABLES | DUMP.csv]``; whole dumps take
a quarter of an hour. Each step is a process of its own, whose CPU and memory the system
counts. The floor reads the rows with ``csv``, packs them with zlib, and puts each
paragraph into a plain FTS5 index: nothing is understood.
"""

from __future__ import annotations

import csv
import os
import resource
import sqlite3
import sys
import time
import zlib
from collections.abc import Callable
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT.parent)]

from documents import page  # noqa: E402  # found only now
from generator import cables, write_csv  # noqa: E402

from cablereader.archive.connection import connect  # noqa: E402
from cablereader.archive.importing.ingest import Import, Progress, import_paths  # noqa: E402
from cablereader.archive.importing.sources import load_record  # noqa: E402
from cablereader.source.reading import Reading, read_raw  # noqa: E402

CABLES: Final = 20_000
PAGES: Final = 2_000
SIDEBAR: Final = "<li><a href='/date/2009-11_0.html'>2009-11</a></li>\n" * 1_100
"""Of the length of the real one, which is 85 of 100 bytes of a page."""
PANE: Final = "<div class='pane big'>"
TOGETHER: Final = 1_000
TUNED: Final = (("hashsize", 67_108_864), ("automerge", 0), ("crisismerge", 1_999))


class Cost:
    """What a process took."""

    def __init__(self, act: Callable[[], object]) -> None:
        """Run it in a process of its own, which imports nothing anew."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.monotonic()
        process = get_context("fork").Process(target=act)
        process.start()
        process.join()
        if process.exitcode:
            sys.exit(f"a step of the benchmark failed: {act}")
        self.wall = time.monotonic() - started
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        self.peak = after.ru_maxrss
        """KiB; of the largest process so far."""


def floor(dump: Path, target: Path) -> None:
    """Rows to a table and an index, with nothing understood."""
    csv.field_size_limit(1 << 24)
    db = sqlite3.connect(target, isolation_level=None)
    db.execute("PRAGMA cache_size = -131072")
    db.execute("CREATE TABLE cable (id TEXT, created TEXT, origin TEXT, strings BLOB)")
    db.execute("CREATE INDEX cable_id ON cable (id)")
    db.execute("CREATE INDEX cable_created ON cable (created)")
    db.execute("CREATE VIRTUAL TABLE text USING fts5 (body, content = '')")
    for option in TUNED:
        db.execute("INSERT INTO text (text, rank) VALUES (?, ?)", option)
    with dump.open(encoding="utf-8", newline="") as file:
        rows = enumerate(csv.reader(file, escapechar="\\", doublequote=False), 1)
        while batch := list(islice(rows, TOGETHER)):
            db.execute("BEGIN")
            for number, row in batch:
                strings = zlib.compress("\n".join(row).encode(), 1)
                db.execute(
                    "INSERT INTO cable VALUES (?, ?, ?, ?)",
                    (row[2], row[1], row[3], strings),
                )
                db.executemany(
                    "INSERT INTO text (rowid, body) VALUES (?, ?)",
                    (
                        ((number << 10) + at, part)
                        for at, part in enumerate(row[7].split("\n\n"))
                    ),
                )
            db.execute("COMMIT")
    db.execute("INSERT INTO text (text) VALUES ('optimize')")
    db.close()


def run_import(
    source: Path, archive: Path, jobs: int, stop_at: int = sys.maxsize
) -> None:
    """An import as the command does it, until so many cables are there."""
    told: list[Progress] = []
    how = Import(
        report=print,
        progress=told.append,
        stop=lambda: bool(told) and told[-1].tally.total >= stop_at,
        jobs=jobs,
    )
    import_paths(archive, [str(source)], how)


def find_place(source: Path, archive: Path) -> None:
    """Find where an import that was stopped goes on, and read the first cable."""
    db = connect(archive)
    record = load_record(db, str(source))
    db.close()
    reading = Reading(print, None, record.last if record else None)
    next(reading.of(str(source)))


def write_pages(folder: Path, number: int) -> None:
    """The cables as a mirror of the site has them."""
    for raw in islice(cables(number), number):
        text = page(raw.body, raw.header, cable_id=raw.cable_id or "")
        whole = text.replace(PANE, f"{SIDEBAR}{PANE}", 1)
        (folder / f"{raw.cable_id}.html").write_text(whole, "utf-8")


def row(name: str, value: float, unit: str, ratio: float, against: str) -> None:
    """Print one line of the table."""
    sys.stdout.write(f"{name:<34}{value:10.1f} {unit:<4}{ratio:8.2f} x {against}\n")
    sys.stdout.flush()


def bench_dump(dump: Path, folder: Path, number: int) -> None:
    """The floor, the import, and what is to be said of it."""
    least = Cost(partial(floor, dump, folder / "floor.db"))
    sys.stdout.write(f"{number:,} cables, floor {least.cpu:.1f} CPU s\n")
    archive = folder / "archive.db"
    whole = Cost(partial(run_import, dump, archive, os.cpu_count() or 1))
    row("import, CPU", whole.cpu, "s", whole.cpu / least.cpu, "the floor")
    row("import, wall", whole.wall, "s", whole.wall / whole.cpu, "its CPU")
    row("import, peak memory", whole.peak / 1024, "MB", whole.peak / 307_200, "300 MB")
    size = archive.stat().st_size
    row("archive", size / 1e6, "MB", size / dump.stat().st_size, "the dump")
    half = folder / "half.db"
    done = Cost(partial(run_import, dump, half, 0, number // 2))
    found = Cost(partial(find_place, dump, half))
    row("going on after a half", found.cpu, "s", found.cpu / done.cpu, "the half")


def bench_pages(folder: Path) -> None:
    """A mirror of pages against a dump of the same cables, reading apart."""
    pages, dump = folder / "pages", folder / "pages.csv"
    pages.mkdir()
    write_pages(pages, PAGES)
    write_csv(PAGES, dump)
    costs = []
    for name, source in (("dump", dump), ("pages", pages)):
        read = Cost(partial(read_all, source))
        whole = Cost(partial(run_import, source, folder / f"{name}.db", 0))
        costs.append(whole.cpu - read.cpu)
    ratio = costs[1] / costs[0]
    row("a page, without reading it", costs[1] / PAGES * 1e3, "ms", ratio, "a row")


def read_all(source: Path) -> None:
    """Read the raw cables, and nothing more."""
    for _ in read_raw([str(source)], report=print):
        pass


def main(words: list[str]) -> None:
    """Bench a dump that is given, or one that is made."""
    with TemporaryDirectory() as folder:
        named = words[0] if words else str(CABLES)
        dump = Path(named)
        if named.isdigit():
            dump = Path(folder) / "cables.csv"
            write_csv(int(named), dump)
            number = int(named)
        else:
            number = sum(1 for _ in read_raw([named], report=print))
        bench_dump(dump, Path(folder), number)
        bench_pages(Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
