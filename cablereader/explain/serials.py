"""Numbers and times of a cable: serials, filing time, DTG, reference ids, sections."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from cablereader.explain import table
from cablereader.explain.context import Context
from cablereader.explain.posts import facts_of, post_in_words
from cablereader.explain.sentence import in_words, minute_in_words, sentences
from cablereader.explain.signals import explain_signal
from cablereader.model.explanation import Explanation, TermKind
from cablereader.parse.cable_id import read_cable_id
from cablereader.parse.dtg import read_dtg

DE: Final = "signals"
"""The table whose source says how the lines of a header are read."""
DAYS: Final = 366
WRONG_MINUTE: Final = "its minutes are wrong, so that the date-time group counts"
DTG_WORDS: Final = 4
"""Of a date-time group without precedence letters: ``100013Z NOV 09``, and one more."""


def explain_serial(term: str, context: Context) -> tuple[Explanation, ...]:
    """The station serial: ``#3195/01``."""
    number, _, section = term.strip().lstrip("#").partition("/")
    plain = number.isdecimal() and len(number) <= 6
    if not plain or not (section or context.guesses or term.startswith("#")):
        return ()
    text = sentences(
        f"Cable number {int(number)} of the sending post (the last four figures)",
        f"Section {int(section)}" if section.isdecimal() else "",
    )
    return (_explained(term, TermKind.SERIAL, text),)


def explain_filed(term: str, context: Context) -> tuple[Explanation, ...]:
    """When it was filed: day of the year and UTC time, ``3140013``."""
    digits = term.strip()
    if not digits.isdecimal() or len(digits) != 7 or not 1 <= int(digits[:3]) <= DAYS:
        return ()
    day, time = int(digits[:3]), f"{digits[3:5]}:{digits[5:]} UTC"
    text = f"Filed on day {day} of the year at {time}"
    if year := context.around.year:
        text += f": {in_words(date(year, 1, 1) + timedelta(days=day - 1))}"
    return (_explained(term, TermKind.FILED, sentences(text)),)


def explain_dtg(term: str, context: Context) -> tuple[Explanation, ...]:
    """The date-time line, its precedence letters, and signals behind it."""
    group = read_dtg(term)
    if group is None:
        return ()
    when = "The figures are no time"
    if group.time:
        when = f"Sent on {minute_in_words(group.time)} (Z is UTC)"
    names = [str(precedence).lower() for precedence in group.precedence]
    urgency = f"Precedence {names[0]}" if names else ""
    if len(names) > 1:
        urgency += f" for those who must act, {names[1]} for those who should know"
    signals = (
        signal
        for word in group.text.split()[len(names) + DTG_WORDS - 1 :]
        for signal in explain_signal(word, context)
    )
    return (_explained(term, TermKind.DTG, sentences(when, urgency)), *signals)


def explain_number(term: str, context: Context) -> tuple[Explanation, ...]:
    """The message continuity number: ``4321``, ``4778-4781``."""
    first, dash, last = term.partition("-")
    if not context.guesses or not (
        first.isdecimal() and (last.isdecimal() or not dash)
    ):
        return ()
    text = "A running number that the sender keeps for this addressee."
    if dash:
        text += " A range has one for each section."
    return (_explained(term, TermKind.NUMBER, text),)


def explain_reference_id(term: str, context: Context) -> tuple[Explanation, ...]:
    """The name of a cable: ``09CAIRO1013``, ``08 CAIRO 84``."""
    cable_id = read_cable_id(term, context.around.year)
    if cable_id is None:
        return ()
    facts = facts_of(cable_id.post)
    if facts is None and not context.guesses:
        return ()
    post = post_in_words(facts) if facts else f"{cable_id.post}, a post not known to us"
    text = sentences(
        f"The name of one cable: year {cable_id.year}, post {cable_id.post},"
        f" serial number {cable_id.number}",
        f"Sender: {post}",
    )
    kind = TermKind.REFERENCE_ID
    return (_explained(term, kind, text, see_also=(cable_id.post,)),)


def explain_section(term: str, context: Context) -> tuple[Explanation, ...]:
    """Which section of how many: ``SECTION 01 OF 02``, ``1/2``."""
    words = term.upper().replace("SECTION", "").replace("OF", "/").replace(" ", "")
    number, slash, of = words.partition("/")
    if not (slash and number.isdecimal() and of.isdecimal()):
        return ()
    if not (context.guesses or term.upper().startswith("SECTION")):
        return ()
    facts = table.every("fields", "fields")["SECTION"]
    text = sentences(f"Section {int(number)} of {int(of)}", facts.text("meaning"))
    return (_explained(term, TermKind.SECTION, text),)


def explain_created(term: str, context: Context) -> tuple[Explanation, ...]:
    """When a cable was sent."""
    note = ""
    page = context.around.page_created
    if page and page != term:
        note = f"The web page says {page}: {WRONG_MINUTE}"
    return _time(term, context, TermKind.CREATED, note)


def explain_released(term: str, context: Context) -> tuple[Explanation, ...]:
    """When the archive put a cable out."""
    return _time(term, context, TermKind.RELEASED, "")


def _time(
    term: str, context: Context, kind: TermKind, note: str
) -> tuple[Explanation, ...]:
    try:
        time = datetime.fromisoformat(term)
    except ValueError:
        return ()
    if context.kind is not kind:
        return ()
    facts = table.every("fields", "fields")[kind.name]
    text = sentences(minute_in_words(time), facts.text("meaning"), note)
    return (_explained(term, kind, text),)


def _explained(
    term: str, kind: TermKind, text: str, *, see_also: tuple[str, ...] = ()
) -> Explanation:
    source = table.source(DE if kind not in OF_PAGES else "fields")
    return Explanation(
        term=term, kind=kind, text=text, source=source, see_also=see_also
    )


OF_PAGES: Final = frozenset(
    (TermKind.CREATED, TermKind.RELEASED, TermKind.REFERENCE_ID, TermKind.SECTION)
)
"""Kinds that the pages of the archive tell of, not the header."""
