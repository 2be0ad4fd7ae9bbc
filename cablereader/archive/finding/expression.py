"""From texts of a query to expressions of SQLite's full-text search.

An expression is built of words alone, each in quotation marks, and is always bound as
a parameter: whatever was typed, it cannot become syntax.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

from cablereader.archive.words.folding import words_of
from cablereader.archive.words.term import EVERY
from cablereader.model.query import AtLeast, Match, Near, Pattern, Phrase, Word

Expand: TypeAlias = Callable[[str], Sequence[str]]
"""The words of an index that begin like this, or nothing where they are too many."""
EVERY_CABLE: Final = f'"{EVERY}"'
NEVER: Final = f'"{EVERY}never"'
"""Matches nothing."""
ABREAST: Final = 6
"""Of expressions one of which must match, that the search goes through for each row."""


def exactly(word: str) -> str:
    """The expression for one word or term."""
    return f'"{word}"'


def beginning(prefix: str, expand: Expand) -> str:
    """The expression for all words that begin like this.

    A few words one by one are met in the order of the rows; the search's own way is to
    gather all rows of all of them first.
    """
    words = expand(prefix)
    return either(map(exactly, words)) if words else f'"{prefix}" *'


def gathers(expression: str) -> bool:
    """Whether the search must gather the rows of many words before the first row."""
    return '" *' in expression


def all_of(expressions: Iterable[str]) -> str:
    """All of them; every row, where there is none."""
    return _joined(expressions, " AND ") or EVERY_CABLE


def either(expressions: Iterable[str]) -> str:
    """One of them; no row, where there is none.

    Many are put together in groups, and these in groups again, so that the search need
    not look at each of them for each row. Of a group nothing is taken away: else the
    search would dissolve it.
    """
    parts = list(expressions)
    while len(parts) > ABREAST:
        groups = (parts[at : at + ABREAST] for at in range(0, len(parts), ABREAST))
        parts = [without(_joined(group, " OR "), NEVER) for group in groups]
    return _joined(parts, " OR ") or NEVER


def without(expression: str, unwanted: str) -> str:
    """The first, and not the second."""
    return f"({expression} NOT {unwanted})"


def in_columns(columns: Sequence[str], expression: str) -> str:
    """The expression, but in some columns only."""
    return f"({{{' '.join(columns)}}} : {expression})"


def of_pattern(pattern: Pattern, expand: Expand) -> str:
    """The expression for rows that hold a text; case and order are not its matter."""
    match pattern:
        case AtLeast(text=text):
            return of_pattern(text, expand)
        case Near(left=left, right=right, within=within):
            return f"NEAR({_phrase(left)} {_phrase(right)}, {within})"
        case Phrase(text=text, within=int(within)):
            each = " ".join(map(exactly, words_of(text)))
            return f"NEAR({each}, {within})"
        case Word(match=Match.PREFIX) if len(words := words_of(pattern.text)) == 1:
            return beginning(words[0], expand)
        case _:
            return _phrase(pattern)


def necessary(pattern: Pattern, expand: Expand, mark: str = "") -> str:
    """What the index of whole cables must say where a text stands: its words.

    Args:
        pattern: The text.
        expand: Knows the words of the index.
        mark: Before each word: the kind of terms that the words are.
    """
    match pattern:
        case AtLeast(text=text):
            return necessary(text, expand, mark)
        case Near(left=left, right=right):
            return all_of(necessary(each, expand, mark) for each in (left, right))
        case _:
            *before, last = (mark + word for word in words_of(pattern.text))
            prefix = isinstance(pattern, Word) and pattern.match is Match.PREFIX
            end = beginning(last, expand) if prefix else exactly(last)
            return all_of((*map(exactly, before), end))


def is_one_word(pattern: Pattern) -> bool:
    """Whether the index of whole cables alone can answer for a text."""
    match pattern:
        case Word() | Phrase():
            return len(words_of(pattern.text)) == 1
        case _:
            return False


def _phrase(text: Word | Phrase) -> str:
    words = f'"{" ".join(words_of(text.text))}"'
    prefix = isinstance(text, Word) and text.match is Match.PREFIX
    return f"{words} *" if prefix else words


def _joined(expressions: Iterable[str], operator: str) -> str:
    parts = list(expressions)
    return f"({operator.join(parts)})" if len(parts) > 1 else "".join(parts)
