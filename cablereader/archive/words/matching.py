"""Where the texts of a query stand, by a look at the text itself.

For marking them in a cable, and for what the indexes do not know: case and order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product

from cablereader.archive.words.folding import fold, word_spans, words_of
from cablereader.archive.words.stemming import root_of, stem_of, widened
from cablereader.model.defect import Span
from cablereader.model.frozen import frozen
from cablereader.model.query import AtLeast, Match, Near, Pattern, Phrase, Word


@frozen
class Token:
    """A word of a text."""

    word: str
    """As the index has it."""
    written: str
    span: Span


@frozen(order=True)
class Run:
    """Words that stand one after the other: positions among the words of a text."""

    start: int
    stop: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text."""
    return tuple(
        Token(word, text[start:stop], Span(start, stop))
        for word, start, stop in word_spans(text)
    )


def spans_of(pattern: Pattern, text: str) -> tuple[Span, ...]:
    """The stretches of a text that a pattern is found by, in order."""
    tokens = tokens_of(text)
    return tuple(
        Span(tokens[run.start].span.start, tokens[run.stop - 1].span.stop)
        for run in sorted(set(_runs(pattern, tokens)))
    )


def holds(pattern: Pattern, texts: Iterable[str]) -> bool:
    """Whether a pattern stands in some texts, looked at one by one."""
    words = frozenset(chain.from_iterable(map(words_of, _texts(widened(pattern)))))
    counts = (
        sum(1 for _ in _runs(pattern, tokens_of(text)))
        for text in texts
        if all(map(fold(text).lower().__contains__, words))
    )
    if isinstance(pattern, AtLeast):
        return sum(counts) >= pattern.count
    return any(counts)


def _runs(pattern: Pattern, tokens: Sequence[Token]) -> Iterator[Run]:
    """The words that a pattern is found by."""
    match pattern:
        case AtLeast(text=text):
            return _runs(text, tokens)
        case Near():
            return _near(pattern, tokens)
        case Phrase(within=int(within)):
            return _within(pattern.text, within, tokens)
        case _:
            return _in_a_row(pattern, tokens)


def _texts(pattern: Pattern) -> Iterator[str]:
    """All that must stand somewhere in a text."""
    match pattern:
        case AtLeast(text=text):
            yield text.text
        case Near(left=left, right=right):
            yield from (left.text, right.text)
        case _:
            yield pattern.text


def _in_a_row(wanted: Word | Phrase, tokens: Sequence[Token]) -> Iterator[Run]:
    words = tokens_of(wanted.text)
    size = len(words)
    for start in range(len(tokens) - size + 1):
        if _stands(wanted, words, tokens[start : start + size]):
            yield Run(start, start + size)


def _stands(
    wanted: Word | Phrase, words: Sequence[Token], found: Sequence[Token]
) -> bool:
    if not all(_same(*pair) for pair in zip(words[:-1], found, strict=False)):
        return False
    match = wanted.match if isinstance(wanted, Word) else Match.EXACT
    if match is Match.PREFIX:
        return found[-1].word.startswith(words[-1].word)
    if match is Match.STEM:
        return _has_stem(found[-1].word, words[-1].word)
    if match is Match.CASED:
        return [each.written for each in words] == [each.written for each in found]
    return _same(words[-1], found[-1])


def _has_stem(word: str, wanted: str) -> bool:
    """Whether a word has the stem of another one; few need to be asked for theirs."""
    return word.startswith(root_of(wanted)) and stem_of(word) == stem_of(wanted)


def _same(one: Token, other: Token) -> bool:
    return one.word == other.word


def _near(pattern: Near, tokens: Sequence[Token]) -> Iterator[Run]:
    left = list(_in_a_row(pattern.left, tokens))
    right = list(_in_a_row(pattern.right, tokens))
    for pair in product(left, right):
        first, second = sorted(pair)
        if second.start - first.stop > pattern.within:
            continue
        if not pattern.ordered or pair[0].stop <= pair[1].start:
            yield from pair


def _within(text: str, within: int, tokens: Sequence[Token]) -> Iterator[Run]:
    """Words that stand with at most so many others between any of them and the last."""
    wanted = {token.word for token in tokens_of(text)}
    places: dict[str, list[int]] = {word: [] for word in wanted}
    for place, token in enumerate(tokens):
        if token.word in wanted:
            places[token.word].append(place)
    for last in sorted(place for each in places.values() for place in each):
        group = [_last_up_to(last, each) for each in places.values()]
        if min(group) >= max(last - 1 - within, 0):
            yield from (Run(place, place + 1) for place in group)


def _last_up_to(last: int, places: Sequence[int]) -> int:
    """The greatest of sorted numbers that is not above one; -1 if there is none."""
    at = bisect_right(places, last)
    return places[at - 1] if at else -1
