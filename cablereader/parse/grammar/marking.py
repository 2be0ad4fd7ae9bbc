"""The portion marking before a paragraph (format.md 4.3)."""

from __future__ import annotations

import re
from typing import Final

from cablereader.parse.grammar.pattern import pattern

# A parenthesis whose first word is a level; what follows is judged word by word.
#   09MEXICO3195  "(S/NF)"       79TEHRAN8980 "(C - ENTIRE TEXT)"
#   09KAMPALA551  "(S NF)"       08STATE103511 "(S/Rel to Ukraine)"
#   08STATE79112  "(S//REL AFGHANISTAN, KYRGYZSTAN, TAJIKISTAN, <newline> TURKM…)"
#   10ROME87      "( C )"        but not 09BERLIN1148 "(U.S.)"
MARKING: Final = pattern(
    r"""
    [(] [ ]{0,2}
    (?P<level> TOP[ ]SECRET | TS | SBU | SECRET | S | CONFIDENTIAL | C
             | UNCLASSIFIED | UNCLAS | U | FOUO | LOU
             | LIMITED[ ]OFFICIAL[ ]USE | SENSITIVE | LES )
    (?! [A-Za-z.'’] )
    (?P<rest> [^()\n]{0,90} (?: \n [^()\n]{0,90} ){0,2} )
    [)]
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A parenthesis that is meant for one: slips of hand or of character recognition.
#   07REYKJAVIK298 "(NC)"   09CARACAS1443 "(SE)"   "(N/SF)"   "(8BU)"   "(5/NF)"
SHORT: Final = pattern(r"[(] ?(?P<inside>[^()\n]{1,12})[)]")
# One that was never closed: 06BRASILIA2433 "(SBU During", 09CAIRO544 "(C XXXXXXXXXXXX"
UNCLOSED: Final = pattern(
    r"[(](?P<inside>SBU|S/NF|C/NF|C|S|U) (?=[A-Z])(?![^()\n]{0,40}\))"
)
# One in other brackets than parentheses: "[C]", "{U}", "(SBU]"
BRACKETED: Final = pattern(
    r"[(\[{<] ?(?P<inside>SBU(?:/NF)?|[CS]//?NF|U(?://?FOUO)?|C|S) ?[)\]}>]"
)
# One whose second parenthesis was misread: "(Cy General" for "(C) General"
MISCLOSED: Final = pattern(r"[(](?P<inside>SBU|S/NF|C/NF|C|S|U)[yYjJ}\]>|](?= )")
# What parts the level from its controls: 09BERLIN1271 "(C//NF)", 08NAIROBI2290 "(S-NF)"
SEPARATORS: Final = pattern(r"[/\\,;:–—-]+")
