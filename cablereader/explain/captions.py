"""Captions, and the lines that say who should read a cable (5 FAH-2 H-250)."""

from __future__ import annotations

from typing import Final

from cablereader.explain import table
from cablereader.explain.context import Context
from cablereader.explain.routing import address_in_words
from cablereader.explain.sentence import sentences
from cablereader.explain.table import Facts
from cablereader.model.explanation import Explanation, TermKind

SORTS: Final = {
    "distribution": "Says who may have the cable",
    "handling": "Says how the cable is to be treated",
    "service": "A note of the transmission",
}
"""What kinds of caption do that do not say so themselves."""
LONGEST: Final = 6
"""Words looked at."""
POLITE: Final = frozenset(("PLEASE", "PLS", "ALSO"))
OPEN: Final = ("REL TO", "NODIS")
"""Captions that other words complete."""
ADDRESSED: Final = ("DEPT", "STATE", "DEPARTMENT")
"""Who passes on or shares out, where the Department does."""


def explain_caption(term: str, context: Context) -> tuple[Explanation, ...]:
    """What a caption asks for; what stands behind it does not matter."""
    words = _words(term)
    found = _longest(words, whole=not context.guesses)
    if found is None and words[1:2] in (["FOR"], ["PASS"]):
        found = table.find("captions", "captions", f"DEPT {words[1]}")
    if found is None:
        return tuple(_unknown(term, words, context))
    facts = found
    code_word = " ".join(words[1:])
    note = ""
    if words[0] == "NODIS" and code_word:
        facts = table.find("captions", "captions", "NODIS (X)") or found
        note = f"The code word is {code_word}"
    elif words[1:2] == ["FOR"] and words[0] not in ADDRESSED:
        note = f"Here the post is {address_in_words(words[0]) or words[0]}"
    return (_caption(term, facts, note),)


def _words(term: str) -> list[str]:
    """In capitals, letters that stand apart (``E F T O``) put together."""
    words = term.upper().replace("(", " ").replace(")", " ").split()[: 4 * LONGEST]
    if len(words) > 2 and all(len(word) == 1 for word in words):
        return ["".join(words)]
    clean = [word.strip(",.;:\"'") or word for word in words]
    return [word for word in clean if word not in POLITE] or clean


def _longest(words: list[str], *, whole: bool) -> Facts | None:
    """The caption that most of the first words are, or all of them must be."""
    for count in range(min(len(words), LONGEST), 0, -1):
        name = " ".join(words[:count])
        alias = table.find("captions", "aliases", name)
        name = alias.text("use") if alias else name
        facts = table.find("captions", "captions", name)
        if facts and (not whole or count == len(words) or name in OPEN):
            return facts
    return None


def _unknown(term: str, words: list[str], context: Context) -> tuple[Explanation, ...]:
    """A caption nobody knows: that it is one is all that can be said."""
    if not context.guesses or not words:
        return ()
    return (
        Explanation(
            term=term,
            kind=TermKind.CAPTION,
            text="Words between the first line of a cable and its E.O. line.",
            source="where it stands",
            doubtful=True,
        ),
    )


def _caption(term: str, facts: Facts, note: str) -> Explanation:
    return Explanation(
        term=term,
        kind=TermKind.CAPTION,
        text=sentences(facts.text("meaning"), note, SORTS.get(facts.text("kind"), "")),
        source=table.source("captions"),
        doubtful=facts.doubtful,
    )
