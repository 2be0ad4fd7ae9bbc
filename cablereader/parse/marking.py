"""The portion marking of a paragraph (format.md section 4.3)."""

from __future__ import annotations

from typing import Final

from cablereader.model.classification import Level, Marking
from cablereader.parse.grammar import text as grammar

LEVELS: Final = {
    "U": (Level.UNCLASSIFIED, ()),
    "UNCLAS": (Level.UNCLASSIFIED, ()),
    "UNCLASSIFIED": (Level.UNCLASSIFIED, ()),
    "SBU": (Level.UNCLASSIFIED, ("SBU",)),
    "FOUO": (Level.UNCLASSIFIED, ("FOUO",)),
    "LOU": (Level.LIMITED_OFFICIAL_USE, ()),
    "C": (Level.CONFIDENTIAL, ()),
    "CONFIDENTIAL": (Level.CONFIDENTIAL, ()),
    "S": (Level.SECRET, ()),
    "SECRET": (Level.SECRET, ()),
    "TS": (Level.TOP_SECRET, ()),
    "TOP SECRET": (Level.TOP_SECRET, ()),
}
CONTROLS: Final = {
    "NF": "NOFORN",
    "NOFORN": "NOFORN",
    "OC": "ORCON",
    "ORCON": "ORCON",
    "FOUO": "FOUO",
    "FGI": "FGI",
}


def take_marking(text: str, start: int = 0) -> tuple[Marking, int] | None:
    """The marking that stands at ``start``, and the offset after it."""
    match = grammar.MARKING.match(text, start)
    if match is None:
        return None
    level, implied = LEVELS[match["level"].upper()]
    rest = " ".join(match["rest"].split())
    caveats: tuple[str, ...] = implied
    for part in rest.replace("-", "/").split("/"):
        word = part.strip().upper()
        if word.startswith("REL"):
            caveats += (word,)
        elif word:
            caveats += (CONTROLS.get(word, word),)
    written = " ".join(text[match.start() + 1 : match.end() - 1].split())
    return Marking(written, level, caveats), match.end()
