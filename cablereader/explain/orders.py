"""The E.O. line, and the reasons for secrecy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.explain import table
from cablereader.explain.context import Context
from cablereader.explain.sentence import in_words, sentences
from cablereader.explain.table import Facts
from cablereader.model.cable import ExecutiveOrder
from cablereader.model.explanation import Explanation, TermKind
from cablereader.parse.authority import read_authority
from cablereader.parse.executive_order import read_order
from cablereader.parse.slip import is_slip

SIGNS: Final = str.maketrans(dict.fromkeys(":;,.()[]", " "))
"""What stands between the words of the line."""
RULES: Final = ("OADR", "MR", "N/A", "NA", "DNG", "GDS", "RDS", "XGDS", "ADS")
"""Words of the line that the table explains; DECL needs none beside a day."""
AMENDED: Final = 2003
"""The year in which section 1.5 of E.O. 12958 became 1.4."""
SECTIONS: Final = {
    "1.4": "E.O. 12958 as amended in 2003, and E.O. 13526, section 1.4",
    "1.5": "E.O. 12958 as first written (1995), section 1.5",
}


def explain_order(term: str, context: Context) -> tuple[Explanation, ...]:
    """The E.O. line or a word of it: the order, until when, and by which rule."""
    words = [word.strip(".") for word in term.upper().translate(SIGNS).split()]
    read = read_order((term,))
    if read and read.order is None and words and words[0].isdecimal():
        read = read_order((f"E.O. {term}",))
    parts = [part for word in words for part in _word(word)]
    alone = len(words) == 1 or words[:1] == ["DECL"]
    if read is None or not (read.order or (parts and alone) or context.guesses):
        return ()
    known = _order(read.order) if read.order else ""
    day = _until(read, parts)
    text = sentences(known, day, *parts)
    if not text:
        text = "The line that says under which order a cable is secret, and until when."
    return (
        Explanation(
            term=term,
            kind=TermKind.ORDER,
            text=text,
            source=table.source("orders"),
            doubtful=not (known or parts),
        ),
    )


def explain_reason(term: str, context: Context) -> tuple[Explanation, ...]:
    """Why a cable is secret: every letter of ``1.4 (b),(d)`` by itself."""
    if not (context.guesses or term.lower().startswith(("1.", "reason"))):
        return ()
    if (section := term.rstrip(". ")) in SECTIONS:
        return (_section(term, section),)
    _, reasons = read_authority((term,))
    return tuple(
        explanation for reason in reasons for explanation in _reason(reason, context)
    )


def _section(term: str, section: str) -> Explanation:
    """A section without a letter: all that it may be."""
    reasons = table.every("orders", "reasons")
    return Explanation(
        term=term,
        kind=TermKind.REASON,
        text=sentences(
            f"The section with the reasons for secrecy, by letters: {SECTIONS[section]}"
        ),
        source=table.source("orders"),
        see_also=tuple(each for each in reasons if each.startswith(section)),
    )


def _reason(reason: str, context: Context) -> Iterator[Explanation]:
    section, letter = reason[:3], reason[3:]
    facts = table.find("orders", "reasons", reason)
    other = "1.4" if section == "1.5" else "1.5"
    meant = facts or table.find("orders", "reasons", other + letter)
    if meant is None:
        return
    note = ""
    if section == "1.5" and (context.around.year or 0) > AMENDED:
        note = "Since 2003 the section is 1.4; the letters (a) to (g) mean the same"
    elif facts is None:
        note = f"Only section {other} has this letter"
    yield Explanation(
        term=reason,
        kind=TermKind.REASON,
        text=sentences(meant.text("meaning"), SECTIONS[section], note),
        source=table.source("orders"),
        doubtful=facts is None,
    )


def _order(number: str) -> str:
    """What an order is; a slip is read as the order that was meant."""
    slip = table.find("orders", "slips", number)
    orders = table.every("orders", "orders")
    meant = slip.text("use") if slip else number
    if meant not in orders:
        meant = next((known for known in orders if is_slip(number, known)), meant)
    facts = orders.get(meant)
    if facts is None:
        return f"Executive Order {number}, which the tables do not have"
    head = f"Executive Order {meant} ({facts.text('president')}, {facts.text('years')})"
    if meant != number:
        head = f"{number} is a slip for {head}"
    return f"{head}: {facts.text('meaning')}"


def _until(read: ExecutiveOrder, parts: list[str]) -> str:
    if read.declassify:
        return f"Secret until {in_words(read.declassify)}"
    return "" if parts or not read.order else "No day is given on which it ends"


def _word(word: str) -> Iterator[str]:
    """What a word of the line says, if it is a rule or an exemption."""
    name = word.removesuffix("-HUMAN").removesuffix("-HUM").removesuffix("-WMD")
    if facts := table.find("orders", "exemptions", name):
        yield sentences(f"{_limit(name)} ({word}): {_lower(facts)}")
        return
    rule = name.rstrip("0123456789-")
    if rule in RULES and (facts := table.find("orders", "words", rule)):
        yield sentences(f"{word}: {facts.text('meaning')}")


def _limit(name: str) -> str:
    if name.startswith("25"):
        return "Exempt from the limit of 25 years"
    if name.startswith("50"):
        return "Exempt from the limit of 50 years"
    return "Exempt from the limit of ten years"


def _lower(facts: Facts) -> str:
    meaning = facts.text("meaning")
    return meaning if meaning[:2].isupper() else meaning[0].lower() + meaning[1:]
