"""A report as lines of text: two tables with bars, and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cablereader.model.counted import counted
from cablereader.model.report import Coverage, Named, Report
from cablereader.present.visible import visible_line

BAR: Final = 30
"""Columns of the longest bar."""
READ: Final = "#"
ASIDE: Final = "x"
LEFT: Final = "."
LONGEST_NAME: Final = 26
MOST_ORIGINS: Final = 20


def report_lines(report: Report) -> Iterator[str]:
    """The lines of a report, in ASCII but for names."""
    yield from _days(report)
    if report.origins:
        yield ""
        yield from _origins(report.origins)
    if report.coverage:
        yield ""
        yield from _rest(report, report.coverage)


def _days(report: Report) -> Iterator[str]:
    if not report.days and not report.undated:
        yield "Nothing was read or set aside yet."
        return
    yield f"{'Day':<10} {'read':>7} {'aside':>7}"
    most = max((day.coverage.done for day in report.days), default=0)
    for day in report.days:
        yield _row(f"{day.name:<10}", day.coverage, most)
    if report.undated:
        yield f"{'some day':<10} {report.undated:>7,}"


def _row(name: str, coverage: Coverage, most: int) -> str:
    bar = _bar(coverage, BAR, most).rstrip(LEFT)
    return f"{name} {coverage.read:>7,} {coverage.aside:>7,}  {bar}".rstrip()


def _origins(origins: Sequence[Named]) -> Iterator[str]:
    shown = origins[:MOST_ORIGINS]
    width = min(max(len("Origin"), *(len(e.name) for e in shown)), LONGEST_NAME)
    yield f"{'Origin':<{width}} {'read':>7} {'aside':>7} {'left':>7}"
    for each in shown:
        name = visible_line(each.name)[:width]
        numbers = (each.coverage.read, each.coverage.aside, each.coverage.left)
        columns = " ".join(f"{number:>7,}" for number in numbers)
        bar = _bar(each.coverage, BAR, each.coverage.cables)
        yield f"{name:<{width}} {columns}  {bar}"
    if more := len(origins) - len(shown):
        yield f"and {more:,} origins more, of which less is done"


def _rest(report: Report, coverage: Coverage) -> Iterator[str]:
    of = f" of {visible_line(report.query)}" if report.query else ""
    if not coverage.cables:
        yield f"There are no cables{of}."
        return
    verb = "is" if coverage.left == 1 else "are"
    yield f"{coverage}, {coverage.percent}% done: {coverage.left:,} {verb} left{of}"
    if report.pace and coverage.left:
        days = -(-coverage.left // report.pace)
        yield f"At {report.pace:,} a day, as of late, {counted(days, 'day')} more."


def _bar(coverage: Coverage, width: int, most: int) -> str:
    """How much is read, set aside and left, of the number that fills the width."""
    read = _columns(coverage.read, width, most)
    aside = _columns(coverage.aside, width - read, most - coverage.read)
    return READ * read + ASIDE * aside + LEFT * (width - read - aside)


def _columns(part: int, width: int, whole: int) -> int:
    """Columns for a part of a whole: some if there is any, not all unless it is all."""
    if part <= 0 or width <= 0:
        return 0
    if part >= whole:
        return width
    return min(max(round(part * width / whole), 1), max(width - 1, 1))
