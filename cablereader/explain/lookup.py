"""One lookup for all that stands in a cable."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final, TypeAlias

from cablereader.explain.context import ALONE, Context
from cablereader.model.explanation import Explanation, TermKind

Reader: TypeAlias = Callable[[str, Context], tuple[Explanation, ...]]

HOMES: Final = {
    TermKind.LETTERS: "levels:explain_letters",
    TermKind.CAPTION: "captions:explain_caption",
    TermKind.CLASSIFICATION: "levels:explain_classification",
    TermKind.MARKING: "levels:explain_marking",
    TermKind.PRECEDENCE: "precedences:explain_precedence",
    TermKind.TAG: "tags:explain_tag",
    TermKind.ROUTING: "routing:explain_routing",
    TermKind.SIGNAL: "signals:explain_signal",
    TermKind.SECURITY: "signals:explain_security",
    TermKind.FIELD: "fields:explain_field",
    TermKind.REFERENCE_ID: "serials:explain_reference_id",
    TermKind.POST: "posts:explain_post",
    TermKind.ADDRESS: "routing:explain_address",
    TermKind.ACRONYM: "acronyms:explain_acronym",
    TermKind.ORDER: "orders:explain_order",
    TermKind.REASON: "orders:explain_reason",
    TermKind.TRANSMISSION_ID: "signals:explain_transmission",
    TermKind.DTG: "serials:explain_dtg",
    TermKind.SERIAL: "serials:explain_serial",
    TermKind.FILED: "serials:explain_filed",
    TermKind.SECTION: "serials:explain_section",
    TermKind.CREATED: "serials:explain_created",
    TermKind.RELEASED: "serials:explain_released",
    TermKind.NUMBER: "serials:explain_number",
}
"""Who reads each kind: module and function, loaded when first asked. Readings of a term
by itself come in this order."""
NUMBERED: Final = frozenset(
    (
        TermKind.ORDER,
        TermKind.REASON,
        TermKind.TRANSMISSION_ID,
        TermKind.DTG,
        TermKind.SERIAL,
        TermKind.FILED,
        TermKind.REFERENCE_ID,
        TermKind.SECTION,
        TermKind.CREATED,
        TermKind.RELEASED,
        TermKind.NUMBER,
    )
)
"""Kinds that no word of letters alone is, but for a few of the E.O. line."""
OF_ORDERS: Final = frozenset(("OADR", "XGDS", "GDS", "RDS", "ADS", "DNG", "N/A", "MR"))
LONGEST: Final = 400
"""Characters of a term that are looked at; the longest E.O. line is shorter."""


def explain(term: str, context: Context = ALONE) -> tuple[Explanation, ...]:
    """What a term means, most likely reading first; nothing if it is not known.

    Args:
        term: Any word or words of a cable, in any case.
        context: What it is, and the cable around it, as far as known.
    """
    words = " ".join(term.split())[:LONGEST]
    if not words:
        return ()
    if context.kind is not None:
        return _reader(context.kind)(words, context)
    kinds = (kind for kind in HOMES if kind not in NUMBERED or _may_be_numbered(words))
    found = (each for kind in kinds for each in _reader(kind)(words, context))
    return tuple({each.text: each for each in found}.values())


def _may_be_numbered(words: str) -> bool:
    return words.upper() in OF_ORDERS or any(map(str.isdigit, words))


def _reader(kind: TermKind) -> Reader:
    module, _, function = HOMES[kind].partition(":")
    reader: Reader = getattr(import_module(f"cablereader.explain.{module}"), function)
    return reader
