"""The line that says how far an import is."""

from __future__ import annotations

from io import StringIO

import pytest

from cablereader.archive.importing.ingest import Progress
from cablereader.archive.importing.writing import Tally
from cablereader.cli.progress import CLEAR, ProgressLine, described


def progress(cables: int, read: int, total: int = 1000) -> Progress:
    return Progress(Tally(new=cables), read, total)


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


SAID = {
    (1200, 400, 4.0): "[########            ]  40%  1,200 cables, 275/s, 0:12 left",
    (100, 200, 0.0): "[####                ]  20%  100 cables",
    (9000, 1000, 5.0): "[####################] 100%  9,000 cables, 1,780/s, 0:00 left",
    (1100, 201, 9.0): "[####                ]  20%  1,100 cables, 111/s, 1:59:51 left",
}


@pytest.mark.parametrize("now", SAID)
def test_says_how_far_how_fast_and_how_long(now: tuple[int, int, float]) -> None:
    cables, read, seconds = now
    said = described(progress(cables, read), progress(100, 200), seconds)
    assert said == SAID[now]


def test_says_less_where_nobody_knows_how_much_there_is() -> None:
    said = described(progress(1100, 0, 0), progress(100, 0, 0), 10.0)
    assert said == "1,100 cables, 100/s"


def test_on_a_terminal_one_line_changes_and_goes_away() -> None:
    terminal = Terminal()
    line = ProgressLine(terminal)
    line.show(progress(100, 200))
    shown = terminal.getvalue()
    assert shown.startswith(CLEAR)
    assert shown.endswith("100 cables")
    line.above(lambda: print("something else", file=terminal))
    assert terminal.getvalue().endswith(
        f"{CLEAR}something else\n" + shown[len(CLEAR) :]
    )
    line.close()
    assert terminal.getvalue().endswith(CLEAR)


def test_elsewhere_nothing_is_said_too_often() -> None:
    stream = StringIO()
    line = ProgressLine(stream)
    for number in range(100):
        line.show(progress(number, number))
    line.close()
    assert stream.getvalue() == ""
