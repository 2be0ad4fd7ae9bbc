"""Precedences: in words, as letters, doubled, and two for two sorts of addressees."""

from __future__ import annotations

from collections.abc import Iterator

from cablereader.explain import table
from cablereader.explain.context import Context
from cablereader.explain.sentence import sentences
from cablereader.model.explanation import Explanation, TermKind


def explain_precedence(term: str, _context: Context) -> tuple[Explanation, ...]:
    """How urgent a cable was: ``IMMEDIATE``, ``O``, ``OO``, or ``O P`` for two."""
    words = " ".join(term.upper().split())
    if table.find("precedence", "precedences", words):
        return (_named(term, words),)
    letters = words.split()
    if len(letters) == 1 and words == words[:1] * 2:
        return tuple(_lettered(term, words[:1], "Of the routing line"))
    if len(letters) == 1:
        return tuple(_lettered(term, words, ""))
    if len(letters) == 2:
        action = tuple(_lettered(letters[0], letters[0], "For those who must act"))
        info = tuple(_lettered(letters[1], letters[1], "For those who should know"))
        return (*action, *info) if action and info else ()
    return ()


def _lettered(term: str, letter: str, where: str) -> Iterator[Explanation]:
    facts = table.find("precedence", "letters", letter)
    if facts:
        yield _named(term, facts.text("use"), f"{where or letter}: ")


def _named(term: str, name: str, head: str = "") -> Explanation:
    facts = table.every("precedence", "precedences")[name]
    meaning = facts.text("meaning")
    if head:
        meaning = f"{head}{name.lower()}. {meaning}"
    return Explanation(
        term=term,
        kind=TermKind.PRECEDENCE,
        text=sentences(meaning, f"Time to deliver: {facts.text('target')}"),
        source=table.source("precedence"),
    )
