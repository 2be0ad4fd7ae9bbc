"""The line of a top that says who should read the cable, word by word."""

from __future__ import annotations

from collections.abc import Iterator

from cablereader.explain.grammar import ADDRESSED, TOKEN
from cablereader.explain.jargon import is_term
from cablereader.model.explanation import TermKind
from cablereader.model.spot import Field, InField, Spot


def attention_spots(text: str) -> Iterator[Spot]:
    """Who passes on or shares out (``DEPT FOR``), and the offices named, each once."""
    clauses = [(match.start(), match.end()) for match in ADDRESSED.finditer(text)]
    found = {(start, text[start:stop]): TermKind.CAPTION for start, stop in clauses}
    for match in TOKEN.finditer(text):
        inside = any(start <= match.start() < stop for start, stop in clauses)
        if not inside and is_term(match[0], addressed=True):
            found[match.start(), match[0]] = TermKind.ACRONYM
    terms = {term: kind for (_, term), kind in sorted(found.items())}
    for number, (term, kind) in enumerate(terms.items()):
        yield Spot(term, kind, InField(Field.ATTENTION, number))
