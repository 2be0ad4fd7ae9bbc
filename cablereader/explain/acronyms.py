"""Acronyms and words of the trade, and the governments that are written GOX."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from cablereader.explain import table
from cablereader.explain.context import Context
from cablereader.explain.sentence import listed, sentences
from cablereader.explain.table import Facts
from cablereader.model.explanation import Explanation, TermKind

OWN: Final = "spelt out in this cable"
BY_POST: Final = "the country of the post and of the TAGS"
REDACTED: Final = "XXXXXXXXXXXX"
"""The term under which the tables have what the publishers cut out."""
SHORTEST_REDACTION: Final = 5
SEVERAL: Final = "Several countries share these letters"


def explain_acronym(term: str, context: Context) -> tuple[Explanation, ...]:
    """What letters or a word stand for; the cable's own words go before the tables."""
    own = tuple(_own(term, context))
    known = tuple(_government(term, context)) or tuple(_glossary(term, context))
    if own and known and _agree(own[0], known[0]):
        return own
    return own + known


@cache
def spellings() -> Mapping[str, str]:
    """Every spelling of every term of the glossary, and the term."""
    found: dict[str, str] = {}
    terms = table.every("glossary", "terms")
    for term, facts in terms.items():
        found |= dict.fromkeys(facts.texts("variants"), term)
    return found | {term: term for term in terms}


def is_redaction(word: str) -> bool:
    """Whether a word is nothing but a row of X."""
    return len(word) >= SHORTEST_REDACTION and not word.strip("Xx")


def governments() -> Mapping[str, Facts]:
    """The GOX family: letters, and the countries that share them."""
    return table.every("glossary", "governments")


def _own(term: str, context: Context) -> Iterator[Explanation]:
    words = context.around.spelt_out.get(term)
    if words:
        yield Explanation(
            term=term, kind=TermKind.ACRONYM, text=sentences(words), source=OWN
        )


def _agree(own: Explanation, known: Explanation) -> bool:
    """Whether a table only repeats what the cable says."""
    return own.text.strip(".").lower() in known.text.lower()


def _government(term: str, context: Context) -> Iterator[Explanation]:
    facts = table.find("glossary", "governments", term.upper())
    if facts is None:
        return
    shared = facts.texts("countries")
    country = next((each for each in context.around.countries if each in shared), None)
    if country or len(shared) == 1:
        text, doubtful = f"Government of {country or shared[0]}", False
    else:
        text = f"Government of {listed(shared, 'or')}. {SEVERAL}: go by the post"
        doubtful = True
    yield Explanation(
        term=term,
        kind=TermKind.ACRONYM,
        text=sentences(text),
        source=BY_POST if country else table.source("glossary"),
        doubtful=doubtful,
    )


def _glossary(term: str, context: Context) -> Iterator[Explanation]:
    facts = _facts(term)
    if facts is None:
        yield from _of_office(term)
        return
    if facts.text("where") and not context.guesses:
        note = "In lines of addresses only"
    else:
        note = f"Elsewhere: {listed(facts.texts('also'), 'or')}"
    also = note if facts.texts("also") or facts.text("where") else ""
    yield Explanation(
        term=term,
        kind=TermKind.ACRONYM,
        text=sentences(facts.text("meaning"), also),
        source=table.source("glossary"),
        doubtful=bool(facts.texts("also")),
    )


def _facts(term: str) -> Facts | None:
    """The entry of a term as written, else in capitals, else of another spelling."""
    term = REDACTED if is_redaction(term) else term
    for spelling in dict.fromkeys((term, term.upper(), _singular(term))):
        if table.mentions("glossary", "terms", spelling):
            meant = spellings().get(spelling)
            return table.find("glossary", "terms", meant) if meant else None
    return None


def _singular(term: str) -> str:
    """Without the ``s`` of several: ``NGOs``."""
    return term.removesuffix("s") if term[:-1].isupper() else term


def _of_office(term: str) -> Iterator[Explanation]:
    """An office of a bureau (``EUR/NB``), where the bureau is known."""
    bureau, stroke, office = term.partition("/")
    if not (stroke and len(bureau) > 1 and office.isupper() and " " not in term):
        return
    facts = table.find("glossary", "terms", bureau)
    if facts and facts.text("kind") == "office":
        yield Explanation(
            term=term,
            kind=TermKind.ACRONYM,
            text=sentences(f"{office}, an office of: {facts.text('meaning')}"),
            source=table.source("glossary"),
            see_also=(bureau,),
        )
