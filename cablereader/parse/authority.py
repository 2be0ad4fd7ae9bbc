"""Who made a cable secret, and why (format.md section 3.7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.model.cable import ClassifiedBy
from cablereader.parse.grammar import fields as grammar
from cablereader.parse.offices import OFFICES

LONGEST_NAME: Final = 5
"""Words of a person's name, initials and ``van der`` included."""
PARTICLES: Final = frozenset(
    ("al", "de", "del", "den", "der", "di", "el", "la", "le", "st", "van", "von")
)
"""Small words inside a name."""
MOST: Final = 600
"""Characters looked at."""


def read_authority(
    lines: Sequence[str],
) -> tuple[ClassifiedBy | None, tuple[str, ...]]:
    """Who classified the cable, and the reasons: ``1.4(b)``."""
    words = " ".join(" ".join(lines).split())[:MOST]
    if not words:
        return None, ()
    return _person(words), _reasons(words)


def _person(words: str) -> ClassifiedBy | None:
    at = 0
    while (label := grammar.AUTHORITY.match(words, at)) and label.end() > at:
        at = label.end()
    if at == 0:
        return None
    reasons = grammar.REASONS.search(words, at)
    stop = reasons.start() if reasons else len(words)
    person = words[at:stop].strip(" .,;:(")
    if person.upper().startswith("DERIVED"):
        return None
    name, title = _name_and_title(person)
    if name is None and title is None:
        return None
    return ClassifiedBy(name=name, title=title)


def _name_and_title(words: str) -> tuple[str | None, str | None]:
    """A name and an office, told apart by the words of offices.

    They are written as "Office Name", "Name, Office", "Office, Name" or
    "Office Name, Embassy".
    """
    head, comma, tail = words.replace(";", ",").partition(",")
    head_name, head_title = _split_name(head.split())
    if not comma:
        return head_name, head_title
    tail = tail.strip(" .;")
    if head_name:
        titles = [part for part in (head_title, tail) if part]
        return head_name, ", ".join(titles) or None
    tail_name, tail_title = _split_name(tail.split())
    titles = [part for part in (head_title, tail_title) if part]
    return tail_name, ", ".join(titles) or None


def _split_name(words: list[str]) -> tuple[str | None, str | None]:
    """The name at the end of these words, and the office before it."""
    shouted = all(word.isupper() for word in words if word.isalpha() and len(word) > 1)
    shouted = shouted or _ends_shouted(words)
    small = not any(map(str.istitle, words)) and not shouted
    first = len(words)
    while first > 0 and len(words) - first < LONGEST_NAME:
        word = words[first - 1].title() if small else words[first - 1]
        if not _may_name(word, shouted=shouted):
            break
        first -= 1
    name = " ".join(words[first:]).strip(" .,;:") or None
    title = " ".join(words[:first]).strip(" ,;:") or None
    return name, title


def _ends_shouted(words: list[str]) -> bool:
    """Whether two words in capitals end it, no offices: ``Econ Chief ANNE HOLMES``."""
    return len(words) > 1 and all(
        grammar.SHOUTED.match(word) and word.lower() not in OFFICES
        for word in words[-2:]
    )


def _may_name(word: str, *, shouted: bool) -> bool:
    plain = word.lower().rstrip(".,;:")
    if plain in PARTICLES or grammar.POINTED_INITIAL.match(word):
        return True
    if plain in OFFICES or grammar.OFFICE_SIGN.match(word):
        return False
    if grammar.INITIAL.match(word):
        return True
    if not shouted and grammar.ABBREVIATION.match(word):
        return False
    return word[:1].isupper()


def _reasons(words: str) -> tuple[str, ...]:
    """Sections and letters of the order, each once."""
    found: dict[str, None] = {}
    for match in grammar.REASON.finditer(words):
        at = match.end()
        while word := grammar.REASON_WORD.match(words, at):
            if word["letter"]:
                found[f"1.{match['section']}({word['letter'].lower()})"] = None
            at = word.end()
    return tuple(found)
