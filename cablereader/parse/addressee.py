"""Address lines: ``RUEHC/SECSTATE WASHDC PRIORITY 8962`` (format.md §2.4)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from cablereader.model.addressee import Addressee
from cablereader.model.precedence import Precedence
from cablereader.parse.grammar import header as grammar
from cablereader.parse.slip import is_slip

PRECEDENCES: Final = {
    "NIACT IMMEDIATE": Precedence.NIACT_IMMEDIATE,
    "IMMEDIATE": Precedence.IMMEDIATE,
    "PRIORITY": Precedence.PRIORITY,
    "FLASH": Precedence.FLASH,
    "ROUTINE": Precedence.ROUTINE,
}
"""ROUTINE is never written in the archive, but a word for it cannot be a name."""
OFTEN_MISSPELT: Final = ("PRIORITY", "IMMEDIATE")


@lru_cache(maxsize=4096)
def read_addressee(line: str) -> tuple[Addressee, tuple[str, ...]]:
    """One address line without its TO, INFO or FM.

    Returns:
        The addressee, and the codes of the defects repaired in it:
        ``header-slash-lost``, ``header-precedence-misspelt``. Never raises.
    """
    defects: list[str] = []
    routing, rest = _split_routing(line.strip(), defects)
    rest, number = _split_number(rest)
    rest, precedence = _split_precedence(rest, defects)
    if number is None and precedence is not None:
        rest, number = _split_number(rest)
    addressee = Addressee(
        name=" ".join(rest.split()),
        routing=routing,
        precedence=precedence,
        number=number,
    )
    return addressee, tuple(defects)


def is_collective(addressee: Addressee) -> bool:
    """Whether the name stands for many addressees."""
    return grammar.COLLECTIVE.search(addressee.name) is not None


def _split_routing(text: str, defects: list[str]) -> tuple[str | None, str]:
    if match := grammar.ROUTING.match(text):
        return match["routing"], match["name"]
    if text.startswith("R") and (match := grammar.GLUED_ROUTING.match(text)):
        defects.append("header-slash-lost")
        return match["routing"], match["name"]
    return None, text


def _split_number(text: str) -> tuple[str, str | None]:
    if match := grammar.NUMBER.search(text, max(len(text) - 16, 0)):
        return text[: match.start()].rstrip(), match["number"].replace(" ", "")
    return text, None


def _split_precedence(text: str, defects: list[str]) -> tuple[str, Precedence | None]:
    """The precedence word off the end of a name, small slips in it allowed."""
    tail = text[-24:]
    if (match := grammar.PRECEDENCE.search(tail)) is None:
        return text, None
    word = " ".join(match["word"].split())
    if word not in PRECEDENCES:
        meant = next((each for each in OFTEN_MISSPELT if is_slip(word, each)), None)
        if meant is None:
            return text, None
        defects.append("header-precedence-misspelt")
        word = meant
    return text[: len(text) - len(tail) + match.start()].rstrip(), PRECEDENCES[word]
