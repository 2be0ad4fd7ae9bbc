"""Documents for the program in a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import HEADER, TEXT

PARAGRAPHS = 120


@pytest.fixture
def cable(tmp_path: Path) -> str:
    """A file with a short cable: 07OSLO9001."""
    path = tmp_path / "07OSLO9001.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


@pytest.fixture
def long_cable(tmp_path: Path) -> str:
    """A file with a cable of many paragraphs."""
    body = "\n\n".join(
        f"{number}. ({'CSU'[number % 3]}) Paragraph {number} says that {number * 7919}"
        " goats were seen on the shore, and that nobody knows whose they were."
        for number in range(1, PARAGRAPHS + 1)
    )
    path = tmp_path / "long.txt"
    top = "C O N F I D E N T I A L OSLO 009001\n\nSUBJECT: GOATS"
    path.write_text(f"{HEADER}\n{top}\n\n{body}\n\nHOLLOWAY\n", "utf-8")
    return str(path)
