"""The guide to reading a cable as rows: prose, and an example that is explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cablereader.model.guide import Chapter, Excerpt
from cablereader.present.piece import Piece, Row
from cablereader.present.visible import visible, visible_line
from cablereader.present.wrap import wrap

INDENT = "    "


def guide_rows(chapters: Iterable[Chapter], width: int) -> Iterator[Row]:
    """All chapters, wrapped to so many cells.

    Roles: ``title``, ``value`` for prose, ``id`` for what stands in the cable, ``why``
    for what it means.
    """
    for number, chapter in enumerate(chapters):
        if number:
            yield ()
        yield (Piece(visible_line(chapter.title), "title"),)
        for paragraph in chapter.prose:
            yield ()
            yield from _wrapped(visible(paragraph), width, "value")
        for excerpt in chapter.excerpts:
            yield ()
            yield from _excerpt(excerpt, width)


def _excerpt(excerpt: Excerpt, width: int) -> Iterator[Row]:
    yield from _wrapped(visible(excerpt.text), width, "id")
    for each in excerpt.explanations:
        text = f"{visible_line(each.term)}: {visible_line(each.text)}"
        yield from _wrapped(text, width - len(INDENT), "why", INDENT)


def _wrapped(text: str, width: int, role: str, indent: str = "") -> Iterator[Row]:
    for start, stop in wrap(text, width):
        yield (Piece(indent + text[start:stop], role),)
