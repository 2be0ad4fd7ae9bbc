"""What the notebook costs, and what it costs a search to ask it.

Run as ``python tests/benchmarks/bench_notebook.py [ARCHIVE]``. CPU alone; ratios are to
plain inserts of as many rows into a table of SQLite's, and of queries to one that looks
at the same rows of the archive (``len:>=0``).
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT.parent)]

from cablereader.archive.query.typed import read_query  # noqa: E402  # found only now
from cablereader.archive.store import Archive  # noqa: E402
from cablereader.library.notebook.query import AttachedNotebook  # noqa: E402
from cablereader.library.notebook.triage import TriageFile  # noqa: E402
from cablereader.model.move import ASIDE, READ, STARRED, labelled  # noqa: E402

BULK: Final = 10_000
ALL: Final = 251_287
RUNS: Final = 5
PLAIN: Final = "len:>=0"
QUERIES: Final = (
    "is:unread", "is:read", "is:starred", "label:fish", "-label:fish", "is:noted",
)  # fmt: skip


def cpu(act: Callable[[], object]) -> float:
    """Seconds of CPU that something takes."""
    start = time.process_time()
    act()
    return time.process_time() - start


def show(name: str, seconds: float, ratio: float | None = None) -> None:
    """Print one line of the table."""
    compared = "" if ratio is None else f"{ratio:8.2f} x"
    sys.stdout.write(f"{name:<36}{seconds * 1000:12.3f} ms{compared}\n")


def floor(folder: Path, count: int) -> float:
    """What as many plain rows cost."""
    db = sqlite3.connect(folder / f"floor{count}.db")
    db.execute("CREATE TABLE plain (id TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
    rows = [(f"09OSLO{number}", "aside") for number in range(count)]
    seconds = cpu(lambda: db.executemany("INSERT INTO plain VALUES (?, ?)", rows))
    db.commit()
    db.close()
    return seconds


def changes(folder: Path) -> None:
    """What changes cost, of one cable and of many."""
    with TriageFile(folder / "triage.db") as file:
        for count in (BULK, ALL):
            plain = floor(folder, count)
            ids = [f"09OSLO{number}" for number in range(count)]
            move = ASIDE if count == BULK else READ
            bulk = cpu(lambda ids=ids, move=move: file.apply(move.step(file.of(ids))))  # type: ignore[misc]
            show(f"{count:,} cables in one step", bulk, bulk / plain)
            back = cpu(file.undo)
            show(f"{count:,} cables taken back", back, back / plain)
        file.redo()
        window = cpu(lambda: [file.of(ids[n : n + 50]) for n in range(0, BULK, 50)])
        show("rows of a window of 50", window / (BULK / 50))
        one = cpu(lambda: [file.apply(STARRED.step(file.of([i]))) for i in ids[:500]])
        show("a star", one / 500)
        show(
            "whether others changed it",
            cpu(lambda: [file.changed_since(1) for _ in ids[:1000]]) / 1000,
        )


def searches(folder: Path, archive: Path) -> None:
    """What conditions on the notebook cost, by how much was read."""
    with Archive(archive) as cables:
        ids = [entry.cable_id for entry in cables.each(read_query(""))]
    random = Random(1)
    for share in (0.0, 0.03, 0.1, 0.8):
        path = folder / f"read{share}.db"
        with TriageFile(path) as file:
            chosen = random.sample(ids, int(len(ids) * share))
            file.apply(READ.step(file.of(chosen)))
            file.apply(labelled("fish").step(file.of(chosen[:500])))
        sys.stdout.write(f"{len(chosen):,} of {len(ids):,} read: first page, all\n")
        with Archive(archive, notebook=AttachedNotebook(path)) as cables:
            plain = asked(cables, PLAIN)
            for query in (PLAIN, *QUERIES):
                first, every = asked(cables, query)
                show(f"  {query}, first page", first)
                show(f"  {query}, all", every, every / plain[1])


def asked(archive: Archive, text: str) -> Sequence[float]:
    """The least CPU for the first page of a query, and for all it finds."""
    query = read_query(text)

    def fresh(ask: Callable[[], object]) -> float:
        archive.refresh()
        return cpu(ask)

    return (
        min(fresh(lambda: archive.rows(query)) for _ in range(RUNS)),
        min(fresh(lambda: archive.count(query)) for _ in range(RUNS)),
    )


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        changes(Path(folder))
        for named in sys.argv[1:]:
            searches(Path(folder), Path(named))
