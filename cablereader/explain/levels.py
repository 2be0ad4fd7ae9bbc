"""Levels of secrecy: of a whole cable, and of one paragraph."""

from __future__ import annotations

from typing import Final

from cablereader.explain import table
from cablereader.explain.context import Context
from cablereader.explain.sentence import listed, sentences
from cablereader.model.classification import LETTERED, UNMARKED, Marking
from cablereader.model.explanation import Explanation, TermKind

COVERS: Final = "This paragraph alone."
DAMAGED: Final = "The level of this paragraph alone, too damaged to be read."
WHOLE: Final = "All paragraphs are of this level; they have no markings of their own."
ENTIRE: Final = "ENTIRE TEXT"
"""Stands behind the level in a first paragraph that says it for all."""
NOT_MARKED: Final = "This paragraph has no marking of its own"
WRITTEN: Final = "So written in the list and left of a paragraph"
LEGEND: Final = "the legend of this program (zi)"
SENSITIVE: Final = "FOR OFFICIAL USE ONLY"
"""The name in the table of what is unclassified, but held back."""
RELEASE: Final = "REL "
"""How a caveat begins that lists who may see the text."""


def explain_letters(term: str, context: Context) -> tuple[Explanation, ...]:
    """What this program writes for a level: ``UO``, ``CN``; ``?C``, ``?``.

    Letters that cables write themselves (``C``, ``TS``) are markings.
    """
    letters = term.upper()
    if letters[:1] == UNMARKED:
        known = LETTERED.get(letters[1:])
        of_cable = f"{known.letters} is the level of the cable" if known else ""
        text = sentences(NOT_MARKED, of_cable, _in_words(known) if known else "")
    elif (marking := LETTERED.get(letters)) and _is_own(letters, context):
        text = sentences(WRITTEN, _in_words(marking))
    else:
        return ()
    return (
        Explanation(
            term=term,
            kind=TermKind.LETTERS,
            text=text,
            source=LEGEND,
        ),
    )


def _is_own(letters: str, context: Context) -> bool:
    return context.guesses or not table.find("levels", "portions", letters)


def _in_words(marking: Marking) -> str:
    level = SENSITIVE if marking.sensitive else str(marking.level)
    return sentences(_level(level), *map(_caveat, _others(marking)))


def explain_classification(term: str, _context: Context) -> tuple[Explanation, ...]:
    """What the level of a cable means: ``SECRET//NOFORN``.

    So too where a paragraph says it for all: ``CONFIDENTIAL - ENTIRE TEXT``.
    """
    whole, _, entire = term.upper().partition(" - ")
    level, *caveats = (part.strip() for part in whole.split("//"))
    portion = table.find("levels", "portions", level) if entire else None
    level = portion.text("use") if portion else level
    if not table.find("levels", "levels", level) or entire not in ("", ENTIRE):
        return ()
    if caveats == ["FOR OFFICIAL USE ONLY"]:
        level, caveats = caveats[0], []
    return (
        Explanation(
            term=term,
            kind=TermKind.CLASSIFICATION,
            text=sentences(
                WHOLE if entire else "", _level(level), *map(_caveat, caveats)
            ),
            source=table.source("levels"),
        ),
    )


def explain_marking(term: str, context: Context) -> tuple[Explanation, ...]:
    """What the mark before a paragraph means: ``C/NF``, ``S//REL TO USA, FVEY``."""
    words = " ".join(term.upper().strip("() ").split())
    portion = table.find("levels", "portions", words)
    if portion:
        return (_marking(term, _portion(portion.text("use"))),)
    if not context.guesses and "/" not in words:
        return ()
    marking, doubtful = _read(words)
    if marking is None:
        return (_marking(term, DAMAGED, doubtful=True),) if context.guesses else ()
    level = SENSITIVE if marking.sensitive else str(marking.level)
    parts = (_portion(level), *map(_caveat, _others(marking)))
    return (_marking(term, sentences(*parts), doubtful=doubtful),)


def _read(words: str) -> tuple[Marking | None, bool]:
    """The marking that words are, and whether it took a guess."""
    from cablereader.parse.marking import take_marking  # noqa: PLC0415  # patterns

    taken = take_marking(f"({words})", scanned=True)
    return (taken.marking, bool(taken.defects)) if taken else (None, False)


def _others(marking: Marking) -> tuple[str, ...]:
    """Its caveats, without the one that the level says already."""
    if not marking.sensitive:
        return marking.caveats
    return tuple(each for each in marking.caveats if each not in ("SBU", "FOUO"))


def _portion(level: str) -> str:
    return f"{COVERS} {_level(level)}"


def _level(level: str) -> str:
    """A level by its name, and what it means."""
    name = "Sensitive but unclassified" if level.startswith("FOR") else level
    facts = table.every("levels", "levels")[level]
    return sentences(f"{name.capitalize()}: {facts.text('meaning')}")


def _caveat(caveat: str) -> str:
    """A limit on who may see it, in words."""
    if caveat.startswith(RELEASE):
        return f"It may be shown to {listed(_nations(caveat.removeprefix(RELEASE)))}"
    short = table.find("levels", "abbreviations", caveat)
    name = short.text("use") if short else caveat
    facts = table.find("levels", "controls", name)
    return f"{name}: {facts.text('meaning')}" if facts else f"{caveat}: not known"


def _nations(names: str) -> list[str]:
    """The countries and bodies of a list, spelt out where known."""
    words = names.replace(" AND ", ",").replace("/", ",").replace("&", ",").split(",")
    return [_nation(" ".join(word.split())) for word in words if word.strip()]


def _nation(name: str) -> str:
    name = name.removeprefix("AND ").strip()
    facts = table.find("levels", "nations", name)
    if facts:
        return facts.text("meaning")
    return " ".join(word if len(word) < 4 else word.title() for word in name.split())


def _marking(term: str, text: str, *, doubtful: bool = False) -> Explanation:
    return Explanation(
        term=term,
        kind=TermKind.MARKING,
        text=text,
        source=table.source("levels"),
        doubtful=doubtful,
    )
