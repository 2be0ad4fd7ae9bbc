"""Classifications in a query: ``secret``, ``S``, ``SECRET//NOFORN``, ``noforn``."""

from __future__ import annotations

from typing import Final

from cablereader.archive.words.term import UNMARKED, rank_of
from cablereader.model.classification import Level, Marking
from cablereader.model.frozen import frozen

LEVELS: Final = {
    **{"".join(str(level).split()).lower(): level for level in Level},
    "u": Level.UNCLASSIFIED,
    "unclas": Level.UNCLASSIFIED,
    "lou": Level.LIMITED_OFFICIAL_USE,
    "lo": Level.LIMITED_OFFICIAL_USE,
    "r": Level.RESTRICTED,
    "c": Level.CONFIDENTIAL,
    "conf": Level.CONFIDENTIAL,
    "s": Level.SECRET,
    "ts": Level.TOP_SECRET,
}
SENSITIVE: Final = {
    "sbu": "SBU",
    "fouo": "FOUO",
    "uo": "FOUO",
    "forofficialuseonly": "FOUO",
    "sensitive": "SBU",
    "sensitivebutunclassified": "SBU",
}
"""Names of what is unclassified but held back."""
CAVEATS: Final = {
    "nf": "noforn",
    "noforn": "noforn",
    "oc": "orcon",
    "orcon": "orcon",
    "propin": "propin",
    "imcon": "imcon",
    "limdis": "limdis",
    "fgi": "fgi",
    "rel": "rel",
}
LETTERS: Final = {"cn": ("c", "nf"), "sn": ("s", "nf")}
"""What the columns of a list say."""
KNOWN: Final = (*LEVELS, *SENSITIVE, *CAVEATS, *LETTERS, UNMARKED)


@frozen
class LevelTest:
    """What a classification must be, to be what somebody named."""

    level: Level | None = None
    sensitive: bool = False
    caveats: tuple[str, ...] = ()
    """Each a prefix of a caveat in small letters without blanks."""
    unmarked: bool = False

    @property
    def rank(self) -> int | None:
        """For comparing; ``None`` where a caveat alone was named."""
        if self.level is None:
            return None
        return rank_of(Marking("", self.level, ("SBU",) if self.sensitive else ()))


def read_level(text: str) -> LevelTest | None:
    """The test that a value stands for; ``None`` for what is none."""
    test = LevelTest()
    parts = [part for part in text.lower().replace(" ", "").split("/") if part]
    named = [each for part in parts for each in LETTERS.get(part, (part,))]
    for part in named:
        if part in LEVELS and test.level is None:
            test = LevelTest(LEVELS[part], test.sensitive, test.caveats)
        elif part in SENSITIVE:
            level = Level.UNCLASSIFIED if test.level is None else test.level
            test = LevelTest(level, True, test.caveats)  # noqa: FBT003
        elif part in CAVEATS:
            caveats = (*test.caveats, CAVEATS[part])
            test = LevelTest(test.level, test.sensitive, caveats)
        elif part == UNMARKED and len(named) == 1:
            return LevelTest(unmarked=True)
        else:
            return None
    return test if parts else None
