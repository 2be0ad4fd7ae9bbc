"""The portion marking of a paragraph (format.md section 4.3)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from cablereader.model.classification import Level, Marking
from cablereader.model.defect import Defect, Span
from cablereader.model.frozen import frozen
from cablereader.parse.grammar import marking as grammar
from cablereader.parse.grammar import text as text_grammar
from cablereader.parse.slip import is_slip

LEVELS: Final[dict[str, tuple[Level, tuple[str, ...]]]] = {
    "U": (Level.UNCLASSIFIED, ()),
    "UNCLAS": (Level.UNCLASSIFIED, ()),
    "UNCLASSIFIED": (Level.UNCLASSIFIED, ()),
    "SBU": (Level.UNCLASSIFIED, ("SBU",)),
    "FOUO": (Level.UNCLASSIFIED, ("FOUO",)),
    "SENSITIVE": (Level.UNCLASSIFIED, ("SBU",)),
    "LES": (Level.UNCLASSIFIED, ("LES",)),
    "LIMITED OFFICIAL USE": (Level.LIMITED_OFFICIAL_USE, ()),
    "LOU": (Level.LIMITED_OFFICIAL_USE, ()),
    "C": (Level.CONFIDENTIAL, ()),
    "CONFIDENTIAL": (Level.CONFIDENTIAL, ()),
    "S": (Level.SECRET, ()),
    "SECRET": (Level.SECRET, ()),
    "TS": (Level.TOP_SECRET, ()),
    "TOP SECRET": (Level.TOP_SECRET, ()),
}
LONGEST_FIRST: Final = tuple(sorted(LEVELS, key=len, reverse=True))
CONTROLS: Final = {
    "NF": "NOFORN",
    "NOFORN": "NOFORN",
    "NOFRON": "NOFORN",
    "F": "NOFORN",
    "N": "NOFORN",
    "NC": "NOCONTRACT",
    "NOCONTRACT": "NOCONTRACT",
    "OC": "ORCON",
    "ORCON": "ORCON",
    "FOUO": "FOUO",
    "SBU": "SBU",
    "LES": "LES",
    "FGI": "FGI",
    "PR": "PROPIN",
    "PROPIN": "PROPIN",
    "IMCON": "IMCON",
    "LIMDIS": "LIMDIS",
    "EXDIS": "EXDIS",
    "NODIS": "NODIS",
    "RD": "RD",
    "FRD": "FRD",
    "NATO": "NATO",
    "SENSITIVE": "SENSITIVE",
    "ENTIRE TEXT": "",
}
"""What may follow a level, and how it is spelled in full; nothing where it only says
what the marking covers."""
KNOWN: Final = (
    "U", "C", "S", "SBU", "S/NF", "C/NF", "S//NF", "C//NF", "SBU/NF", "U//FOUO",
)  # fmt: skip
"""The frequent markings: what a damaged one is compared with, most frequent first."""
LONGEST_KNOWN: Final = 9
"""Characters of the longest of them, its parentheses included."""
SLIPS: Final = {
    "NC": "C",
    "SE": "S",
    "SU": "SBU",
    "SUB": "SBU",
    "BSU": "SBU",
    "SSBU": "SBU",
    "SBUU": "SBU",
    "CC": "C",
    "UU": "U",
    "SB": "SBU",
    "BU": "SBU",
    "SNF": "S/NF",
    "CNF": "C/NF",
    "N/SF": "S/NF",
    "C/F": "C/NF",
    "C.": "C",
    "S.": "S",
    "U.": "U",
}
"""What a hand makes of a marking, where one slip does not explain it or fits many."""
MISREAD: Final = {"5": "S", "8": "S", "$": "S", "G": "C", "0": "C", "¢": "C", "V": "U"}
"""What character recognition makes of a marking of one letter."""


@frozen
class TakenMarking:
    """A marking, where it ends, and what was odd about it."""

    marking: Marking
    stop: int
    defects: tuple[Defect, ...] = ()


def take_marking(
    text: str, start: int = 0, *, scanned: bool = False
) -> TakenMarking | None:
    """The marking that stands at ``start``; ``None`` if there is none.

    Never raises: an unknown control is kept as written and reported, a parenthesis
    that is something else, such as ``(U.S.)``, is no marking.

    Args:
        text: Whatever stands there.
        start: Offset of the parenthesis.
        scanned: Whether letters may have been misread.
    """
    if not text.startswith("(", start):
        return _bracketed(text, start)
    stop = text.find(")", start, start + LONGEST_KNOWN) + 1
    if known := _known_markings().get(text[start:stop]):
        return TakenMarking(known, stop)
    taken = _well_formed(text, start)
    if taken and not taken.defects:
        return taken
    return (
        _slipped(text, start, scanned=scanned)
        or taken
        or _bracketed(text, start)
        or _unclosed(text, start, scanned=scanned)
    )


def is_marking(words: str) -> bool:
    """Whether words are a marking and no more, as no paragraph's first line is."""
    taken = take_marking(words)
    return taken is not None and taken.stop == len(words)


@cache
def _known_markings() -> Mapping[str, Marking]:
    """The frequent markings with their parentheses: most are told without a pattern."""
    read = ((words, read_marking(words)) for words in KNOWN)
    return {f"({words})": found[0] for words, found in read if found}


@lru_cache(maxsize=256)
def read_marking(words: str) -> tuple[Marking, tuple[str, ...]] | None:
    """The marking that these words are, and the controls in it that nobody knows.

    Args:
        words: Without the parentheses, on one line: ``S//REL TO USA, FVEY``.
    """
    upper = words.upper()
    name = next((each for each in LONGEST_FIRST if _begins(upper, each)), None)
    if name is None:
        return None
    level, caveats = LEVELS[name]
    unknown: list[str] = []
    releasable = ""
    for part in grammar.SEPARATORS.split(_spaced(words[len(name) :])):
        word = " ".join(part.upper().split())
        if releasable and word not in CONTROLS:
            releasable += f", {word}" if word else ""
        elif word.startswith("REL"):
            releasable = _release(word)
        elif word in CONTROLS:
            caveats = (*caveats, *filter(None, [CONTROLS[word]]))
        elif word:
            caveats = (*caveats, word)
            unknown.append(word)
    if releasable:
        caveats = (*caveats, releasable)
    return Marking(words, level, tuple(dict.fromkeys(caveats))), tuple(unknown)


def _begins(words: str, name: str) -> bool:
    return words.startswith(name) and not words[len(name) : len(name) + 1].isalnum()


def _spaced(controls: str) -> str:
    """Controls with a stroke where only a blank stands: `` NF`` as ``/NF``."""
    words = controls.strip().lstrip("/- ")
    first, blank, rest = words.partition(" ")
    if blank and first.upper() in CONTROLS:
        return f"{first}/{rest}"
    return f"/{words}"


def _release(words: str) -> str:
    """``RELEASABLE TO ITALY`` as ``REL ITALY``."""
    names = [word for word in words.split()[1:] if word != "TO"]
    return " ".join(("REL", *names))


def _well_formed(text: str, start: int) -> TakenMarking | None:
    match = grammar.MARKING.match(text, start)
    if match is None:
        return None
    words = " ".join(text[start + 1 : match.end() - 1].split())
    read = read_marking(words)
    if read is None:
        return None
    marking, unknown = read
    if not unknown:
        return TakenMarking(marking, match.end())
    if not _plausible(match["rest"], unknown):
        return None
    span = Span(start, match.end())
    return TakenMarking(
        marking,
        match.end(),
        tuple(Defect(code="unknown-control", span=span, note=word) for word in unknown),
    )


def _plausible(rest: str, unknown: tuple[str, ...]) -> bool:
    """Whether words that are no known control may be one: a stroke, few letters."""
    return rest.lstrip()[:1] in ("/", "-", ",") and all(
        len(word) <= 24 and word[0].isalpha() for word in unknown
    )


def _slipped(text: str, start: int, *, scanned: bool) -> TakenMarking | None:
    """A short parenthesis that is a frequent marking but for a slip."""
    match = grammar.SHORT.match(text, start)
    if match is None:
        return None
    inside = match["inside"].strip()
    meant = _meant(inside.upper(), scanned=scanned)
    read = read_marking(meant) if meant else None
    if read is None:
        return None
    written = read[0].text if scanned else inside
    marking = Marking(written, read[0].level, read[0].caveats)
    span = Span(start, match.end())
    slip = Defect(code="marking-slip", span=span, note=inside)
    return TakenMarking(marking, match.end(), (slip,))


def _bracketed(text: str, start: int) -> TakenMarking | None:
    """A frequent marking in other brackets: ``[C]``, or one closed by another."""
    match = grammar.BRACKETED.match(text, start)
    read = read_marking(match["inside"]) if match else None
    if match is None or read is None:
        return None
    slip = Defect(code="marking-slip", span=Span(*match.span()), note=match[0].strip())
    return TakenMarking(read[0], match.end(), (slip,))


def take_bare_marking(text: str, start: int) -> TakenMarking | None:
    """A frequent marking that no parenthesis encloses: ``C - ``, ``SBU: ``.

    It is one only where every paragraph has one: the caller looks.
    """
    match = text_grammar.BARE_MARKING.match(text, start)
    read = read_marking(match["inside"]) if match else None
    return TakenMarking(read[0], match.end()) if match and read else None


def _meant(inside: str, *, scanned: bool) -> str | None:
    if inside in SLIPS:
        return SLIPS[inside]
    if scanned and inside in MISREAD:
        return MISREAD[inside]
    if len(inside) < 2 or not (scanned or "/" in inside):
        return None
    return next(
        (known for known in KNOWN if len(known) > 2 and is_slip(inside, known)), None
    )


def _unclosed(text: str, start: int, *, scanned: bool) -> TakenMarking | None:
    """A marking whose second parenthesis was forgotten: ``(SBU During``."""
    match = grammar.UNCLOSED.match(text, start)
    if match is None and scanned:
        match = grammar.MISCLOSED.match(text, start)
    if match is None:
        return None
    read = read_marking(match["inside"])
    if read is None:
        return None
    span = Span(start, match.end())
    return TakenMarking(
        read[0],
        match.end(),
        (Defect(code="marking-unclosed", span=span, note=match["inside"]),),
    )
