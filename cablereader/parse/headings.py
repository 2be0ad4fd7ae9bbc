"""Titles between and inside paragraphs (format.md section 4.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import RULE_SIGNS, Line, ends_sentence, is_rule
from cablereader.parse.marking import take_marking

LONGEST_TITLE: Final = 75
LONGEST_ALONE: Final = 130
"""Of a line by itself in capitals, or above a rule, or with a marking."""
WIDEST: Final = 80
MOST_LINES: Final = 3
NEAR: Final = 3
"""A rule is as long as its title, but for so many signs."""
FREE_LINES: Final = 2
"""Lines of a title without a rule."""
LAST_WORDS: Final = "CABLE ENDS"
INNER_SIGNS: Final = ("---", "====", "****", "———")
"""What each rule inside a line has one of."""
DRAWN: Final = "-=_*—–"
"""What a rule inside a line is drawn with."""
SENTENCE_SIGNS: Final = ".;,"
OPEN_END: Final = "..."
"""What a title may end with all the same."""


def _underlines(words: str) -> bool:
    """Whether a line is a rule, and not the rules of a table's columns."""
    return is_rule(words) and "  " not in words


def inner_rules(text: str, line: Line) -> Iterable[int]:
    """Offsets at which a rule inside a reflowed line begins and ends."""
    words = line.text
    if not any(map(words.__contains__, INNER_SIGNS)) or is_rule(words):
        return ()
    if LAST_WORDS in words.upper():
        end = grammar.CABLE_ENDS.search(text, line.at, line.stop)
        return (end.start(),) if end and end.start() > line.at else ()
    offsets: set[int] = set()
    for box in grammar.SHORT_BOX.finditer(text, line.at, line.stop):
        offsets.update(box.span("above") + box.span("below"))
    for rule in grammar.INNER_RULE.finditer(text, line.at, line.stop):
        offsets.update(rule.span())
        offsets.update(_title_before(text, line, rule))
    return sorted(offsets)


def _title_before(text: str, line: Line, rule: grammar.Match) -> Iterable[int]:
    """Offset of a title behind a sentence, which the rule is just as long as."""
    size = rule.end() - rule.start() - rule[0].count(" ")
    for first in range(rule.start() - size - 2, rule.start() - size + 1):
        if (
            line.at < first
            and text[first].isupper()
            and text[first - 1] == " "
            and text[first - 2] not in DRAWN
            and grammar.SENTENCE_END.search(text, max(line.at, first - 8), first)
            and not grammar.SENTENCES.search(text, first, rule.start())
        ):
            return (first,)
    return ()


def inner_titles(text: str, line: Line) -> Iterable[int]:
    """Offsets of a title in capitals, or marked, that ends a long line."""
    last = line.text[-1:]
    if len(line.text) <= WIDEST or last in SENTENCE_SIGNS:
        return ()
    if last.isupper():
        tail = max(line.at, line.stop - WIDEST - 10)
        match = grammar.LAST_TITLE.search(text[tail : line.stop].rstrip())
        if match and match[0].count(" ") > 1:
            return (tail + match.start(),)
    tail = max(line.at + WIDEST // 2, line.stop - LONGEST_ALONE - 10)
    if text.find(") ", tail, line.stop) < 0:
        return ()
    match = grammar.MARKED_TITLE.search(text[tail : line.stop].rstrip())
    return (tail + match.start(),) if match else ()


def find_headings(
    lines: Sequence[Line], first: int, stop: int, *, apart: bool, closed: bool
) -> list[range]:
    """The lines of each heading between ``first`` and ``stop``, rules included.

    Args:
        lines: Of the body.
        first: The first line that may be of one.
        stop: The first line that may not.
        apart: Whether no text stands directly before ``first``.
        closed: Whether a numbered paragraph begins on line ``stop``: then the short
            lines before it are a heading even without a rule.
    """
    found: list[range] = []
    floor = first
    for rule in _rules(lines[first:stop], first):
        if rule >= floor and (
            heading := _ruled(lines, floor, rule, stop, closed=closed)
        ):
            found.append(heading)
            floor = heading.stop
    if closed:
        free = _free(lines, floor, stop, apart=apart or floor > first)
        found += [free] if free else []
    return found


def _rules(lines: Sequence[Line], first: int) -> list[int]:
    """Indices of the lines that underline, counted from ``first``; most are text."""
    return [
        index
        for index, line in enumerate(lines, first)
        if line.text[:1] in RULE_SIGNS and _underlines(line.text)
    ]


def title_of(lines: Sequence[Line], heading: range) -> str:
    """The words of a heading on one line."""
    return " ".join(
        lines[index].text
        for index in heading
        if lines[index].text and not is_rule(lines[index].text)
    )


def _ruled(
    lines: Sequence[Line], floor: int, rule: int, stop: int, *, closed: bool
) -> range | None:
    """The heading that a rule belongs to: boxed, or with the rule below or above."""
    return (
        _box(lines, rule, stop)
        or _title_above(lines, floor, rule, stop)
        or _spaced_box(lines, rule, stop)
        or _overlined(lines, floor, rule, stop, closed=closed)
    )


def _box(lines: Sequence[Line], rule: int, stop: int) -> range | None:
    """A title with a rule above and below it; either may take two lines."""
    above = _rules_end(lines, rule, stop)
    apart = rule == 0 or not lines[rule - 1].text
    title = _title_below(lines, above - 1 if apart else rule, stop)
    if title and title.stop < stop and is_rule(lines[title.stop].text):
        return range(rule, _rules_end(lines, title.stop, stop))
    return None


def _overlined(
    lines: Sequence[Line], floor: int, rule: int, stop: int, *, closed: bool
) -> range | None:
    """A title with a rule above it only."""
    title = _title_below(lines, rule, stop)
    if not 0 < len(title) <= FREE_LINES:
        return None
    last = title.stop >= stop
    apart = _is_apart(lines, floor, rule) and (last or not lines[title.stop].text)
    return range(rule, title.stop) if apart or (last and closed) else None


def _rules_end(lines: Sequence[Line], rule: int, stop: int) -> int:
    """Index behind the rules that begin on a line: a long one may wrap."""
    while rule < stop and is_rule(lines[rule].text):
        rule += 1
    return rule


def _spaced_box(lines: Sequence[Line], rule: int, stop: int) -> range | None:
    """A box with empty lines between its rules and the title (10CAIRO195)."""
    above = _rules_end(lines, rule, stop)
    title = _blank_end(lines, above, stop)
    if title == above:
        return None
    below = _title_below(lines, title - 1, stop)
    last = _blank_end(lines, below.stop, stop)
    if below and last < stop and is_rule(lines[last].text):
        return range(rule, _rules_end(lines, last, stop))
    return None


def _blank_end(lines: Sequence[Line], index: int, stop: int) -> int:
    """Index behind the empty lines that begin on a line, a few at most."""
    limit = min(stop, index + MOST_LINES)
    while index < limit and not lines[index].text:
        index += 1
    return index


def _title_below(lines: Sequence[Line], rule: int, stop: int) -> range:
    """The short lines directly under a rule."""
    index = rule + 1
    while (
        index < min(stop, rule + 1 + MOST_LINES)
        and 0 < len(lines[index].text) <= LONGEST_TITLE
        and not is_rule(lines[index].text)
        and not (lines[index].broken and index > rule + 1)
    ):
        index += 1
    return range(rule + 1, index)


def _title_above(
    lines: Sequence[Line], floor: int, rule: int, stop: int
) -> range | None:
    """A title with a rule below it only: the short lines directly over the rule."""
    first = _behind_sentence(lines, _group_start(lines, floor, rule), rule)
    size = rule - first
    if size == 0:
        return None
    last = lines[rule - 1].text
    fits = abs(len(last) - len(lines[rule].text)) <= NEAR
    longest = LONGEST_TITLE if size > 1 else LONGEST_ALONE
    short = all(len(line.text) <= longest for line in lines[first:rule])
    whole = short and size < MOST_LINES and last[-1] not in SENTENCE_SIGNS
    if size <= MOST_LINES and short and (fits or whole):
        return range(first, _rules_end(lines, rule, stop))
    return range(rule - 1, _rules_end(lines, rule, stop)) if fits else None


def _behind_sentence(lines: Sequence[Line], first: int, stop: int) -> int:
    """Index of the line behind the last of these but one that ends with a sentence.

    An abbreviation, as in ``RELATIONS WITH THE U.S.``, is no end.
    """
    for index in range(stop - 2, first - 1, -1):
        words = lines[index].text
        if words[-1] == "." and words[-3:-1].isalpha():
            return index + 1
    return first


def _is_apart(lines: Sequence[Line], floor: int, index: int) -> bool:
    return index <= floor or not lines[index - 1].text or lines[index].broken


def _free(lines: Sequence[Line], floor: int, stop: int, *, apart: bool) -> range | None:
    """The short lines before a paragraph that no rule marks as a heading."""
    last = stop
    while last > floor and not lines[last - 1].text:
        last -= 1
    if last == floor or _is_sentence(lines[last - 1].text):
        return None
    first = _group_start(lines, floor, last)
    if first == last:
        return None
    apart = apart if first == floor else True
    apart = apart or lines[first].broken
    if apart and _is_free_title(lines[first:last]):
        return range(first, last)
    if last > 1 and _ends_group(lines[last - 2], lines[last - 1]):
        return range(last - 1, last)
    return None


def _group_start(lines: Sequence[Line], floor: int, last: int) -> int:
    """Index of the first of the lines before ``last`` that nothing parts."""
    first = last
    while (
        first > floor and lines[first - 1].text and not is_rule(lines[first - 1].text)
    ):
        first -= 1
        if lines[first].broken:
            break
    return first


def _ends_group(before: Line, line: Line) -> bool:
    """Whether a line directly under text is the title of the next paragraph."""
    words = line.text
    return (
        _is_title(line)
        and not grammar.STOPPED.search(words)
        and _is_balanced(words)
        and ends_sentence(before.text)
        and before.text[-1] not in ":;"
    )


def _is_balanced(words: str) -> bool:
    """Whether no parenthesis was opened above a line, or is closed below it.

    One by itself is a dash (format.md section 1.3): ``KACC ) STATUS OF``.
    """
    return words.count("(") == words.count(")") - words.count(" ) ")


def _is_free_title(lines: Sequence[Line]) -> bool:
    """Whether one or two lines by themselves are a title."""
    if len(lines) == 1:
        return _is_title(lines[0]) and _is_balanced(lines[0].text)
    if len(lines) > FREE_LINES:
        return False
    whole = lines[0].reworded(lines[0].text.rstrip(","))
    return _is_title(whole) and _is_title(lines[1], goes_on=True)


def _stands_out(words: str) -> bool:
    """Whether a line is told from text by its capitals, or by a marking of its own."""
    return words.isupper() or (words[0] == "(" and take_marking(words) is not None)


def _is_sentence(words: str) -> bool:
    """Whether a line ends as no title does."""
    return words[-1] in SENTENCE_SIGNS and not words.endswith(OPEN_END)


def _is_title(line: Line, *, goes_on: bool = False) -> bool:
    """Whether a line may be a title, or its second line, by its length and signs."""
    words = grammar.TITLE_NUMBER.sub("", line.text, 1)
    return (
        0 < len(words) <= LONGEST_ALONE
        and (len(words) <= LONGEST_TITLE or _stands_out(words))
        and not _is_sentence(words)
        and not grammar.CLOSED.search(words)
        and (goes_on or not words[0].islower())
        and not grammar.BULLET.match(words)
        and not grammar.UNTITLED.match(words)
        and not grammar.SENTENCES.search(words)
        and sum(map(str.isalpha, words)) > max(1, sum(map(str.isdigit, words)) - 4)
    )
