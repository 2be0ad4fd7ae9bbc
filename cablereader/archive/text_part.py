"""Texts that a query looks for, as conditions that the archive can check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.archive.expression import (
    Expand,
    in_columns,
    is_one_word,
    necessary,
    of_pattern,
)
from cablereader.archive.folding import LAST_LETTER, words_of
from cablereader.archive.part import ALWAYS, Gist, Part, Passages, Sql, Value
from cablereader.archive.term import Kind
from cablereader.archive.word_index import FRONT, PASSAGE, WordIndex
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
    look = (stands(contains),) if needs_a_look(pattern) else ()
    if isinstance(pattern, AtLeast):
        return (_counted(pattern, columns_of(field), index_of(field)), *look)
    known = field in MARKS
    need = necessary(pattern, expand, MARKS[field]) if known else None
    if field in GIST_ALONE and need and is_one_word(pattern):
        return (Gist(need), *look)
    wanted = of_pattern(pattern, expand if known else no_words)
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
    """Whether the indexes find more than was asked: case and order they don't know."""
    match pattern:
        case Word(match=Match.CASED):
            return True
        case AtLeast(text=text):
            return needs_a_look(text)
        case Near(left=left, right=right, ordered=ordered):
            return ordered or needs_a_look(left) or needs_a_look(right)
        case _:
            return False


def stands(condition: Contains | InParagraph) -> Sql:
    """The condition, by a look at the text itself."""
    return Sql("stands(cable.place, ?)", (str(condition),))


def _counted(pattern: AtLeast, columns: Sequence[str], index: WordIndex) -> Part:
    """The condition that a text stands so often in the cable."""
    if pattern.count == 0:
        return ALWAYS
    *before, last = words_of(pattern.text.text)
    prefix = isinstance(pattern.text, Word) and pattern.text.match is Match.PREFIX
    ends = [(word, word) for word in before]
    ends.append((last, last + LAST_LETTER if prefix else last))
    marks = ", ".join("?" * len(columns))
    places = " INTERSECT ".join(
        f"SELECT doc, col, offset - {at} FROM {index.name}_word"
        f" WHERE term BETWEEN ? AND ? AND col IN ({marks})"
        for at in range(len(ends))
    )
    values: list[Value] = []
    for first, stop in ends:
        values += (first, stop, *columns)
    return Sql(
        f"cable.place IN (SELECT {index.place} FROM"
        f" (SELECT doc AS rowid FROM ({places})) AS {index.name}"
        " GROUP BY 1 HAVING count(*) >= ?)",
        (*values, pattern.count),
    )
