"""Texts that a query looks for, as conditions that the archive can check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.archive.finding.expression import (
    Expand,
    in_columns,
    is_one_word,
    necessary,
    of_pattern,
)
from cablereader.archive.finding.instances import Instances, counted, words_in
from cablereader.archive.finding.part import (
    ALWAYS,
    Gist,
    Look,
    Part,
    Passages,
    Sql,
    as_sql,
    both,
)
from cablereader.archive.finding.word_index import FRONT, PASSAGE, WordIndex
from cablereader.archive.words.stemming import widened
from cablereader.archive.words.term import Kind
from cablereader.model.query import (
    AtLeast,
    Contains,
    InParagraph,
    Match,
    Near,
    Pattern,
    Word,
)

TEXT: Final = ("subject", "body", "refs")
"""Columns of what a reader takes for the text: all that the index of passages has."""
MARKS: Final = {None: "", "body": "", "subject": str(Kind.SUBJECT)}
"""What stands before the words of a field in the index of whole cables."""
GIST_ALONE: Final = frozenset({None, "subject"})
"""Fields of which that index knows each word, and not only that it is somewhere."""


def text_parts(contains: Contains, expand: Expand) -> tuple[Part, ...]:
    """The conditions that a text stands in a part of the cable."""
    pattern, field = contains.pattern, contains.field
    if isinstance(pattern, AtLeast) and pattern.count == 0:
        return (ALWAYS,)
    known = field in MARKS
    wide = widened(pattern)
    need = necessary(wide, expand, MARKS[field]) if known else None
    wanted = of_pattern(wide, expand if known else no_words)
    if isinstance(pattern, AtLeast | Near) and _is_told_by_places(pattern):
        return (_looked(contains, pattern, wanted, need),)
    look = (stands(contains),) if needs_a_look(pattern) else ()
    if field in GIST_ALONE and need and is_one_word(pattern):
        return (Gist(need), *look)
    expression = in_columns(columns_of(field), wanted)
    return (Passages(expression, need, index_of(field)), *look)


def columns_of(field: str | None) -> Sequence[str]:
    """The columns of its index that a field is."""
    return TEXT if field is None else (field,)


def index_of(field: str | None) -> WordIndex:
    """The index that knows where the words of a field stand."""
    return PASSAGE if field is None or field in TEXT else FRONT


def no_words(_prefix: str) -> tuple[str, ...]:
    """Where the index of whole cables does not know all words of a column."""
    return ()


def needs_a_look(pattern: Pattern) -> bool:
    """Whether indexes find more than was asked: case, order, stems they don't know."""
    match pattern:
        case Word(match=Match.CASED | Match.STEM):
            return True
        case AtLeast(text=text):
            return needs_a_look(text)
        case Near(left=left, right=right, ordered=ordered):
            return ordered or needs_a_look(left) or needs_a_look(right)
        case _:
            return False


def _is_told_by_places(pattern: AtLeast | Near) -> bool:
    """Whether a text is one of number or order, but not of case."""
    match pattern:
        case AtLeast(text=text):
            return not needs_a_look(text)
        case Near(left=left, right=right, ordered=ordered):
            return ordered and not needs_a_look(left) and not needs_a_look(right)


def stands(condition: Contains | InParagraph) -> Sql:
    """The condition, by a look at the text itself."""
    return Sql("stands(cable.place, ?)", (str(condition),))


def _looked(
    contains: Contains, pattern: AtLeast | Near, wanted: str, need: str | None
) -> Look:
    """The condition that a text stands often enough, or in its order."""
    columns, index = columns_of(contains.field), index_of(contains.field)
    rows = Passages(in_columns(columns, wanted), need, index)
    if isinstance(pattern, AtLeast):
        lead = Gist(need) if need else rows
        alone = counted(pattern, columns, index)
    else:
        lead, alone = rows, as_sql(both((rows, stands(contains))))
    return Look(
        lead,
        stands(contains),
        Instances(pattern, columns, index, rows.expression).cables,
        words_in(pattern, index),
        alone,
    )
