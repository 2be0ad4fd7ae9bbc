"""What a terminal of some type knows, and what must not be sent to it.

The type is the environment's ``TERM``. No database is asked: what matters here is
missing or wrong in many (tmux fills erased cells with the background in force, and
its entry denies it), and a type that is not known is a modern one, mostly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from cablereader.model.frozen import frozen, replace

MODE: Final = re.compile(r"\x1b\[\?(\d+)[hl]")
QUESTION: Final = re.compile(r"\x1b\[(?:\?\d+\$p|[<>=][\d;]*u)")
"""Which modes are known, and keyboard protocols."""
ASKS_MARGINS: Final = "\x1b[?69$p"
HAS_MARGINS: Final = frozenset({"\x1b[?69;1$y", "\x1b[?69;2$y"})
"""What answers that it has left and right margins, on or off now (DECLRMM)."""
STRING: Final = re.compile(r"\x1b[\]PX^_]")


@frozen(kw_only=True)
class Abilities:
    """What may be sent to a terminal."""

    colours: bool = True
    lines: bool = True
    """Draws the lines and blocks of Unicode as they are."""
    ends_attributes: bool = True
    """Ends bold alone, underline alone, and so on; else all end together."""
    erases_in_colour: bool = True
    """What is erased takes the background in force, not the terminal's own."""
    erases_cells: bool = True
    """Erases some cells of a row (ECH)."""
    moves_rows: bool = True
    """Inserts and deletes lines in a region."""
    moves_columns: bool = False
    """The same between two columns (DECSLRM), which it has to say itself."""
    modes: frozenset[str] | None = None
    """The private modes it knows; ``None`` for all that Textual sets."""
    questions: bool = True
    """Answers, or ignores, questions and keyboard protocols."""
    strings: bool = True
    """Takes, or ignores, strings such as those for the clipboard."""

    def with_margins(self) -> Abilities:
        """The same, and moves rows between two columns."""
        return replace(self, moves_columns=True)

    def takes(self, sequence: str) -> bool:
        """Whether a sequence may be sent to it as it is."""
        if match := MODE.fullmatch(sequence):
            return self.modes is None or match[1] in self.modes
        if QUESTION.match(sequence):
            return self.questions
        return self.strings or not STRING.match(sequence)


ALWAYS: Final = frozenset({"7", "25"})
"""Wrapping and the cursor: modes that every terminal knows, or ignores."""
MOUSE: Final = frozenset({"1000", "1002", "1003", "1006", "1015"})

MODERN: Final = Abilities()
LINUX: Final = Abilities(modes=ALWAYS, questions=False, strings=False)
SCREEN: Final = Abilities(
    erases_in_colour=False,
    modes=ALWAYS | MOUSE | {"1049", "2004"},
    questions=False,
)
VT220: Final = Abilities(
    colours=False,
    lines=False,
    erases_in_colour=False,
    modes=ALWAYS,
    questions=False,
    strings=False,
)
VT100: Final = Abilities(
    colours=False,
    lines=False,
    ends_attributes=False,
    erases_in_colour=False,
    erases_cells=False,
    moves_rows=False,
    modes=ALWAYS,
    questions=False,
    strings=False,
)
FAMILIES: Final = {
    "linux": LINUX,
    "screen": SCREEN,
    "vt1": VT100,
    "vt2": VT220,
    "vt3": VT220,
    "vt4": VT220,
    "ansi": VT100,
}


def abilities(environment: Mapping[str, str]) -> Abilities:
    """What the terminal of an environment knows."""
    if environment.get("TMUX"):
        return MODERN
    if environment.get("STY"):  # GNU screen, whatever type it was told to be
        return SCREEN
    term = environment.get("TERM", "")
    known = (FAMILIES[name] for name in FAMILIES if term.startswith(name))
    return next(known, MODERN)
