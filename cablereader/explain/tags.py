"""TAGS: topics, programmes, countries, bodies (5 FAH-3 H-010)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.explain import table
from cablereader.explain.context import Context
from cablereader.explain.sentence import listed, sentences
from cablereader.explain.table import Facts
from cablereader.model.explanation import Explanation, TermKind
from cablereader.parse.slip import is_slip

SORTS: Final = {
    "subject": "A subject TAG",
    "program": "A programme TAG",
    "geographic": "A geographic TAG",
    "organization": "A TAG of an organisation",
    "person": "A name on the TAGS line",
    "term": "A free word on the TAGS line",
}
"""What the table's kinds are called."""
CODE: Final = 4
"""Letters of a subject or programme code."""
LONGEST_RUN: Final = 60
"""Letters of codes run together, at most."""
FREE: Final = "the form of the word: codes have two to five letters"


def explain_tag(term: str, context: Context) -> tuple[Explanation, ...]:
    """What a TAG means; for a slip, what was meant."""
    code = term.upper()
    facts = table.find("tags", "tags", code)
    if facts:
        return (_known(term, facts),)
    if not context.guesses:
        return ()
    return tuple(_guessed(term, code))


def tag_meaning(code: str) -> str:
    """What a TAG means in a few words; empty where it is not known."""
    facts = table.find("tags", "tags", code)
    return _meaning(facts) if facts else ""


def tag_kind(code: str) -> str:
    """Of what kind a TAG is: ``subject``, ``geographic``; empty if it is not known."""
    facts = table.find("tags", "tags", code)
    return facts.text("kind") if facts else ""


def _meaning(facts: Facts) -> str:
    meant = facts.text("use") and table.find("tags", "tags", facts.text("use"))
    return meant.text("meaning") if meant else facts.text("meaning")


def _known(term: str, facts: Facts) -> Explanation:
    meaning, parts = facts.text("meaning"), facts.texts("split")
    if use := facts.text("use"):
        text = sentences(f"A slip for {use}: {_meaning(facts)}")
        if not meaning.startswith("Slip"):
            text = sentences(meaning, f"The proper code is {use}")
        return _tag(term, text, see_also=(use,), doubtful=facts.doubtful)
    if parts:
        return _run_together(term, parts)
    if meaning.startswith("Free word"):
        return _free(term)
    group = facts.text("group")
    sort = SORTS[facts.text("kind")]
    if group == "region":
        sort = "A geographic TAG for a region"
    elif group:
        sort += f" of the group {group}"
    text = sentences(meaning, sort, facts.text("note"))
    return _tag(term, text, doubtful=facts.doubtful)


def _guessed(term: str, code: str) -> Iterator[Explanation]:
    """The best guess at a word on the TAGS line that the table does not have."""
    if " " in code:
        yield from _words(term, code.split())
    elif parts := _codes_in(code):
        yield _run_together(term, parts)
    elif meant := _nearest(code):
        text = sentences(f"Probably a slip for {meant}: {tag_meaning(meant)}")
        yield _tag(term, text, see_also=(meant,), doubtful=True)
    elif len(code) == CODE and code.startswith("K"):
        text = "A programme TAG (codes with K); what this one stands for is not known."
        yield _tag(term, text, doubtful=True)
    elif facts := table.find("glossary", "terms", code):
        text = sentences(facts.text("meaning"), "No code of the handbook")
        yield _tag(term, text, doubtful=True)
    elif len(code) > CODE + 1 and code.replace("-", "").isalpha():
        yield _free(term)


def _words(term: str, words: list[str]) -> Iterator[Explanation]:
    """A name, or several words between two commas."""
    named = [table.find("tags", "tags", word) for word in words]
    persons = [facts for facts in named if facts and facts.text("kind") == "person"]
    if persons:
        meanings = [facts.text("meaning") for facts in persons]
        fullest = max(meanings, key=lambda meaning: "first name" not in meaning)
        yield _tag(term, sentences(fullest, SORTS["person"]))
    elif all(facts and facts.text("kind") != "term" for facts in named):
        yield _run_together(term, tuple(words))
    else:
        yield _free(term)


def _run_together(term: str, parts: tuple[str, ...]) -> Explanation:
    meanings = [f"{part} ({tag_meaning(part) or 'not known'})" for part in parts]
    text = sentences(f"Several TAGS run together: {listed(meanings)}")
    return _tag(term, text, see_also=parts)


def _free(term: str) -> Explanation:
    text = "Free words on the TAGS line, no code."
    return Explanation(term=term, kind=TermKind.TAG, text=text, source=FREE)


def _codes_in(code: str) -> tuple[str, ...]:
    """The codes that a long word is made of: four letters each, a country's two."""
    if not 2 * CODE - 2 <= len(code) <= LONGEST_RUN:
        return ()
    parts: list[tuple[str, ...] | None] = [()] + [None] * len(code)
    for stop in range(2, len(code) + 1):
        for size in (CODE, 2):
            before = parts[stop - size] if stop >= size else None
            if before is not None and _is_code(code[stop - size : stop]):
                parts[stop] = (*before, code[stop - size : stop])
                break
    return parts[-1] or ()


def _is_code(letters: str) -> bool:
    facts = table.find("tags", "tags", letters)
    return facts is not None and facts.text("kind") in (
        "subject" if len(letters) == CODE else "geographic",
        "program" if len(letters) == CODE else "",
    )


def _nearest(code: str) -> str | None:
    """The code that this is but for one slip, the most frequent of several."""
    if not CODE - 1 <= len(code) <= CODE + 1:
        return None
    near = [
        (facts.number("seen"), known)
        for known, facts in table.every("tags", "tags").items()
        if len(known) == CODE and is_slip(code, known) and "use" not in facts
    ]
    return max(near)[1] if near else None


def _tag(
    term: str, text: str, *, see_also: tuple[str, ...] = (), doubtful: bool = False
) -> Explanation:
    return Explanation(
        term=term,
        kind=TermKind.TAG,
        text=text,
        source=table.source("tags"),
        doubtful=doubtful,
        see_also=see_also,
    )
