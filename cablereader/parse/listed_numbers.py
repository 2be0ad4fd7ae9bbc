"""Which numbers are those of lists, and not of paragraphs (format.md section 4.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from cablereader.model.frozen import replace
from cablereader.parse.candidate import Candidate
from cablereader.parse.grammar import text as grammar
from cablereader.parse.line import Line

LISTED: Final = -0.8
"""For neither marking nor anything that sets it apart, in a cable with markings."""
TWICE: Final = -2.0
"""For a number that a marked one bears too."""
LEAST_MARKED: Final = 2
"""So many marked numbers show that all of a text are."""
LEAST_RUN: Final = 2
"""So many unmarked numbers are a run, where they are 1, 2, 3 and no other."""


def without_strays(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, without those that a whole run of 1 to n does not need.

    On most pages the numbers with point and blank are the paragraphs, each once: what
    else looks like one is an item of a list (``2) the chairs``) or a citation.
    """
    run = [each for each in candidates if each.pointed]
    marked = any(each.marking for each in run)
    whole = all(each.number == number for number, each in enumerate(run, 1))
    if not whole or len(run) < (1 if marked else LEAST_RUN):
        return candidates
    anew = _counts_anew(candidates, run)
    kept = [
        each
        for each in candidates
        if each.pointed
        or (each.marking and each.at < run[0].at)
        or (each.marking and each.apart and not each.inner)
        or (_follows(each, run) and (each.marking or not (anew or marked)))
        or (_follows(each, run) and each.apart and each.dotted and not anew)
    ]
    sure = marked or len(candidates) - len(kept) < len(run)
    return kept if sure else candidates


def without_inner_lists(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, without the lists from 1 that a paragraph holds.

    Behind such a list the numbers go on from the one before it: 1, 2, (1, 2, 3), 3.
    Among marked ones it is their markings that tell.
    """
    if any(each.marking for each in candidates):
        return candidates
    kept: list[Candidate] = []
    index = 0
    while index < len(candidates):
        stop = _list_end(candidates, index, kept[-1]) if kept else index
        if stop == index:
            kept.append(candidates[index])
            stop += 1
        index = stop
    return kept


def without_quoted(
    text: str, lines: Sequence[Line], candidates: list[Candidate]
) -> list[Candidate]:
    """The candidates, without those of a quoted text that counts from 1 itself."""
    if not any(map(text.__contains__, grammar.BEGIN_TEXT_SIGNS)):
        return candidates
    quotes = _quotes(lines)
    quote = next(quotes, range(0))
    anew: bool | None = None
    kept: list[Candidate] = []
    for each in candidates:
        while quote and each.line >= quote.stop:
            quote, anew = next(quotes, range(0)), None
        if each.line in quote:
            anew = bool(kept) and each.number == 1 if anew is None else anew
            if anew and not each.marking:
                continue
        kept.append(each)
    return kept


def _quotes(lines: Sequence[Line]) -> Iterator[range]:
    """The lines of each quoted text, in order."""
    begin = -1
    for index, line in enumerate(lines):
        if grammar.BEGIN_TEXT.match(line.text):
            begin = index
        elif begin >= 0 and grammar.END_TEXT.match(line.text):
            yield range(begin, index)
            begin = -1


def parts(candidates: Sequence[Candidate]) -> Iterator[Sequence[Candidate]]:
    """The stretches that each count from 1, in a cable without markings.

    Its parts may have titles, and each count its paragraphs anew: these look alike.
    """
    start = 0
    if not any(each.marking for each in candidates):
        for index in range(2, len(candidates) - 1):
            if _begins_part(*candidates[index - 1 : index + 2]):
                yield candidates[start:index]
                start = index
    yield candidates[start:]


def _begins_part(before: Candidate, one: Candidate, two: Candidate) -> bool:
    return (
        (one.number, two.number) == (1, 2)
        and before.number > 1
        and one.apart
        and one.pointed
        and not one.announced
        and before.weight == one.weight == two.weight
    )


def _list_end(candidates: Sequence[Candidate], first: int, before: Candidate) -> int:
    """Index behind the list that begins there; ``first`` where none does.

    Where its numbers go on as those of the paragraphs would, it ends where they begin
    to look like these.
    """
    stop = first
    while stop < len(candidates) and candidates[stop].number == stop - first + 1:
        stop += 1
    if stop < len(candidates) and candidates[stop].number == before.number + 1:
        return stop
    at_once = first + before.number
    if first < at_once < stop and before.number > 1:
        item, next_one = candidates[at_once - 1 : at_once + 1]
        listed = item.weight == next_one.weight != before.weight
        return stop if listed else at_once
    few = LEAST_RUN <= stop - first <= before.number
    return stop if few and candidates[first].announced else first


def _follows(candidate: Candidate, run: Sequence[Candidate]) -> bool:
    """Whether it stands behind a run and has a number that the run has not."""
    return candidate.at > run[-1].at and candidate.number > len(run)


def _counts_anew(candidates: Iterable[Candidate], run: Sequence[Candidate]) -> bool:
    """Whether the first unmarked number behind a run is one of the run's: a list's."""
    behind = (each for each in candidates if each.at > run[-1].at and not each.marking)
    return any(each.number <= len(run) for each in islice(behind, 1))


def weighed(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, those that look like a list between marked ones made lighter.

    Lightest is one whose number a marked one bears, before or after it, and one that
    goes on with a list from 1 of such.
    """
    marked = [each for each in candidates if each.marking]
    if not marked:
        return candidates
    numbers = {each.number for each in marked}
    changed = []
    listed = 0
    for each in candidates:
        known = each.at > marked[0].at and each.number in numbers
        further = listed and each.number == listed + 1
        twice = not each.marking and (known or further)
        listed = each.number if twice and (further or each.number == 1) else 0
        loss = TWICE if twice else _listed(each, len(marked))
        changed.append(replace(each, weight=each.weight + loss) if loss else each)
    return changed


def _listed(candidate: Candidate, marked: int) -> float:
    """How much lighter a number is without a marking, in a text with so many marked."""
    few = marked < LEAST_MARKED
    return 0.0 if few or candidate.marking or candidate.apart else LISTED
