"""The parts of a page and of a top, by their names on the screen."""

from __future__ import annotations

from cablereader.explain import table
from cablereader.explain.context import Context
from cablereader.explain.sentence import sentence
from cablereader.model.explanation import Explanation, TermKind


def explain_field(term: str, _context: Context) -> tuple[Explanation, ...]:
    """What a label of the header box stands for: ``TAGS``, ``Ref A``."""
    name = term.upper().strip(" :")
    facts = table.find("fields", "fields", name)
    if facts is None and name.startswith("REF ") and len(name) < len("REF AA "):
        facts = table.find("fields", "fields", "REF")
    if facts is None:
        return ()
    return (
        Explanation(
            term=term,
            kind=TermKind.FIELD,
            text=sentence(facts.text("meaning")),
            source=table.source("fields"),
        ),
    )
