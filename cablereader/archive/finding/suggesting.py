"""Queries nearly like one that finds nothing: slips of the pen, put right.

A part that finds nothing even on its own is to blame; where there is none, each word
may be a slip that somebody else has made too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice, product
from typing import Final, TypeAlias

from cablereader.archive.finding.lookup import Lookup
from cablereader.archive.finding.near_values import NearValues
from cablereader.archive.finding.notebook import Notebook
from cablereader.archive.finding.text_part import GIST_ALONE, MARKS
from cablereader.archive.words.folding import word_spans
from cablereader.archive.words.spelling import Spelling
from cablereader.model.frozen import replace
from cablereader.model.query import (
    AtLeast,
    Condition,
    Contains,
    Is,
    Match,
    Near,
    Pattern,
    Phrase,
    Word,
)
from cablereader.model.rewriting import Leaf, rewritten, wanted_leaves

MOST: Final = 3
"""Words that are tried in the place of one."""
MOST_TRIED: Final = 12
"""Queries that are tried."""

Finds: TypeAlias = Callable[[Condition], bool]
"""Whether a condition finds anything."""
Choice: TypeAlias = Mapping[Leaf, Condition]
"""What stands in the place of some leaves."""


def suggested(
    condition: Condition, lookup: Lookup, notebook: Notebook, finds: Finds
) -> Iterator[Condition]:
    """The nearest conditions that find something, the likeliest first.

    Args:
        condition: That finds nothing, or less than it could.
        lookup: Of the archive.
        notebook: Of its reader.
        finds: Asks the archive.
    """
    corrections = _Corrections(lookup, NearValues(lookup, notebook))
    leaves = tuple(dict.fromkeys(wanted_leaves(condition)))
    wrong = [leaf for leaf in leaves if not finds(leaf)]
    texts = [leaf for leaf in leaves if isinstance(leaf, Contains)]
    others = {leaf: tuple(corrections.of(leaf)) for leaf in wrong or texts}
    choices = _together(others) if wrong else _one_by_one(others)
    for choice in islice(choices, MOST_TRIED):
        other = rewritten(condition, partial(_chosen, choice))
        if other != condition and finds(other):
            yield other


def _chosen(choice: Choice, leaf: Leaf) -> Condition:
    return choice.get(leaf, leaf)


def _together(others: Mapping[Leaf, Sequence[Condition]]) -> Iterator[Choice]:
    """All that can be put right, put right at once."""
    known = {leaf: each for leaf, each in others.items() if each}
    for chosen in product(*known.values()):
        yield dict(zip(known, chosen, strict=True))


def _one_by_one(others: Mapping[Leaf, Sequence[Condition]]) -> Iterator[Choice]:
    for leaf, each in others.items():
        yield from ({leaf: other} for other in each)


class _Corrections:
    """What may stand in the place of a part of a query."""

    def __init__(self, lookup: Lookup, values: NearValues) -> None:
        self._lookup = lookup
        self._values = values

    def of(self, leaf: Leaf) -> Iterator[Condition]:
        """The conditions nearest to one, the nearest first."""
        match leaf:
            case Contains(field="note"):
                return
            case Contains(pattern=pattern, field=field):
                spelling = self._words_of(field)
                for other in _spelled(pattern, spelling):
                    yield replace(leaf, pattern=other)
            case Is():
                for value in self._values.of(leaf):
                    yield replace(leaf, value=value)

    def _words_of(self, field: str | None) -> Spelling:
        """The words of a field of text."""
        if field in GIST_ALONE or field == "body":
            return self._lookup.spelling(mark=MARKS[field])
        return self._lookup.spelling(column=field)


def _spelled(pattern: Pattern, spelling: Spelling) -> Iterator[Pattern]:
    match pattern:
        case AtLeast(text=text):
            return (replace(pattern, text=each) for each in _texts(text, spelling))
        case Near(left=left, right=right):
            lefts, rights = _texts(left, spelling), _texts(right, spelling)
            return (
                replace(pattern, left=one, right=other)
                for one, other in product(lefts or (left,), rights or (right,))
            )
        case _:
            return iter(_texts(pattern, spelling))


def _texts(text: Word | Phrase, spelling: Spelling) -> Sequence[Word | Phrase]:
    """A text with other words in the place of those that are not there."""
    found = tuple(word_spans(text.text))
    prefix = isinstance(text, Word) and text.match is Match.PREFIX
    known = [
        spelling.has(word, as_beginning=prefix and at == len(found) - 1)
        for at, (word, _, _) in enumerate(found)
    ]
    if all(known) and len(known) > 1:
        return ()
    others = [
        (word,) if is_known and len(known) > 1 else spelling.nearest(word, MOST)
        for (word, _, _), is_known in zip(found, known, strict=True)
    ]
    return [
        _with_words(text, [span[1:] for span in found], chosen)
        for chosen in islice(product(*others), MOST)
    ]


def _with_words(
    text: Word | Phrase, spans: Iterable[tuple[int, int]], words: Iterable[str]
) -> Word | Phrase:
    pieces, end = [], 0
    for (start, stop), word in zip(spans, words, strict=True):
        pieces += [text.text[end:start], word]
        end = stop
    spelled = "".join(pieces) + text.text[end:]
    if isinstance(text, Word) and text.match is Match.CASED:
        return Word(spelled, Match.EXACT)
    return replace(text, text=spelled)
