"""Patterns of the end of a cable: signer, trailer, notices (format.md 4.9)."""

from __future__ import annotations

import re
from typing import Final

from cablereader.parse.grammar.pattern import pattern

# What may stand behind the signer.
#   02BOGOTA3281 "=======================CABLE ENDS==============================="
#   08STATE79112 "NNNN", "End Cable Text"      79TEHRAN8980 "CONFIDENTIAL"
#   03ROME2045   "> ", '2003ROME02045 - Clas"<tab>"sification: CONFIDENTIAL'
#   06LAPAZ3400  "SELECT * FROM `cable` WHERE `id` = '90016' ORDER BY `date` ASC"
#   09LAPAZ96    "</td></tr>"                  75TEHRAN2069 "Declassified/Released …"
TRAILER: Final = pattern(
    r"""
    [=*-]{3,60} [ ]? CABLE[ ]ENDS | NNNN | BT \Z | \#\d{3,4}\Z | End[ ]Cable[ ]Text
    | [">,'\\N.|=*_-]{1,80} \Z | <[ ]?/?[a-z]{1,8}>
    | SELECT[ ]\*[ ]FROM | Declassified/Released | Systematic[ ]Review[ ]
    | \d{2,4}[A-Z]{3,20}\d{1,7}[ ]-[ ]Clas
    | (?: UNCLASSIFIED | UNCLAS | CONFIDENTIAL | SECRET ) (?: //[A-Z ]{4,24} )? \Z
    | \d{1,2}/\d{1,2}/\d{4}\b | \d{4}-\d\d-\d\d\b
    | RELEASED?[ ]IN[ ](?:PART|FULL)\b | REVIEW[ ]AUTHORITY:
    | [A-Z/ ]{0,30}U\.?S\.?[ ]Department[ ]of[ ]State[ ]Case[ ]
    | MINIMIZE[ ]CONSIDERED | \*\*\*[ ]End | <<[ ]?END[ ]OF[ ]
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
# A trailer that begins with another letter than N has one of these, in small letters.
TRAILER_SIGNS: Final = (
    *("bt", "end cable text", "select *", "declassified/", "systematic ", "unclas"),
    *("confidential", "secret", " in part", " in full", "review auth", " state case "),
    "minimize ",
)
# A signer on a line of his own: "PASCUAL", "Clinton", "van Voorst", "LA LIME".
#   "CRETZ  CRETZ"   08TRIPOLI563 "GODFREY."   "O'DONOHUE"   08KUWAIT560 "jones"
SIGNER: Final = pattern(
    r"""
    ["']? (?P<name> [a-z]{4,12} (?= \Z ) |
      (?: (?: (?: v[ao]n | de | der | den | la | du | le | Mc | St\. ) [ ] ){0,2}
        [A-ZÀ-Þ] [A-Za-zÀ-ÿ'’.-]{1,19} )
      (?: [ ]{1,3} [A-ZÀ-Þ] [A-Za-zÀ-ÿ'’.-]{0,19} ){0,2}
    ) [ ]? (?: [.*=>] | \#{1,2} )? ["']? \Z
    """,
    re.VERBOSE,
)
# A signer behind the last sentence of a reflowed text.
#   09BAGHDAD791 "discussed this issue at length. BUTENIS"
#   10LONDON87   "Website: XXXXXXXXXXXX  SUSMAN"     09CAIRO1749 "9/3/2009). Scobey"
LAST_NAME: Final = pattern(
    r"""
    (?: (?: [A-Za-z0-9)\]]{3} [.!?] ["'”’)]{0,2} [ ]{1,8} | [)"'”’:*>/X-] [ ]{1,8}
          | [ ]{2,8} )
        (?P<shouted> (?: (?: V[AO]N | DE | DER | LA | LE ) [ ] ){0,2}
          (?! X{4} ) [A-Z][A-Z'’-]{2,19} (?: [ ]{1,3} [A-Z][A-Z'’-]{1,19} )? ) [ ]? \.?
      | [A-Za-z0-9)\]]{3} [.!?] ["'”’)]{0,2} [ ]{1,8}
        (?P<name> (?: (?: v[ao]n | de | der | la | le ) [ ] ){0,2}
          [A-Z][A-Za-z'’-]{2,19} (?: [ ] [A-Z][A-Za-z'’-]{1,19} )? )
    ) \Z
    """,
    re.VERBOSE,
)
# Words that stand alone at an end but sign nothing: 73TEHRAN2077 "Comment"
UNSIGNED_WORDS: Final = """
    END COMMENT SUMMARY NOTE TEXT SIPDIS NOFORN SENSITIVE CONFIDENTIAL SECRET NNNN BT
    DRAFTED CLEARED APPROVED REGARDS UNQUOTE QUOTE ANNEX MINIMIZE
    THE THIS THAT A AN IN ON AT BUT AND FOR HE SHE IT WE THEY HIS HER ITS AS IF
    WHEN WHILE HOWEVER WITH BY TO
"""
UNSIGNED: Final = frozenset(UNSIGNED_WORDS.split())
UNCLASSIFIED: Final = "UNCLAS"
# The embassy's advertisement before the signer.
#   09MEXICO3195 "Visit Mexico City's Classified Web Site at"
#   09KUWAIT110  "For more reporting from Embassy Kuwait, visit:"
#   10LONDON87   "Visit London's Classified Website: XXXXXXXXXXXX"
# Until 1972 its group, by which its classification was to change, stood there.
#   66BUENOSAIRES2481 "GP-3"
NOTICE: Final = pattern(
    r"""
    ["“]? (?: Please[ ])? Visit[ ] (?: the[ ] )? [A-Z][A-Za-z.'’ -]{1,50} ['’,]?s?[ ]
      (?: SIPRNET[ ] | Classified[ ] | Unclassified[ ] ){0,2} Web[ ]?-?[ ]?s?ite
    | (?<! \S ) GP-[1-4] [ ]? \Z
    | For[ ]more[ ]reporting[ ]from | This[ ]and[ ]other[ ]cables[ ]from
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Without one of these, in small letters, there is none.
NOTICE_SIGNS: Final = ("gp-", "web", "more reporting from", "other cables from")
# A body that was cut (06KABUL3934).
CUT: Final = pattern(r"\.\.\.[\s\"]{0,10}\Z")
