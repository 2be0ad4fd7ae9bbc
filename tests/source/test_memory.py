"""Memory does not grow with the size of what is read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from documents import BODY, dump_row
from generator import write_csv

SCRIPT: Final = Path(__file__).parent.parent / "large_dump.py"
MOST: Final = 300
"""Megabytes, for a dump of any size (reliability: D14)."""


def most_memory(*words: Path) -> int:
    """Of a process that reads a dump, or imports it; in megabytes."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *map(str, words)],
        check=True,
        capture_output=True,
        text=True,
    )
    return int(done.stdout)


def large(path: Path, megabytes: int) -> Path:
    """A dump of long cables."""
    body = BODY.replace("It eats.", "It eats. " * 8_000)
    with path.open("w", encoding="utf-8") as file:
        for number in range(megabytes * 2**20 // len(body)):
            file.write(dump_row(number, body=body))
    return path


def test_a_dump_is_read_cable_by_cable(tmp_path: Path) -> None:
    small = most_memory(large(tmp_path / "small.csv", 1))
    assert most_memory(large(tmp_path / "large.csv", 20)) < small + 10


@pytest.mark.slow
def test_an_import_stays_below_the_bar(tmp_path: Path) -> None:
    dump = tmp_path / "16000.csv"
    write_csv(16_000, dump)
    assert most_memory(dump, tmp_path / "archive.db") < MOST
