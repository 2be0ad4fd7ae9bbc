"""Reference ids as people print them: ``'08 San Jose 00123, 124 and 130``.

Found from their numbers: the words before a number must be a post, what is before
them may be the year, and what follows may be further numbers (format.md §6.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.model.cable_id import CableId, four_digit_year
from cablereader.model.frozen import frozen
from cablereader.parse.cable_id import two_digit_year
from cablereader.parse.posts import known_post, nearest_post
from cablereader.parse.reference_words import (
    CAPITAL,
    COUNTED,
    FURTHER_SIGNS,
    MONTHS,
    NAME_SIGNS,
    NO_POSTS,
    NUMBER_SIGNS,
    REPORTERS,
)
from cablereader.parse.token import Token, split_tokens

YEARS: Final = range(1966, 2011)
"""Of the ids; another number of four digits is a serial."""
MOST_WORDS: Final = 5
"""Of a post's name with what stands before it: USMISSION USUN NEW YORK."""


@frozen
class PrintedId:
    """A reference id found in a text, and where."""

    start: int
    stop: int
    cable_id: CableId


@frozen
class _Numbers:
    """The numbers after a post's name."""

    tokens: tuple[Token, ...]
    year: int | None
    """Two digits, from behind them: ``(08)``, ``/08``."""
    stop: int
    """Index of the token after all that."""


def find_printed_ids(
    text: str, year: int | None, *, any_post: bool
) -> tuple[PrintedId, ...]:
    """The reference ids printed in a text, in order.

    Args:
        text: Any text.
        year: Four digits; of ids that are printed without one. If ``None``, those are
            passed over.
        any_post: Whether a word that is no known post may be one, as in a REF block.
    """
    tokens = split_tokens(text)
    found: list[PrintedId] = []
    low = 0
    for index in range(len(tokens)):
        if index < low or not _is_serial(tokens, index):
            continue
        if (post := _post_before(tokens, low, index, any_post=any_post)) is None:
            continue
        name, first = post
        first, two_digits = _year_before(tokens, low, first)
        numbers = _numbers_from(tokens, index)
        low = numbers.stop
        if two_digits is None:
            two_digits = numbers.year
        used = year if two_digits is None else four_digit_year(two_digits)
        if used is None:
            continue
        starts = (tokens[first].start, *(each.start for each in numbers.tokens[1:]))
        stops = (*(each.stop for each in numbers.tokens[:-1]), tokens[low - 1].stop)
        found += (
            PrintedId(start, stop, CableId(used, name, int(each.text)))
            for start, stop, each in zip(starts, stops, numbers.tokens, strict=True)
        )
    return tuple(found)


def _is_serial(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token may be a cable's number: up to seven digits, at a word's end."""
    token = tokens[index]
    if not token.is_number or len(token.text) > 7:
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None:
        return True
    if after.start > token.stop:
        return not (after.text in MONTHS and int(token.text) < 32)
    if after.is_word:
        return len(after.text) > 3  # "493Classified", not "301601Z" nor "5TH"
    further = tokens[index + 2] if index + 2 < len(tokens) else None
    return not (after.text in ".:" and further and further.is_number)


def _post_before(
    tokens: Sequence[Token], low: int, index: int, *, any_post: bool
) -> tuple[str, int] | None:
    """The post whose name ends before a number, and the name's first token."""
    last = index - 1
    while last > max(low, index - 4) and tokens[last].text in NUMBER_SIGNS:
        last -= 1
    while last > low and tokens[last].text in CAPITAL and tokens[last - 1].is_word:
        last -= 1
    if last < low or not tokens[last].is_word:
        return None
    best: tuple[str, int] | None = None
    letters = ""
    for first in _name_starts(tokens, low, last):
        letters = tokens[first].text + letters
        if (post := known_post(letters)) and (any_post or len(letters) > 3):
            best = post, first
    if best is None and any_post:
        best = _new_post(tokens, low, last)
    if best and best[1] > low and tokens[best[1] - 1].text in REPORTERS:
        return None
    return best


def _name_starts(tokens: Sequence[Token], low: int, last: int) -> list[int]:
    """Indices of the words that may begin a name ending at ``last``, nearest first."""
    starts = [last]
    while len(starts) < MOST_WORDS:
        before = starts[-1] - 1
        if before > low and tokens[before].text in NAME_SIGNS:
            before -= 1
        if before < low or not tokens[before].is_word:
            break
        starts.append(before)
    return starts


def _new_post(tokens: Sequence[Token], low: int, last: int) -> tuple[str, int] | None:
    """A post that no table knows: one word that begins what is printed."""
    word = tokens[last].text
    if not tokens[last].capitals or not 3 < len(word) < 21 or word in NO_POSTS:
        return None
    if last > low:
        before = tokens[last - 1]
        if before.text in "(-/" or (before.is_word and before.text != "AND"):
            return None
    return nearest_post(word) or word, last


def _year_before(
    tokens: Sequence[Token], low: int, first: int
) -> tuple[int, int | None]:
    """Where an id begins, and its two-digit year if one stands before the post."""
    place = first - 1
    if place > low and tokens[place].text in ")-'/.":
        place -= 1
    if place < low or (year := _year(tokens[place])) is None:
        return first, None
    if place > low and tokens[place - 1].text in "('’`":
        place -= 1
    elif place > low + 1 and _ends_date(tokens[place - 2], tokens[place - 1]):
        return first, None
    return place, year


def _ends_date(number: Token, sign: Token) -> bool:
    return sign.text in "/-." and number.is_number and number.stop == sign.start


def _year(token: Token) -> int | None:
    """Two digits of the year that a token may be; no id is of 2011 to 2065."""
    if not token.is_number or not 1 < len(token.text) < 5:
        return None
    if len(token.text) == 4 and int(token.text) not in YEARS:
        return None
    year = two_digit_year(token.text)
    return None if year is None or 10 < year < 66 else year


def _numbers_from(tokens: Sequence[Token], index: int) -> _Numbers:
    """The number at ``index`` and those that follow: ``, 124``, ``/08``."""
    numbers = [tokens[index]]
    place = index + 1
    while True:
        if (suffix := _year_suffix(tokens, place)) is not None:
            return _Numbers(tuple(numbers), *suffix)
        further = place
        while (
            further < min(place + 2, len(tokens))
            and tokens[further].text in FURTHER_SIGNS
        ):
            further += 1
        if further == place or not _is_further(tokens, further):
            return _Numbers(tuple(numbers), None, place)
        numbers.append(tokens[further])
        place = further + 1


def _year_suffix(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """A year behind a number, and the index after it: ``(08)``, ``/08``, ``'08``."""
    texts = [token.text for token in tokens[place : place + 4]]
    match texts:
        case ["(", "'" | "’", _, ")"]:
            at, width = place + 2, 4
        case ["(", _, ")", *_]:
            at, width = place + 1, 3
        case ["/" | "-" | "'" | "’", _, *_]:
            at, width = place + 1, 2
        case _:
            return None
    if len(tokens[at].text) == 3 or (year := _year(tokens[at])) is None:
        return None
    if width == 2 and not _is_serial(tokens, at):
        return None
    if width == 2 and _begins_post(tokens, at + 1):
        return None
    return year, place + width


def _is_further(tokens: Sequence[Token], place: int) -> bool:
    """Whether the number there is one more cable of the same post, no date or year."""
    if place >= len(tokens) or not _is_serial(tokens, place):
        return False
    if place + 1 < len(tokens) and tokens[place + 1].text in COUNTED:
        return False
    if tokens[place - 1].text in "/-" and len(tokens[place].text) < 3:
        return False
    return _year(tokens[place]) is None or not _begins_post(tokens, place + 1)


def _begins_post(tokens: Sequence[Token], place: int) -> bool:
    """Whether a known post with a number begins there."""
    if place < len(tokens) and tokens[place].text in ")-'":
        place += 1
    letters = ""
    for index in range(place, min(place + 2 * MOST_WORDS, len(tokens))):
        token = tokens[index]
        if token.is_number:
            return known_post(letters) is not None
        if not token.is_word and token.text not in NAME_SIGNS:
            return False
        letters += token.text
    return False
