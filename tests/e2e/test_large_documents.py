"""Documents far larger than any cable: they are read, and cost what they weigh."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import HEADER
from e2e.terminal import Terminal, program

pytestmark = pytest.mark.e2e

BODIES = {
    "a-line-of-a-megabyte": "goat " * 200_000,
    "a-word-of-a-megabyte": "g" * 1_000_000,
    "many-lines": "Goats.\n" * 100_000,
    "many-paragraphs": "\n\n".join(f"{n}. (C) Goats." for n in range(2, 10_000)),
    "combining-marks": "a" + "\u0301" * 100_000,
    "tabs": "goat\t" * 100_000,
    "wide-letters": "\u6f22\u5b57" * 50_000,
    "nulls": "\x00" * 100_000,
}
FEW = 60 * 1024
"""KiB that a cable of ordinary size needs, about."""
MORE = 150 * 1024
"""KiB that a document of a megabyte may need on top."""


def peak(terminal: Terminal) -> int:
    """KiB of memory at most so far."""
    lines = Path(f"/proc/{terminal.process.pid}/status").read_text("ascii")
    return int(lines.partition("VmHWM:")[2].split()[0])


@pytest.mark.parametrize("kind", BODIES)
def test_a_large_document_is_read_to_its_end(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "goats.txt"
    top = "C O N F I D E N T I A L OSLO 009001\n\nSUBJECT: GOATS"
    body = f"1. (C) First paragraph. {BODIES[kind]}\n\nThat is all.\n\nHOLLOWAY\n"
    path.write_text(f"{HEADER}\n{top}\n\n{body}", "utf-8")
    with program("open", str(path)) as terminal:
        terminal.wait_for("First paragraph")
        terminal.press(b"G")
        terminal.wait_for("HOLLOWAY")
        terminal.press(b"kkk \x1b[5~")
        terminal.settle()
        terminal.resize(60, 20)
        terminal.press(b"gg")
        terminal.wait_for("First paragraph")
        assert peak(terminal) < FEW + MORE
        terminal.press(b"Q")
        assert terminal.status == 0
