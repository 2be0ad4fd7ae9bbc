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
from cablereader.parse.candidate import Candidate, Start
from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import Line, ends_sentence, is_rule
from cablereader.parse.listed_numbers import (
    LEAST_RUN,
    parts,
    weighed,
    without_inner_lists,
    without_quoted,
    without_strays,
)
from cablereader.parse.marking import (
    TakenMarking,
    take_bare_marking,
    take_marking,
)
from cablereader.parse.rare_numbers import rare_starts

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
ENCLOSING: Final = frozenset("([")
"""What a number in parentheses, or a marking before one, begins with."""
PILCROWS: Final = frozenset("¶#")
"""What may stand before a number."""
LEAST_BARE: Final = 3
"""So many markings without parentheses are no chance."""
HIGHEST: Final = 999
NEAR: Final = 4
"""So many lines below a number are looked at for its marking, or above it for what
announces it."""
LONGEST_NUMBER: Final = 7
"""Characters of a number with its point, alone on a line."""
SHORT_LINE: Final = 50
"""Characters; a shorter line ends a paragraph or is a heading."""


def find_starts(text: str, lines: Sequence[Line], first: int) -> list[Start]:
    """The starts of paragraphs on the lines from ``first`` on, in order."""
    margin = _margin(lines, first)
    candidates = [
        candidate
        for index in range(first, len(lines))
        if (sign := lines[index].text[:1])
        and not sign.isalpha()
        and (candidate := _candidate(text, lines, index, first, margin))
    ]
    if candidates and _counts_up(candidates):
        return _with_bare_markings(text, list(map(_start, candidates)))
    outer = without_quoted(text, lines, candidates)
    kept = without_inner_lists(without_strays(outer))
    starts = [start for part in parts(weighed(kept)) for start in best_chain(part)]
    if not starts:
        return _excerpt(kept) or rare_starts(text, lines, first)
    return _with_asides(starts, kept)


def _margin(lines: Sequence[Line], first: int) -> int:
    """How far every line is indented; most often not at all."""
    margin = 0
    for line in lines[first:]:
        if line.text:
            margin = min(margin or line.indent, line.indent)
            if not margin:
                break
    return margin


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


def _with_bare_markings(text: str, starts: list[Start]) -> list[Start]:
    """The starts with markings that stand without parentheses, if all have one."""
    if len(starts) < LEAST_BARE or any(start.marking for start in starts):
        return starts
    marked = []
    for start in starts:
        taken = take_bare_marking(text, start.text_at)
        if taken is None:
            return starts
        marked.append(replace(start, marking=taken, text_at=taken.stop))
    return marked


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
    text: str, lines: Sequence[Line], index: int, first: int, margin: int
) -> Candidate | None:
    line = lines[index]
    sign = line.text[:1]
    if sign.isdigit() or sign in PILCROWS:
        return _numbered(text, lines, index, first, margin)
    if sign in ENCLOSING:
        return _numbered_late(text, lines, index, first)
    if sign == "." and (
        marked := take_marking(text, line.at + 1 + line.text.startswith(". "))
    ):
        apart = stands_apart(lines, index, first)
        return Candidate(index, line.at, (), marked, marked.stop, 1.0 + MARKED, apart)
    return None


def _numbered(
    text: str, lines: Sequence[Line], index: int, first: int, margin: int
) -> Candidate | None:
    line = lines[index]
    match = grammar.NUMBER.match(text, line.at, line.stop)
    if match is None:
        return None
    number, point, gap = match.group("number", "point", "gap")
    marked = take_marking(text, match.end()) or _marking_below(
        text, lines, index, match
    )
    inner = line.start > 0 and text[line.start - 1] != "\n" and not line.broken
    apart = stands_apart(lines, index, first)
    if inner and not (marked or (apart and point)):
        return None
    if marked and not apart and _is_cited(text, lines[index - 1], marked):
        return None
    loose = not (point or (marked and ")" in match[0]))
    if loose and not (apart or (marked and _may_begin(lines, index))):
        return None
    pointed = not inner and bool(point and gap)
    flush = not inner and line.indent <= margin
    return Candidate(
        index,
        line.at,
        ((int(number), 0.0),),
        marked,
        marked.stop if marked else match.end(),
        1.0 + MARKED * bool(marked) + POINTED * pointed + FLUSH * flush + APART * apart,
        apart,
        inner and not apart,
        pointed,
        dotted=bool(point),
        announced=int(number) == 1 and _is_announced(lines, index, first),
    )


def _marking_below(
    text: str, lines: Sequence[Line], index: int, number: grammar.Match
) -> TakenMarking | None:
    """The marking on the next line with words, where a number has its line to itself.

    So a line was wrapped, or a page ended between the two.
    """
    if len(lines[index].text) > LONGEST_NUMBER or number.end() < lines[index].stop:
        return None
    below = (line for line in lines[index + 1 : index + NEAR] if line.text)
    line = next(below, None)
    return take_marking(text, line.at) if line else None


def _numbered_late(
    text: str, lines: Sequence[Line], index: int, first: int
) -> Candidate | None:
    """A number after its marking, or enclosed: ``(C) 1. In``, ``(1) (C) In``."""
    line = lines[index]
    marked = take_marking(text, line.at)
    if marked:
        match = grammar.LATE_NUMBER.match(text, marked.stop, line.stop)
    else:
        match = grammar.ENCLOSED_NUMBER.match(text, line.at, line.stop)
        marked = take_marking(text, match.end()) if match else None
    if match is None or marked is None:
        return None
    apart = stands_apart(lines, index, first)
    if not (apart or _may_begin(lines, index)):
        return None
    return Candidate(
        index,
        line.at,
        ((int(match["number"]), 0.0),),
        marked,
        max(match.end(), marked.stop),
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


def _is_announced(lines: Sequence[Line], index: int, first: int) -> bool:
    """Whether the last line with words before one announces what begins there.

    A short line of capitals by itself is a title, with or without a colon.
    """
    nearest = range(index - 1, max(first, index - NEAR) - 1, -1)
    at = next((at for at in nearest if lines[at].text), -1)
    if at < 0:
        return False
    words = lines[at].text
    alone = at == first or not lines[at - 1].text
    titled = alone and words.isupper() and len(words) < SHORT_LINE
    listed = words.endswith(":") and (words[0].isdigit() or not titled)
    return listed or bool(grammar.BEGIN_TEXT.match(words))


def _is_cited(text: str, before: Line, marked: TakenMarking) -> bool:
    """Whether a number only ends what the line before says: ``in paragraph``."""
    rest = text[marked.stop : marked.stop + 2].lstrip()
    return rest[:1].islower() and bool(grammar.CITING.search(before.text))


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
