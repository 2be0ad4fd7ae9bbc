"""Where the numbered paragraphs start: the sequence test (format.md section 4.2).

A number at the start of a line may be a paragraph's, a list's or a year's. What
decides is the run of numbers as a whole: the chain of candidates that is most
convincing together, found by dynamic programming over the last number, in one pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Final

from cablereader.model.frozen import frozen, replace
from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import Line
from cablereader.parse.marking import TakenMarking, take_marking

MARKED: Final = 0.5
"""For a marking behind the number."""
POINTED: Final = 0.2
"""For a point and a blank behind it, at the start of a line: what the site anchored."""
FLUSH: Final = 0.1
"""For no blanks before it."""
APART: Final = 0.1
"""For an empty line, a rule or a page line before it."""
LISTED: Final = -0.8
"""For neither marking nor anything that sets it apart, in a cable with markings."""
LEAST_MARKED: Final = 2
STEPS: Final = ((1, 0.0), (2, 1.0), (3, 1.6), (0, 1.3))
"""How far a number is from the one before, and what that costs."""
JUMP: Final = 2.2
"""Cost of a gap of any width, to a marked number only: a lost section."""
BACK: Final = 1.4
"""Cost of any number that was there already, marked only: a second cable in the same
body (07BERN881), or a drafter's slip (06LAPAZ3400)."""
LATE: Final = {1: 0.0, 2: 0.8}
"""Cost of the first number."""
LATER: Final = 1.2
"""Cost of any other first number, marked only: an excerpt (04MADRID4687)."""
HIGHEST: Final = 999


@frozen
class Candidate:
    """A line on which a paragraph may start."""

    line: int
    """Index of the line."""
    at: int
    """Offset of its first word."""
    numbers: tuple[tuple[int, float], ...]
    """The numbers it may have, each with its weight; empty: whichever comes next."""
    marking: TakenMarking | None
    text_at: int
    """Offset of its first word, after number and marking."""
    weight: float
    """How much it looks like a paragraph, its number apart."""
    apart: bool
    """Whether an empty line, a rule or a page line stands before it."""
    inner: bool = False
    """Whether it stands inside a line: then it must be the next number."""


@frozen
class Start:
    """A line on which a paragraph does start."""

    line: int
    at: int
    """Offset of its first sign."""
    number: int
    marking: TakenMarking | None
    text_at: int
    guessed: bool
    """Whether its number could not be read."""


def find_starts(text: str, lines: Sequence[Line], first: int) -> list[Start]:
    """The starts of paragraphs on the lines from ``first`` on, in order."""
    return best_chain(
        _weighed(
            [
                candidate
                for index in range(first, len(lines))
                if (candidate := _candidate(text, lines, index, first))
            ]
        )
    )


def _weighed(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, those that look like a list between marked ones made lighter."""
    if sum(1 for each in candidates if each.marking) < LEAST_MARKED:
        return candidates
    return [
        each
        if each.marking or each.apart
        else replace(each, weight=each.weight + LISTED)
        for each in candidates
    ]


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
    marked = take_marking(text, match.end())
    inner = line.start > 0 and text[line.start - 1] != "\n" and not line.broken
    if inner and not marked:
        return None
    apart = stands_apart(lines, index, first)
    if not (marked or apart or match["point"] == "."):
        return None
    weight = 1.0
    if marked:
        weight += MARKED
    if not inner and match["gap"]:
        weight += POINTED
    if not inner and not line.indent:
        weight += FLUSH
    if apart:
        weight += APART
    return Candidate(
        index,
        line.at,
        ((int(match["number"]), 0.0),),
        marked,
        marked.stop if marked else match.end(),
        weight,
        apart,
        inner,
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
    if match is None:
        return None
    return Candidate(
        index,
        line.at,
        ((int(match["number"]), 0.0),),
        marked,
        match.end(),
        1.0 + MARKED,
        stands_apart(lines, index, first),
    )


def stands_apart(lines: Sequence[Line], index: int, first: int) -> bool:
    """Whether an empty line, a rule, a page line or nothing is before that line."""
    if index == first or lines[index].broken:
        return True
    before = lines[index - 1].text
    return not before or bool(grammar.RULE.match(before))


@frozen
class _State:
    """The best chain that ends with one number."""

    score: float
    number: int
    last: int
    """Index of its last candidate."""


NOTHING: Final = _State(0.0, 0, -1)
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
            reached.append(_State(score + candidate.weight + bonus, number, index))
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
    firm = (candidate.marking is not None or candidate.apart) and not candidate.inner
    for step, cost in STEPS:
        state = states.get(number - step)
        if state is None or (step != 1 and not firm):
            continue
        if score is None or state.score - cost > score:
            best, score = state, state.score - cost
    if candidate.marking is not None and top.last >= 0 and not candidate.inner:
        cost = JUMP if number > top.number else BACK
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
        for match in grammar.INNER_NUMBER.finditer(text, line.at, line.stop)
        if take_marking(text, match.end())
        and grammar.SENTENCE_END.search(
            text, max(line.at, match.start() - 8), match.start()
        )
    ]
