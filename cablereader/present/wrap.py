"""Lines of a given width from running text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

NARROWEST: Final = 8
"""Narrower than this is treated as this: a column of letters helps nobody."""


def wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Break text into lines of at most ``width`` cells, at blanks where there are any.

    Args:
        text: Clean text (see `cablereader.present.visible`); its newlines break too.
        width: In cells; wide characters count two.

    Yields:
        Where each line starts and stops in ``text``, blanks at its end left out. The
        lines of a text in order leave out nothing but blanks and newlines.
    """
    width = max(width, NARROWEST)
    start = 0
    for line in text.split("\n"):
        stop = start + len(line)
        if len(line) <= width and (line.isascii() or _cells(line) <= width):
            yield start, start + len(line.rstrip(" "))
        elif line.isascii():
            yield from _narrow_lines(text, start, stop, width)
        else:
            yield from _wide_lines(text, start, stop, width)
        start = stop + 1


def _cells(line: str) -> int:
    from rich.cells import cell_len  # noqa: PLC0415  # not for ASCII: slow to load

    return cell_len(line)


def _narrow_lines(
    text: str, start: int, stop: int, width: int
) -> Iterator[tuple[int, int]]:
    while stop - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start:
            yield start, start + width
            start += width
        else:
            yield start, start + len(text[start:cut].rstrip(" "))
            start = cut + 1
        while start < stop and text[start] == " ":
            start += 1
    yield start, start + len(text[start:stop].rstrip(" "))


def _wide_lines(
    text: str, start: int, stop: int, width: int
) -> Iterator[tuple[int, int]]:
    from rich.cells import chop_cells  # noqa: PLC0415  # not for ASCII: slow to load

    while start < stop:
        # No line holds more than `width` characters with a width of their own; the
        # others (combining marks) are at most four each after cleaning.
        head = chop_cells(text[start : min(stop, start + 5 * width)], width)[0]
        cut = start + max(len(head), 1)
        if cut < stop and text[cut] != " ":
            blank = text.rfind(" ", start + 1, cut)
            cut = blank if blank > 0 else cut
        yield start, start + len(text[start:cut].rstrip(" "))
        start = cut
        while start < stop and text[start] == " ":
            start += 1
