"""Header lines: transmission ids, prosigns, signals with Z, the security line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.explain import table
from cablereader.explain.context import Context
from cablereader.explain.sentence import listed, sentence, sentences
from cablereader.model.explanation import Explanation, TermKind

START: Final = "VZCZC"
"""How transmission ids begin."""
SECURITY: Final = 5
"""Letters of the security line."""
WHERE: Final = "where it stands"
UNKNOWN_SIGNAL: Final = "A signal that the tables do not have"
UNKNOWN_LETTERS: Final = "The letters for the level of the cable, damaged or not known"


def explain_signal(term: str, context: Context) -> tuple[Explanation, ...]:
    """What a prosign or a signal says: ``FM``, ``ZDK``, ``ZFF6``, ``//ZEL//``."""
    name = term.upper().strip("/ ").rstrip("0123456789").rstrip("- ")
    facts = table.find("signals", "signals", name)
    if facts is None and context.guesses:
        return tuple(_unknown(term, TermKind.SIGNAL, UNKNOWN_SIGNAL))
    if facts is None:
        return ()
    return (
        Explanation(
            term=term,
            kind=TermKind.SIGNAL,
            text=sentence(facts.text("meaning")),
            source=table.source("signals"),
            doubtful=facts.doubtful,
            see_also=facts.texts("also"),
        ),
    )


def explain_security(term: str, context: Context) -> tuple[Explanation, ...]:
    """The security line, word by word: ``ZNY CCCCC ZZH``; or its letters alone."""
    words = term.upper().split()
    if len(words) > 1:
        if words[0] not in ("ZNY", "ZNR"):
            return ()
        return tuple(
            explanation for word in words for explanation in _word(word, context)
        )
    found = tuple(_letters(term, term.upper()))
    if not found and context.guesses:
        return tuple(_unknown(term, TermKind.SECURITY, UNKNOWN_LETTERS))
    return found


def explain_transmission(term: str, _context: Context) -> tuple[Explanation, ...]:
    """The first line of a header: start, channel, serial number on it."""
    words = term.upper()
    if not words.startswith(START) or len(words) < len(START) + 3:
        return ()
    rest = words.removeprefix(START)
    channel, number = rest[:3], rest[3:]
    facts = table.find("signals", "signals", channel)
    meaning = facts.text("meaning") if facts else channel
    text = sentences(
        f"Start of the transmission, then the channel: {meaning}",
        f"{number} is the serial number on that channel" if number else "",
        "Of no use to a reader",
    )
    source = table.source("signals")
    kind = TermKind.TRANSMISSION_ID
    return (Explanation(term=term, kind=kind, text=text, source=source),)


def _unknown(term: str, kind: TermKind, words: str) -> Iterator[Explanation]:
    """What the place of a term says, where nothing else does."""
    yield Explanation(
        term=term, kind=kind, text=sentence(words), source=WHERE, doubtful=True
    )


def _word(word: str, context: Context) -> Iterator[Explanation]:
    glued = word[:SECURITY], word[SECURITY:]
    if len(word) > SECURITY and "ZZH".endswith(glued[1]):
        yield from _letters(glued[0], glued[0])
        yield from explain_signal(glued[1], context)
    elif len(word) == SECURITY:
        yield from _letters(word, word)
    else:
        yield from explain_signal(word, context)


def _letters(term: str, letters: str) -> Iterator[Explanation]:
    """Five times the letter of a level, or three times and two letters of allies."""
    level = table.find("signals", "security", letters[:1])
    allies = letters[3:].rstrip(letters[:1])
    nations = [table.find("signals", "nations", ally) for ally in dict.fromkeys(allies)]
    repeated = letters[:3] == letters[:1] * 3 and len(letters) == SECURITY
    if level is None or not repeated or not all(nations):
        return
    names = [nation.text("meaning") for nation in nations if nation]
    text = f"The level of the cable, five times: {level.text('level')}"
    if names:
        text = (
            f"The level of the cable: {level.text('level')}. The last two letters say"
            f" to which ally it may go: {listed(names)}"
        )
    yield Explanation(
        term=term,
        kind=TermKind.SECURITY,
        text=sentence(text),
        source=table.source("signals"),
    )
