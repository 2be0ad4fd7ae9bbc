"""What searches cost in an archive, from the text of a query to the rows of a page.

Run as ``python tests/benchmarks/bench_search.py ARCHIVE``, best on an archive of all
251,287 generated cables. CPU of a warm archive, the least of several runs: nothing but
the disk is waited for, and the machine may be shared. Each ratio is to the same
question put to SQLite's index directly, to another query, or to ``rg`` over one text
file a cable, where it is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT.parent)]

from cablereader.archive.finding.notebook import NO_NOTEBOOK, Notebook  # noqa: E402
from cablereader.archive.query.typed import read_query  # noqa: E402
from cablereader.archive.store import Archive  # noqa: E402
from cablereader.archive.words.folding import words_of  # noqa: E402  # found only now
from cablereader.library.notebook.query import AttachedNotebook  # noqa: E402
from cablereader.library.notebook.triage import TriageFile  # noqa: E402
from cablereader.model.cable import Cable  # noqa: E402
from cablereader.model.entry import Window  # noqa: E402
from cablereader.model.move import READ, labelled  # noqa: E402
from cablereader.model.query import Query  # noqa: E402

RUNS: Final = 7
PAGE: Final = 50
SAMPLED: Final = 120
DECIDED: Final = (10_000, 50_000)
FILES: Final = 2_000
"""Cables that are written as files for ``rg``."""
METADATA: Final = (
    "origin:cairo", "class:secret", "tag:PREL", "date:2008", "tag:PREL class:>=c",
    "origin:cairo date:2009 class:s tag:PREL", "-tag:PREL -class:u", "class:noforn",
    "released:..2011", "date:2007-11..2008-02 origin:embassy", "to:secstate info:cia",
    "origin:cairo OR date:2008-03", "has:releases",
)  # fmt: skip


def took(
    act: Callable[[], object],
    runs: int = RUNS,
    clock: Callable[[], float] = time.process_time,
) -> float:
    """Milliseconds of CPU, the least of some runs."""
    times = []
    for _ in range(runs):
        start = clock()
        act()
        times.append((clock() - start) * 1e3)
    return min(times)


class Bench:
    """Questions to one archive."""

    def __init__(self, path: Path, notebook: Notebook = NO_NOTEBOOK) -> None:
        self.archive = Archive(path, notebook=notebook)
        self.random = Random(7)

    def page(self, text: str, runs: int = RUNS) -> float:
        """Milliseconds from the text of a query to the first page."""

        def ask() -> None:
            self.archive.refresh()
            self.archive.rows(read_query(text), Window(0, PAGE))

        return took(ask, runs)

    def count(self, text: str) -> float:
        """Milliseconds for how many there are."""

        def ask() -> None:
            self.archive.refresh()
            self.archive.count(read_query(text))

        return took(ask, 3)

    def places(self, text: str) -> float:
        """Milliseconds for the whole list."""

        def ask() -> None:
            self.archive.refresh()
            self.archive.places(read_query(text))

        return took(ask, 3)

    def raw(self, word: str) -> float:
        """Milliseconds for the rows of a word, asked of the index itself."""
        statement = "SELECT rowid FROM gist WHERE gist MATCH ? ORDER BY rowid LIMIT 50"
        return took(
            lambda: self.archive._db.execute(statement, (f'"{word}" *',)).fetchall()
        )

    def cables(self) -> Sequence[Cable]:
        """Some cables, to take words from."""
        places = self.archive.places(Query())
        return [self.archive.at(self.random.choice(places)) for _ in range(SAMPLED)]

    def found(self, text: str) -> int:
        """How many cables a query finds."""
        return self.archive.count(read_query(text))


def line(name: str, milliseconds: float, more: str = "") -> None:
    """Print one line of the table."""
    sys.stdout.write(f"{name:<52}{milliseconds:9.2f} ms  {more}\n")
    sys.stdout.flush()


def spread(name: str, times: Iterable[float]) -> None:
    """Print the median and the 95th of 100 of many different queries."""
    known = sorted(times)
    p95 = quantiles(known, n=20)[-1]
    line(name, median(known), f"p95 {p95:.2f}  worst {known[-1]:.2f}")


def bench_words(bench: Bench) -> None:
    """Queries made of what stands in some cables."""
    runs = [words for cable in bench.cables() if (words := words_of(cable.body))]
    pick = bench.random.choice
    single = [pick(words) for words in runs]
    pairs = [f"{pick(words)} {pick(words)}" for words in runs]
    starts = [bench.random.randrange(max(len(words) - 3, 1)) for words in runs]
    phrases = [
        f'"{" ".join(words[at : at + 2])}"'
        for words, at in zip(runs, starts, strict=True)
    ]
    long = [[word for word in words if len(word) > 5] or ["nothing"] for words in runs]
    some = [pick(words) for words in long]
    kinds = {
        "one word": single,
        "two words": pairs,
        "phrase of two words": phrases,
        "beginning of four letters": [word[:4] for word in some],
        "beginning of three letters": [word[:3] for word in some],
        "word in the subject": [f"subject:{word}" for word in single],
        "words and fields": [
            f"({one[:6]} | {other[:4]}) -{pick(words)[:5]} class:>=c date:2007.."
            for one, other, words in zip(some, some[1:], long, strict=False)
        ],
    }
    for name, texts in kinds.items():
        spread(name, [bench.page(text, 3) for text in texts])


def bench_common(bench: Bench) -> None:
    """Words that half of all cables have, and more."""
    for word in ("government", "embassy", "the"):
        share = bench.found(word) / bench.archive.size
        page, raw = bench.page(word), bench.raw(word)
        counted = bench.count(word)
        more = f"{page / raw:.2f} x FTS5; {share:.0%} of all; count {counted:.1f} ms"
        line(f"common word: {word}", page, more)
    for text in ("government minister", '"the government"', "government -minister"):
        line(text, bench.page(text), f"count {bench.count(text):.1f} ms")


def bench_alternatives(bench: Bench) -> None:
    """Alternatives that different indexes know, and what both have to be asked for."""
    for text in (
        '"the government" OR origin:tehran',
        "government OR date:2008",
        'class:s ("the embassy" OR subject:minister)',
        "(government OR date:2008) (class:s OR subject:minister)",
    ):
        line(text, bench.page(text), f"count {bench.count(text):.1f} ms")


def bench_order(bench: Bench) -> None:
    """Number and order of words, the most frequent ones among them."""
    for text in ("government THEN minister", "the THEN government", "atleast:5:the"):
        line(text, bench.page(text), f"all in {bench.places(text) / 1e3:.1f} s")


def bench_paragraphs(bench: Bench) -> None:
    """The same within paragraphs as within cables."""
    for inside in ("government minister", "tovi talks", "embassy visit"):
        cable, paragraph = bench.page(inside), bench.page(f"para:({inside})")
        line(f"para:({inside})", paragraph, f"{paragraph / cable:.2f} x without")
    marked = bench.page("paraclass:s government"), bench.page("government")
    line("paraclass:s government", marked[0], f"{marked[0] / marked[1]:.2f} x without")


def bench_lists(bench: Bench) -> None:
    """Metadata alone, facets, jumps."""
    for text in METADATA:
        line(text, bench.page(text), f"{bench.found(text):,} cables")
    for text in ("tag:PREL", "government", ""):
        query = read_query(text)
        bench.archive.places(query)
        facets = took(lambda query=query: bench.archive.facets(query), 3)  # type: ignore[misc]
        line(f"facets of {text or 'all'}", facets, f"{bench.found(text):,} cables")
        line(f"whole list of {text or 'all'}", bench.places(text))


def bench_jumps(bench: Bench) -> None:
    """To one cable, and to those that cite it."""
    every = bench.archive.places(Query())
    entry = bench.archive.entries([bench.random.choice(every)])[0]
    line("jump to an id", took(lambda: bench.archive.place_of(entry.cable_id)))
    line("open a cable", took(lambda: bench.archive.at(bench.random.choice(every))))
    (cited, times) = bench.archive._db.execute(  # asked once
        "SELECT cited, count(*) FROM citation GROUP BY 1 ORDER BY 2 DESC LIMIT 1"
    ).fetchone()
    line(f"ref: of the most cited, first of {times:,}", bench.page(f"ref:{cited}"))
    line("refby: of a cable", bench.page(f"refby:{entry.cable_id}"))


def bench_notebook(bench: Bench, folder: Path) -> None:
    """What the reader has made of cables: some at random, and the newest ones."""
    every = [entry.cable_id for entry in bench.archive.each(Query())]
    for decided in DECIDED:
        for kind, ids in (
            ("random", bench.random.sample(every, decided)),
            ("newest", every[:decided]),
        ):
            path = folder / f"{kind}{decided}.db"
            with TriageFile(path) as file:
                file.apply(READ.step(file.of(ids)))
                file.apply(labelled("fish").step(file.of(ids[:500])))
            asked = Bench(bench.archive.path, AttachedNotebook(path))
            for text in ("is:unread", "is:unread tag:PREL", "is:read", "label:fish"):
                name = f"{text}, {decided:,} {kind} ones read"
                line(name, asked.page(text), f"count {asked.count(text):.1f} ms")


def bench_suggestions(bench: Bench) -> None:
    """What may have been meant by what finds nothing."""
    for text in ("goverment", '"the goverment"', "origin:ciaro goverment", "xqzzxqz"):
        query = read_query(text)
        near = bench.archive.suggestions(query)
        spent = took(lambda query=query: bench.archive.suggestions(query), 3)  # type: ignore[misc]
        line(f"instead of {text}", spent, ", ".join(map(str, near)))


def bench_files(bench: Bench, folder: Path) -> None:
    """A rare word in one text file a cable, searched by ``rg``; not all are written."""
    if not shutil.which("rg"):
        sys.stdout.write("rg is not installed\n")
        return
    places = bench.archive.places(Query())
    for place in bench.random.sample(places, min(FILES, len(places))):
        (folder / f"{place}.txt").write_text(bench.archive.at(place).body, "utf-8")
    command = ["rg", "-il", "zweltzilant", str(folder)]
    spent = took(
        lambda: subprocess.run(command, check=False, capture_output=True),
        clock=time.perf_counter,
    )
    scaled = spent * len(places) / FILES
    own = bench.page("zweltzilant")
    line("rg over one file a cable", scaled, f"{scaled / own:,.0f} x ours")


def main(words: Sequence[str]) -> None:
    """Print the table of an archive."""
    bench = Bench(Path(words[0]))
    sys.stdout.write(f"{bench.archive.size:,} cables\n")
    bench_words(bench)
    bench_common(bench)
    bench_alternatives(bench)
    bench_order(bench)
    bench_paragraphs(bench)
    bench_lists(bench)
    bench_jumps(bench)
    bench_suggestions(bench)
    with TemporaryDirectory() as folder:
        bench_notebook(bench, Path(folder))
    with TemporaryDirectory() as folder:
        bench_files(bench, Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
