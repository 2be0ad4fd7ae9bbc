"""Patterns of the top of a cable, from classification line to reasons (format.md 3)."""

from __future__ import annotations

import re
from typing import Final

# The classification line: a word of secrecy, letter-spaced or not, then maybe
# section, post and serial.
#   09MEXICO3195  "S E C R E T SECTION 01 OF 05 MEXICO 003195"
#   09CAIRO79     "C O N F I D E N T I A LCAIRO 000079 SIPDIS"
#   09EFTOLONDON2187  "UNCLAS E F T O LONDON 002187"
CLASSIFICATION: Final = re.compile(
    r"""
    (?P<word> T\ ?O\ ?P\ {1,2}S\ ?E\ ?C\ ?R\ ?E\ ?T | S\ ?E\ ?C\ ?R\ ?E\ ?T
            | C\ ?O\ ?N\ ?F\ ?I\ ?D\ ?E\ ?N\ ?T\ ?I\ ?A\ ?L
            | U\ ?N\ ?C\ ?L\ ?A\ ?S (?: \ ?S\ ?I\ ?F\ ?I\ ?E\ ?D )?
            | L\ ?I\ ?M\ ?I\ ?T\ ?E\ ?D\ {1,2}
              O\ ?F\ ?F\ ?I\ ?C\ ?I\ ?A\ ?L\ {1,2}U\ ?S\ ?E )
    """,
    re.VERBOSE | re.IGNORECASE,
)
SECTION: Final = re.compile(
    r"\bS?E?CTION ?(?P<number>\d{1,2}) (?:OF|GF) (?P<of>\d{1,2})\b", re.IGNORECASE
)
MESSAGE: Final = re.compile(
    r"""
    \b (?P<post> [A-Z][A-Za-z.'-]* (?: [ ][A-Z][A-Za-z.'-]* ){0,3} )
    [ ] (?P<number> \d{3,8} ) (?! \d )
    """,
    re.VERBOSE,
)
LABEL: Final = re.compile(
    r"""
    (?P<order> E\ ?\.?\ ?[O0]\ ?\.?\ ?,?:?\ ?1\d{4} )
    | (?P<tags> TAGS?\ ?: | TAGS?\ (?=[A-Z]{2}) )
    | (?P<subject> S?UBJ(?:ECT)?\ ?[:.] )
    | (?P<reference> REF(?:S|TELS?|\(S\)|TEL\(S\))?\ ?[:.] | REF(?=\ [A-Z(]) )
    | (?P<authority> (?:\(U\)\ )?CLASSIFIED\ BY )
    | (?P<reason> REASONS?\ ?: )
    """,
    re.VERBOSE | re.IGNORECASE,
)
