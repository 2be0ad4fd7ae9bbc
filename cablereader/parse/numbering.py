"""Where the numbered paragraphs start: the sequence test (format.md section 4.2).

A number at the start of a line may be a paragraph's, a list's or a year's. What
decides is the run of numbers as a whole: the chain of candidates that is most
convincing together, found by dynamic programming over the last number, in one pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from operator import attrgetter
from typing import Final

from cablereader.model.frozen import frozen, replace
from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import Line, ends_sentence
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
TWICE: Final = -2.0
"""For a number that a marked one bears too."""
LEAST_MARKED: Final = 2
"""So many marked numbers show that all of a text are."""
LEAST_RUN: Final = 2
"""So many unmarked numbers are a run, where they are 1, 2, 3 and no other."""
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
CITED: Final = 24
"""Characters before a number inside a line in which a word may say what it numbers."""
SHORT_LINE: Final = 50
"""Characters; a shorter line ends a paragraph or is a heading."""


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
    """Whether words stand before it on its line: then it must be the next number, or
    nearly; not where they are a rule."""
    pointed: bool = False
    """Whether the site anchored it: point and blank behind it, at a line's start."""

    @property
    def firm(self) -> bool:
        """Whether it is marked or stands apart."""
        return self.marking is not None or self.apart

    @property
    def number(self) -> int:
        """The one that is written there; 0 where none can be read."""
        return self.numbers[0][0] if self.numbers else 0


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
    candidates = [
        candidate
        for index in range(first, len(lines))
        if (candidate := _candidate(text, lines, index, first))
    ]
    return best_chain(_weighed(_without_strays(candidates)))


def _without_strays(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, without those that a whole run of 1 to n does not need.

    On most pages the numbers with point and blank are the paragraphs, each once: what
    else looks like one is an item of a list (``2) the chairs``) or a citation.
    """
    run = [each for each in candidates if each.pointed]
    marked = any(each.marking for each in run)
    whole = all(each.number == number for number, each in enumerate(run, 1))
    if not whole or len(run) < (1 if marked else LEAST_RUN):
        return candidates
    listed = marked or _counts_anew(candidates, run)
    kept = [
        each
        for each in candidates
        if each.pointed
        or (each.marking and each.at < run[0].at)
        or (each.marking and each.apart and not each.inner)
        or (_follows(each, run) and (each.marking or not listed))
    ]
    sure = marked or len(candidates) - len(kept) < len(run)
    return kept if sure else candidates


def _follows(candidate: Candidate, run: Sequence[Candidate]) -> bool:
    """Whether it stands behind a run and has a number that the run has not."""
    return candidate.at > run[-1].at and candidate.number > len(run)


def _counts_anew(candidates: Iterable[Candidate], run: Sequence[Candidate]) -> bool:
    """Whether the first unmarked number behind a run is one of the run's: a list's."""
    behind = (each for each in candidates if each.at > run[-1].at and not each.marking)
    return any(each.number <= len(run) for each in islice(behind, 1))


def _weighed(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, those that look like a list between marked ones made lighter.

    Lightest is one whose number a marked one bears, before or after it, and one that
    goes on with a list from 1 of such.
    """
    marked = [each for each in candidates if each.marking]
    if not marked:
        return candidates
    numbers = {each.number for each in marked}
    weighed = []
    listed = 0
    for each in candidates:
        known = each.at > marked[0].at and each.number in numbers
        further = listed and each.number == listed + 1
        twice = not each.marking and (known or further)
        listed = each.number if twice and (further or each.number == 1) else 0
        loss = TWICE if twice else _listed(each, len(marked))
        weighed.append(replace(each, weight=each.weight + loss) if loss else each)
    return weighed


def _listed(candidate: Candidate, marked: int) -> float:
    """How much lighter a number is without a marking, in a text with so many marked."""
    few = marked < LEAST_MARKED
    return 0.0 if few or candidate.marking or candidate.apart else LISTED


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
    apart = stands_apart(lines, index, first)
    if inner and not (marked or (apart and match["point"])):
        return None
    loose = not (match["point"] or (marked and ")" in match[0]))
    if loose and not (apart or (marked and _may_begin(lines, index))):
        return None
    pointed = not inner and bool(match["point"] and match["gap"])
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
        ((int(match["number"]), 0.0),),
        marked,
        marked.stop if marked else match.end(),
        weight,
        apart,
        inner and not apart,
        pointed,
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
    if not before or grammar.RULE.match(before):
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
    for step, cost in STEPS:
        state = states.get(number - step)
        if state is None or not (step == 1 or firm or (step == 2 and candidate.inner)):
            continue
        if step == 0 and not state.firm:
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
        for match in grammar.INNER_NUMBER.finditer(text, _inside(text, line), line.stop)
        if take_marking(text, match.end()) and _may_begin_inside(text, line, match)
    ]


def _inside(text: str, line: Line) -> int:
    """Offset from which a number is inside a line: a pilcrow is no word before it."""
    return line.at + 3 if text.startswith("¶", line.at) else line.at


def _may_begin_inside(text: str, line: Line, match: grammar.Match) -> bool:
    """Whether a number inside a line is not what the words before it count."""
    first, stop = max(line.at, match.start() - CITED), match.start()
    if match["point"]:
        return not grammar.CITING.search(text, first, stop)
    return bool(grammar.SENTENCE_END.search(text, first, stop))
