"""Writes N generated cables as a dump: ``make_corpus.py N OUT.csv``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator import write_csv


def main() -> None:
    number, path = sys.argv[1:]
    write_csv(int(number), Path(path))


if __name__ == "__main__":
    main()
