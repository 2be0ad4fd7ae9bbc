"""A fault of the program itself: one line, a log without any text, a sound terminal."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from e2e.terminal import program

pytestmark = pytest.mark.e2e

FAILING = """
import sys
from cablereader.app.panes.reader_pane import ReaderPane
from cablereader.app.widgets.body_view import BodyView

def fails(view, *_):
    text = str(getattr(view, "state", view))
    raise RuntimeError(f"Paragraph 1 says that goats were seen {text}")

if sys.argv.pop(1) == "drawing":
    BodyView.draw = fails
else:
    ReaderPane.action_header = fails
from cablereader.cli import main
sys.exit(main())
"""


@pytest.mark.parametrize("place", ["drawing", "a-key"])
def test_a_fault_tells_its_place_and_nothing_of_the_document(
    long_cable: str, home: Path, place: str
) -> None:
    command = (sys.executable, "-c", FAILING, place)
    with program("open", long_cable, command=command) as terminal:
        if place == "a-key":
            terminal.wait_for("Paragraph 1 says")
            terminal.press(b"zh")
        assert terminal.wait_for_exit() == 1
        left = bytes(terminal.raw).rpartition(b"\x1b[?1049l")[2]
        assert b"stopped by a fault of its own (RuntimeError at <string>:8)" in left
        assert b"goats" not in left
        assert b"Traceback" not in left
        assert left.count(b"\n") == 1
        assert terminal.attributes == terminal.before
    (log,) = home.rglob("*.log")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert "RuntimeError" in log.read_text("utf-8")
    assert "goats" not in log.read_text("utf-8")
