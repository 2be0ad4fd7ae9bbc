"""Reference ids: any way to write one, to one canonical form (format.md §6)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from cablereader.model.cable_id import CableId, four_digit_year
from cablereader.parse.grammar import reference as grammar
from cablereader.parse.posts import known_post, nearest_post

IRREGULAR: Final = {
    "092OF5": "09STATE126780",
    "08SECTION01GF02BISHIEK21": "08BISHKEK1021",
}
"""Ids of the archive that lost too much to be computed (their pages say the rest)."""


LONGEST: Final = 60
"""Characters of the longest id that is worth a look, broken ones included."""
GLUED: Final = ("AMEMBASSY", "EMBASSY", "USMISSION", "EFTO")


def canonical_id(text: str) -> str:
    """The one form of an id: ``"2005 Rio 00123"`` -> ``"05RIODEJANEIRO123"``.

    What is no id is returned in capitals without blanks. Doing it twice changes
    nothing. Never raises.
    """
    if cable_id := read_cable_id(text):
        return str(cable_id)
    return "".join(text.upper().split())


@lru_cache(maxsize=256)
def read_cable_id(text: str, year: int | None = None) -> CableId | None:
    """The id that a text is, ``None`` when it is none.

    Args:
        text: ``09MEXICO3195``, ``09 Mexico 003195``, a broken id of format.md §6.2.
        year: Four digits; then ``MEXICO 3195`` is an id too.
    """
    squeezed = text.upper()
    if not squeezed.isalnum():
        squeezed = grammar.BETWEEN.sub("", squeezed)
    if len(squeezed) > LONGEST:
        return None
    squeezed = IRREGULAR.get(squeezed, squeezed)
    match = grammar.ID.match(squeezed)
    if match is None and year is not None:
        match = grammar.ID.match(f"{year}{squeezed}")
    if match is None or (two_digits := two_digit_year(match["year"])) is None:
        return None
    return CableId(
        four_digit_year(two_digits), canonical_post(match["post"]), int(match["number"])
    )


@lru_cache(maxsize=1024)
def canonical_post(name: str) -> str:
    """The id name of a post in capitals; an unknown one stays as it is."""
    letters = name.replace("0", "O")
    if post := known_post(letters) or known_post(letters.removesuffix("O")):
        return post
    while prefix := next((each for each in GLUED if letters.startswith(each)), None):
        if not letters.removeprefix(prefix):
            break
        letters = letters.removeprefix(prefix)
    return nearest_post(letters) or letters


def two_digit_year(digits: str) -> int | None:
    """The year of an id as its two digits; ``None`` where it cannot be one."""
    text = digits.replace("O", "0")
    if len(text) == 2 or (len(text) == 3 and text[0] == "0"):
        return int(text[-2:])
    if len(text) == 3:
        return None
    if text[:2] in ("19", "20") or text[:2] == text[2:]:
        return int(text[2:])
    return None
