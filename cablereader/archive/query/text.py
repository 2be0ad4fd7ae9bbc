"""Words and phrases of a query."""

from __future__ import annotations

import re
from typing import Final

from cablereader.archive.query.scanner import Scanner
from cablereader.archive.words.folding import words_of
from cablereader.model.query import SHORTEST, Match, Near, Phrase, Word

OPERATOR: Final = re.compile(r"(?:AND|OR|NOT|(?:NEAR|THEN)(?:/\d{1,4})?)(?![^\s()\"|])")
NAME: Final = re.compile(r"(?P<name>[A-Za-z]+):(?!//)")
"""What names a field."""
NEAR: Final = re.compile(
    r"(?P<operator>NEAR|THEN)(?:/(?P<within>\d{1,4}))?(?![^\s()\"|])"
)
NO_DISTANCE: Final = re.compile(r"(?:NEAR|THEN)/")
"""What is left of `NEAR` where no number of words, or too large a one, is behind it."""
BARE: Final = re.compile(r"[^\s()\"|]+")
LISTED: Final = re.compile(r"[^\s()\"|,]+")
"""A word in a list of values, which commas part."""
PHRASE: Final = re.compile(r'"(?P<text>[^"]*)"(?:~(?P<within>\d{1,4}))?')
EMPTY_PHRASE: Final = re.compile(r'[=~]?"(?P<text>[^"]*)"(?:~\d{1,4})?')
ALONE: Final = re.compile(r"(?P<text>[^\s()\"|]+)(?=[\s)|]|\Z)")
SIGNS: Final = {"=": "the whole word", "~": "all words of its stem"}
"""In front of a word: what they ask for."""
NUMBER: Final = re.compile(r"\d{1,9}")
STANDARD_DISTANCE: Final = 10
"""Words between two that are NEAR each other, where no number says."""


def skip_signs(scanner: Scanner) -> None:
    """Go on to what is a word, a bracket or a quotation mark that matters."""
    scanner.skip_blanks()
    while found := scanner.sees(EMPTY_PHRASE) or scanner.sees(ALONE):
        if words_of(found["text"]):
            return
        scanner.at = found.end()
        scanner.skip_blanks()


def take_text(
    scanner: Scanner, match: Match, bare: re.Pattern[str] = BARE
) -> Word | Phrase:
    """The word or phrase that begins here.

    Raises:
        QueryError: Where there is none.
    """
    if name := scanner.sees(NAME):
        raise scanner.error(f"{name[0]} is no word here; to search for it, quote it")
    if scanner.next and scanner.next in "-!":
        raise scanner.error(f"{scanner.next} stands in front of a field, not behind it")
    start = scanner.at
    sign = next(filter(scanner.take_sign, SIGNS), "")
    if scanner.next == '"':
        return _take_phrase(scanner)
    found = scanner.take(bare)
    if found is None or not words_of(found[0]):
        raise scanner.error("a word is missing here", start)
    if not sign and OPERATOR.fullmatch(found[0]):
        raise scanner.error(f"{found[0]} has nothing to join; write it small", start)
    if sign and found[0].endswith("*"):
        asks = f"{sign} asks for {SIGNS[sign]}"
        raise scanner.error(f"{asks}, * for its beginning", start)
    return _word(found[0], match, sign)


def _word(text: str, match: Match, sign: str) -> Word:
    """A word by its signs."""
    bare = text.rstrip("*")
    if bare != text:
        return Word(bare.lower() if OPERATOR.match(bare) else bare)
    if sign == "=" and text != text.lower():
        return Word(text, Match.CASED)
    if sign == "=" or len(words_of(text)[-1]) < SHORTEST:
        return Word(text.lower(), Match.EXACT)
    if sign == "~":
        return Word(text.lower(), Match.STEM)
    return Word(text if match is Match.PREFIX else text.lower(), match)


def _take_phrase(scanner: Scanner) -> Phrase:
    start = scanner.at
    found = scanner.take(PHRASE)
    if found is None:
        raise scanner.error('this " is not closed; add one behind the phrase', start)
    if not words_of(found["text"]):
        raise scanner.error("there is no word in this phrase", start)
    within = found["within"]
    return Phrase(found["text"], int(within) if within else None)


def take_pattern(scanner: Scanner, match: Match) -> Word | Phrase | Near:
    """A text, or two that must be near each other.

    Raises:
        QueryError: Where there is none.
    """
    start = scanner.at
    left = take_text(scanner, match)
    after_left = scanner.at
    scanner.skip_blanks()
    operator = scanner.take(NEAR)
    if operator is None:
        if scanner.sees(NO_DISTANCE):
            raise scanner.error("how many words? write NEAR/5, up to 9999")
        scanner.at = after_left
        return left
    skip_signs(scanner)
    if scanner.ended or scanner.sees(OPERATOR) or scanner.next in "()|":
        raise scanner.error(f"{operator['operator']} needs a word on both sides")
    right = take_text(scanner, match)
    if any(
        isinstance(each, Phrase) and each.within is not None for each in (left, right)
    ):
        raise scanner.error("a phrase with ~ cannot be NEAR another text", start)
    within = operator["within"]
    return Near(
        left,
        right,
        int(within) if within else STANDARD_DISTANCE,
        ordered=operator["operator"] == "THEN",
    )


def take_number(scanner: Scanner) -> int:
    """The number that begins here.

    Raises:
        QueryError: Where there is none.
    """
    found = scanner.take(NUMBER)
    if found is None:
        raise scanner.error("a number is missing here")
    return int(found[0])
