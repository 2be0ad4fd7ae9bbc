"""What parsing costs: CPU for a median cable, and how it grows on hostile text.

Run as ``python tests/benchmarks/bench_parse.py [CABLES]``. Machines differ, so that
each figure is also a ratio: of a cable to joining its words, of a text to a quarter of
it, where 4 is linear.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT.parent)]

from documents import page  # noqa: E402  # found only now
from generator import cables  # noqa: E402

from cablereader.parse.cable import read_cable  # noqa: E402
from cablereader.parse.document import parse  # noqa: E402

CABLES: Final = 400
MEDIAN: Final = range(6_100, 7_100)
"""Characters of body and header together of a median cable, 6.6 kB."""
LONG: Final = 1_000_000
TOP: Final = """S E C R E T OSLO 009001
E.O. 12958: N/A
TAGS: PREL
SUBJECT: NONE

1. (C) """
HOSTILE: Final[Mapping[str, str]] = {
    "dashes": "-",
    "digits": "1",
    "blanks": " ",
    "newlines": "\n",
    "opening parentheses": "(",
    "closing parentheses": ")",
    "X": "X",
    "capitals": "ABC ",
    "quotes": '"',
    "stops": ". ",
    "numbers": "1. ",
    "numbers in lines": "1. (C) x\n",
    "markings": "(S//REL ",
    "rules": "-----\n",
    "rules inside lines": "----- x ",
    "titles": "Aims\n-----\n\n",
    "classification lines": "S E C R E T SECTION 02 OF 03 PRAIA 000123\n",
    "page lines": "PRAIA 00000123  002 OF 005\n",
    "labels": "TAGS: PREL\n",
    "references": "REF: A. OSLO 1 B. OSLO 2\n",
    "rows": "a   b   c\n",
    "addresses": "RUEHNY/AMEMBASSY OSLO 0001\n",
}


def cost(work: Callable[[], object]) -> float:
    """Seconds of CPU."""
    start = time.process_time()
    work()
    return time.process_time() - start


def bench_cables(number: int) -> None:
    """Print what a cable of median length costs, by its source."""
    found = [
        raw
        for raw in cables(number)
        if len(raw.body) + len(raw.header) in MEDIAN and raw.cable_id
    ]
    pages = [page(raw.body, raw.header, cable_id=raw.cable_id or "") for raw in found]
    texts = [f"{raw.header}\n\n{raw.body}" for raw in found]
    words = cost(lambda: [" ".join(text.split()) for _ in range(10) for text in texts])
    print(f"{len(found)} cables of median length{'ms each':>17}{'x words':>9}")
    for name, work in (
        ("from their strings", lambda: [read_cable(raw) for raw in found]),
        ("from their pages", lambda: [parse(text) for text in pages]),
        ("from their texts", lambda: [parse(text) for text in texts]),
    ):
        cost(work)  # compiles the patterns
        seconds = cost(work)
        each = 1000 * seconds / max(1, len(found))
        print(f"{name:<29}{each:>14.2f}{10 * seconds / words:>9.0f}")


def bench_hostile() -> None:
    """Print what a megabyte of one thing costs, as text and inside a paragraph."""
    print(f"\n{'1 MB of':<23}{'seconds':>9}{'growth':>8}{'inside':>9}{'growth':>8}")
    for name, unit in HOSTILE.items():
        print(f"{name:<23}", end="", flush=True)
        for top in ("", TOP):
            quarter, whole = (
                (top + unit * (size // len(unit)))[:size] for size in (LONG // 4, LONG)
            )
            before = cost(partial(parse, quarter))
            after = cost(partial(parse, whole))
            print(f"{after:>9.2f}{after / before:>8.1f}", end="", flush=True)
        print()


if __name__ == "__main__":
    bench_cables(int(sys.argv[1]) if len(sys.argv) > 1 else CABLES)
    bench_hostile()
