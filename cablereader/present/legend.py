"""The signs of the screen, and what they mean, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cablereader.model.classification import LETTERED, UNMARKED, Marking
from cablereader.model.frozen import frozen
from cablereader.present.definition import defined
from cablereader.present.entry_row import ASIDE, READ, UNREAD, WORDS, Flags
from cablereader.present.facet_row import LEVELS
from cablereader.present.gutter import AGAIN
from cablereader.present.list_column import CLASS, MARKS
from cablereader.present.piece import Piece, Row

NAME: Final = 12
"""Cells of a sign, with the blanks around it."""


@frozen
class Sign:
    """One sign."""

    sign: str
    meaning: str
    """In a few words, small."""


@frozen
class Signs:
    """Those of one part of the screen."""

    title: str
    signs: tuple[Sign, ...]


def _secrecy(marking: Marking) -> str:
    """A marking in words."""
    words = marking.text.lower().replace("//noforn", ", not for foreigners (NOFORN)")
    return f"{words} (SBU, FOUO)" if marking.sensitive else words


LETTERS: Final = tuple(
    Sign(letters, _secrecy(marking))
    for letters, marking in sorted(LETTERED.items(), key=lambda each: each[1].rank)
)
"""Of a cable or a paragraph."""
IN_LIST: Final = Signs(
    "In the list, at the left of a row",
    (
        Sign(UNREAD, WORDS[UNREAD]),
        Sign("blank" if READ == " " else READ, WORDS[READ]),
        Sign(ASIDE, f"{WORDS[ASIDE]}: not relevant to you"),
        Sign("+", "selected; what you do next is done to all that are selected"),
    ),
)
FLAGS: Final = Signs(
    f"In the list, column {MARKS.title}",
    (
        Sign("*", "starred"),
        Sign("m", "has bookmarks"),
        Sign("n", "has a note"),
        Sign(".", "none of it, in its place"),
    ),
)
CLASSES: Final = Signs(
    f"How secret: column {CLASS.title} of the list, and left of each paragraph",
    (*LETTERS, Sign(UNMARKED, "not marked")),
)
GUTTER: Final = Signs(
    "In the reader, left of the text",
    (
        Sign(">", "the current line: keys act on its paragraph"),
        Sign("|", "the other lines of that paragraph; behind the number, the margin"),
        Sign("+", "a selected paragraph"),
        Sign(
            f"{UNMARKED}C",
            "the paragraph has no marking; the letter is that of the whole cable",
        ),
        Sign("12", "the number of the paragraph in the cable"),
        Sign("12m", "paragraph 12 has your bookmark"),
        Sign("13n", "paragraph 13 has a bookmark with a note"),
        Sign(f"2{AGAIN}", "the number 2 comes again in this cable"),
    ),
)
CHART: Final = Signs(
    "Under the list, a chart: 1986-2010 . - .+ ##",
    (
        Sign("1986-2010", "the years of the list, a sign for every quarter"),
        Sign("blank", "no cable in that quarter"),
        Sign(LEVELS.strip()[0], "few cables"),
        Sign(LEVELS[-1], f"most cables; between them, from few to many: {LEVELS[1:]}"),
    ),
)


def legend_rows(legend: Iterable[Signs], width: int) -> Iterator[Row]:
    """All signs, part by part.

    Roles: ``title``, ``key`` for a sign, ``value`` for what it means.
    """
    for number, part in enumerate(legend):
        if number:
            yield ()
        yield (Piece(part.title, "title"),)
        for sign in part.signs:
            yield from defined(f"  {sign.sign}", sign.meaning, NAME, width)


def row_signs(flags: Flags, marking: Marking | None) -> Iterator[Sign]:
    """The signs of one row of the list, each with what it means."""
    yield Sign("blank" if flags.state == READ else flags.state, WORDS[flags.state])
    if flags.selected:
        yield Sign("+", "selected")
    letters = marking.letters if marking else UNMARKED
    yield Sign(letters, _secrecy(marking) if marking else "not marked")
    meanings = {sign.sign: sign.meaning for sign in FLAGS.signs}
    for letter in flags.letters:
        if letter != ".":
            yield Sign(letter, meanings[letter])
