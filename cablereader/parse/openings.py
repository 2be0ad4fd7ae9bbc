"""The classification line: the first line of a cable (format.md section 3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablereader.model.cable import Section
from cablereader.model.classification import Level
from cablereader.model.frozen import frozen
from cablereader.parse.grammar import front as grammar

NUMBER_WORDS: Final = "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN"
WORDS: Final = {word: at for at, word in enumerate(NUMBER_WORDS.split(), 1)}
SECOND_SIGNS: Final = frozenset(" ABCDEFGHIJKLMNOPQRSTUVWXYZeoni")
"""What may stand behind its first: a small letter only where no letter is lost."""
LEVELS: Final = {
    "TOPSECRET": Level.TOP_SECRET,
    "SECRET": Level.SECRET,
    "CONFIDENTIAL": Level.CONFIDENTIAL,
    "UNCLAS": Level.UNCLASSIFIED,
    "UNCLASSIFIED": Level.UNCLASSIFIED,
    "LIMITEDOFFICIALUSE": Level.LIMITED_OFFICIAL_USE,
}
ENDINGS: Final = {
    "CRET": Level.SECRET,
    "TIAL": Level.CONFIDENTIAL,
    "CLAS": Level.UNCLASSIFIED,
    "FIED": Level.UNCLASSIFIED,
}
"""How the word ends where its beginning is damaged."""


@frozen
class Opening:
    """A classification line, as far as its serial."""

    start: int
    stop: int
    """Offset after the serial, or after the word where no serial follows."""
    level: Level
    section: Section | None
    post: str | None
    number: str | None
    """With its leading zeros."""
    sent_encrypted: bool = False
    """``E F T O``: for transmission only."""
    office_use: bool = False
    """``//FOR OFFICIAL USE ONLY``."""
    damaged: bool = False
    """Whether letters of its first word are lost or doubled."""
    caption: str | None = None
    """What stands between its first word and the rest: ``NOFORN``."""


def find_openings(text: str, start: int, stop: int) -> Iterator[Opening]:
    """The classification lines with post and serial in that stretch, in order.

    They stand at the start of a line, or behind the mark that ended a field of a
    pasted record.
    """
    for match in grammar.CLASSIFICATION.finditer(text, start, stop):
        if grammar.LINE_START.search(
            text, max(start, match.start() - 40), match.start()
        ):
            opening = take_opening(text, match.start())
            if opening and opening.number:
                yield opening


def take_opening(text: str, start: int) -> Opening | None:
    """The classification line that begins at ``start``, whole or damaged."""
    if text[start + 1 : start + 2] not in SECOND_SIGNS:
        return None
    match = grammar.CLASSIFICATION.match(text, start)
    if match and (" " in match[0] or not text[match.end() : match.end() + 1].isalpha()):
        level = LEVELS["".join(match[0].split()).upper()]
        return _with_rest(text, start, match.end(), level, damaged=False)
    damaged = grammar.DAMAGED_CLASSIFICATION.match(text, start)
    if damaged is None:
        return None
    level = ENDINGS["".join(damaged["ending"].split()).upper()]
    opening = _with_rest(text, start, damaged.end(), level, damaged=True)
    return opening if opening.number else None


def _section(number: str, of: str) -> Section | None:
    """``01`` of ``02``, or ``ONE`` of ``TWO``; ``None`` where a word is no number."""
    told = tuple(
        int(each) if each.isdigit() else WORDS.get(each.upper(), 0)
        for each in (number, of)
    )
    return Section(number=told[0], of=told[1]) if all(told) else None


def _with_rest(
    text: str, start: int, stop: int, level: Level, *, damaged: bool
) -> Opening:
    rest = grammar.MESSAGE.match(text, stop)
    if rest is None:
        return Opening(start, stop, level, None, None, None, damaged=damaged)
    section = None
    if number := rest["section"] or rest["last"]:
        section = _section(number, rest["of"] or number)
    return Opening(
        start,
        rest.end() if rest["number"] else stop,
        level,
        section,
        " ".join(rest["post"].split()) if rest["post"] else None,
        rest["number"],
        bool(rest["encrypted"]),
        bool(rest["office"]),
        damaged,
        rest["caption"] if rest["number"] else None,
    )
