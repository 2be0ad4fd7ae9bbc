"""Where the numbered paragraphs start: the sequence test (format.md section 4.2).

A number at the start of a line may be a paragraph's, a list's or a year's. What
decides is the run of numbers as a whole: the chain of candidates that is most
convincing together, found by dynamic programming over the last number, in one pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final

from cablereader.model.frozen import frozen
from cablereader.parse.candidate import Candidate, Start
from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import Line, ends_sentence, is_rule
from cablereader.parse.listed_numbers import (
    LEAST_RUN,
    weighed,
    without_inner_lists,
    without_strays,
)
from cablereader.parse.marking import take_marking

MARKED: Final = 0.5
"""For a marking behind the number."""
POINTED: Final = 0.2
"""For a point and a blank behind it, at the start of a line: what the site anchored."""
FLUSH: Final = 0.1
"""For no blanks before it."""
APART: Final = 0.1
"""For an empty line, a rule or a page line before it."""
STEPS: Final = ((1, 0.0), (2, 1.0), (3, 1.6), (0, 1.3))
"""How far a number is from the one before, and what that costs."""
JUMP: Final = 2.2
"""Cost of a gap of any width, to a marked number only: a lost section."""
LOOSE: Final = 1.0
"""Cost of a gap before a number that is neither marked nor stands apart: it takes more
than one of them to be believed."""
BACK: Final = 1.4
"""Cost of any number that was there already, marked only: a second cable in the same
body (07BERN881), or a drafter's slip (06LAPAZ3400)."""
LATE: Final = {1: 0.0, 2: 0.8}
"""Cost of the first number."""
LATER: Final = 1.2
"""Cost of any other first number, marked only: an excerpt (04MADRID4687)."""
HIGHEST: Final = 999
LONGEST_INNER: Final = 6
"""Characters of a number inside a line, with its point and the blanks about that."""
CITED: Final = 24
"""Characters before a number inside a line in which a word may say what it numbers."""
SHORT_LINE: Final = 50
"""Characters; a shorter line ends a paragraph or is a heading."""


def find_starts(text: str, lines: Sequence[Line], first: int) -> list[Start]:
    """The starts of paragraphs on the lines from ``first`` on, in order."""
    candidates = [
        candidate
        for index in range(first, len(lines))
        if not lines[index].text[:1].isalpha()
        and (candidate := _candidate(text, lines, index, first))
    ]
    if _counts_up(candidates):
        return list(map(_start, candidates))
    kept = without_inner_lists(without_strays(candidates))
    starts = best_chain(weighed(kept))
    if not starts:
        return _excerpt(kept)
    return _with_asides(starts, kept)


def _counts_up(candidates: Iterable[Candidate]) -> bool:
    """Whether they are 1 to n, each once, as on most pages: no chain is better."""
    return all(
        each.pointed and each.number == at for at, each in enumerate(candidates, 1)
    )


def _excerpt(candidates: Sequence[Candidate]) -> list[Start]:
    """The starts of a text that begins with any number and counts on: 23, 24, 25."""
    run = [each for each in candidates if each.pointed and each.apart]
    counted = all(each.number - run[0].number == at for at, each in enumerate(run))
    return list(map(_start, run)) if counted and len(run) >= LEAST_RUN else []


def _with_asides(
    starts: Sequence[Start], candidates: Iterable[Candidate]
) -> list[Start]:
    """The starts with those of marked paragraphs whose number fits nowhere.

    It is a slip (``4, 15, 6``) or that of another text; the marking is none.
    """
    lines = {start.line for start in starts}
    asides = (
        _start(each)
        for each in candidates
        if each.marking and each.apart and each.pointed and each.line not in lines
    )
    return sorted((*starts, *asides), key=attrgetter("line"))


def _start(candidate: Candidate) -> Start:
    """It with the number that is written there."""
    return Start(
        candidate.line,
        candidate.at,
        candidate.number,
        candidate.marking,
        candidate.text_at,
        guessed=False,
    )


def _candidate(
    text: str, lines: Sequence[Line], index: int, first: int
) -> Candidate | None:
    line = lines[index]
    sign = line.text[:1]
    if sign.isdigit() or sign == "¶":
        return _numbered(text, lines, index, first)
    if sign == "(":
        return _numbered_late(text, lines, index, first)
    if sign == "." and (marked := take_marking(text, line.at + 1)):
        apart = stands_apart(lines, index, first)
        return Candidate(index, line.at, (), marked, marked.stop, 1.0 + MARKED, apart)
    return None


def _numbered(
    text: str, lines: Sequence[Line], index: int, first: int
) -> Candidate | None:
    line = lines[index]
    match = grammar.NUMBER.match(text, line.at, line.stop)
    if match is None:
        return None
    number, point, gap = match.group("number", "point", "gap")
    marked = take_marking(text, match.end())
    inner = line.start > 0 and text[line.start - 1] != "\n" and not line.broken
    apart = stands_apart(lines, index, first)
    if inner and not (marked or (apart and point)):
        return None
    loose = not (point or (marked and ")" in match[0]))
    if loose and not (apart or (marked and _may_begin(lines, index))):
        return None
    pointed = not inner and bool(point and gap)
    weight = 1.0
    if marked:
        weight += MARKED
    if pointed:
        weight += POINTED
    if not inner and not line.indent:
        weight += FLUSH
    if apart:
        weight += APART
    return Candidate(
        index,
        line.at,
        ((int(number), 0.0),),
        marked,
        marked.stop if marked else match.end(),
        weight,
        apart,
        inner and not apart,
        pointed,
        dotted=bool(point),
    )


def _numbered_late(
    text: str, lines: Sequence[Line], index: int, first: int
) -> Candidate | None:
    """A number after its marking: ``(C) 1. In a visit``."""
    line = lines[index]
    marked = take_marking(text, line.at)
    if marked is None:
        return None
    match = grammar.LATE_NUMBER.match(text, marked.stop, line.stop)
    apart = stands_apart(lines, index, first)
    if match is None or not (apart or _may_begin(lines, index)):
        return None
    return Candidate(
        index,
        line.at,
        ((int(match["number"]), 0.0),),
        marked,
        match.end(),
        1.0 + MARKED,
        apart,
    )


def stands_apart(lines: Sequence[Line], index: int, first: int) -> bool:
    """Whether an empty line, a rule or nothing is before that line.

    A page line parts it from the line before only where no sentence is interrupted.
    """
    if index == first:
        return True
    before = lines[index - 1].text
    if not before or is_rule(before):
        return True
    return lines[index].broken and ends_sentence(before)


def _may_begin(lines: Sequence[Line], index: int) -> bool:
    """Whether a paragraph of a rare shape may begin on that line.

    Inside a sentence ``7 (S)`` is a citation.
    """
    before = lines[index - 1].text
    short = len(before) < SHORT_LINE and not lines[index].broken
    return short or ends_sentence(before)


@frozen
class _State:
    """The best chain that ends with one number."""

    score: float
    number: int
    last: int
    """Index of its last candidate."""
    firm: bool
    """Whether that one is marked or stands apart, as no item of a list does."""


NOTHING: Final = _State(0.0, 0, -1, firm=True)
RANK: Final = attrgetter("score", "number", "last")
"""Of a chain: of equal scores the higher number wins, then the later one."""


def best_chain(candidates: Sequence[Candidate]) -> list[Start]:
    """The most convincing run of numbers."""
    states: dict[int, _State] = {}
    top = NOTHING
    back: list[dict[int, tuple[int, int]]] = []
    for index, candidate in enumerate(candidates):
        befores: dict[int, tuple[int, int]] = {}
        reached: list[_State] = []
        for number, bonus in candidate.numbers or ((top.number + 1, 0.0),):
            before, score = _best_before(states, top, candidate, number)
            if score is None or not 0 < number <= HIGHEST:
                continue
            befores[number] = (before.last, before.number)
            score += candidate.weight + bonus
            reached.append(_State(score, number, index, candidate.firm))
        for state in reached:
            if state.number not in states or state.score > states[state.number].score:
                states[state.number] = state
            top = max(top, state, key=RANK)
        back.append(befores)
    return _traced(candidates, back, top)


def _best_before(
    states: dict[int, _State], top: _State, candidate: Candidate, number: int
) -> tuple[_State, float | None]:
    """The chain that a number continues best, and its score less what that costs."""
    best, score = NOTHING, _first_cost(candidate, number)
    firm = candidate.firm and not candidate.inner
    leaps = candidate.inner or candidate.pointed
    for step, cost in STEPS:
        state = states.get(number - step)
        if state is None or not (step == 1 or firm or (step > 1 and leaps)):
            continue
        if step == 0 and not state.firm:
            continue
        loose = LOOSE if step > 1 and not candidate.firm else 0.0
        if score is None or state.score - cost - loose > score:
            best, score = state, state.score - cost - loose
    further = number > top.number
    if candidate.marking is not None and top.last >= 0 and (firm or further):
        cost = JUMP if further else BACK
        if score is None or top.score - cost > score:
            best, score = top, top.score - cost
    return best, score


def _first_cost(candidate: Candidate, number: int) -> float | None:
    if number in LATE:
        return -LATE[number]
    return -LATER if candidate.marking and not candidate.inner else None


def _traced(
    candidates: Sequence[Candidate],
    back: Sequence[dict[int, tuple[int, int]]],
    last: _State,
) -> list[Start]:
    """The chain that ends there, from its first number on."""
    chain = []
    index, number = last.last, last.number
    while index >= 0:
        candidate = candidates[index]
        chain.append(
            Start(
                candidate.line,
                candidate.at,
                number,
                candidate.marking,
                candidate.text_at,
                not candidate.numbers,
            )
        )
        index, number = back[index][number]
    return chain[::-1]


def inner_starts(text: str, line: Line) -> Iterable[int]:
    """Offsets of numbers inside a line at which a paragraph may start."""
    if "(" not in line.text:
        return ()
    return [
        match.start()
        for match in _inner_numbers(text, line)
        if take_marking(text, match.end()) and _may_begin_inside(text, line, match)
    ]


def _inner_numbers(text: str, line: Line) -> Iterator[grammar.Match]:
    floor = _inside(text, line)
    for sign in grammar.INNER_SIGN.finditer(text, floor, line.stop):
        first = max(floor, sign.start() - LONGEST_INNER)
        if match := grammar.INNER_NUMBER.search(text, first, sign.end() + 1):
            yield match
        floor = sign.end()


def _inside(text: str, line: Line) -> int:
    """Offset from which a number is inside a line: a pilcrow is no word before it."""
    return line.at + (3 if text.startswith("¶", line.at) else 1)


def _may_begin_inside(text: str, line: Line, match: grammar.Match) -> bool:
    """Whether a number inside a line is not what the words before it count."""
    first, stop = max(line.at, match.start() - CITED), match.start()
    if match["point"]:
        return not grammar.CITING.search(text, first, stop)
    return bool(grammar.SENTENCE_END.search(text, first, stop))
