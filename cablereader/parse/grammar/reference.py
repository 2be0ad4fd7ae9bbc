"""Reference ids and REF blocks (format.md §6)."""

from __future__ import annotations

import re
from typing import Final

from cablereader.parse.grammar.pattern import pattern

# What may stand between the parts of a printed id: "09 MEXICO 3195", "10-OTTAWA-57",
# "N'DJAMENA 511", "ST. PETERSBURG 75", "'08 CAIRO 123", "BAGHDAD #3565".
BETWEEN: Final = pattern(r"[\s.,:;'’`#/()_-]+")

# An id without blanks.  09OSLO9, 08SAOPAULO335
#   two digits, four of a full year (2009MEXICO3195), three by a slip (094QUITO841),
#   four by a stutter (7575LIBREVILLE1895); letter O for zero (O4CHENNAI1)
# Behind it, glued by the database:  90STATE255577TOSEC140323
# Before the post, glued likewise:   09SECTION01OF03SANJOSE525, 08SECTION01GF02BISHIEK21
ID: Final = pattern(
    r"(?P<year>[0-9O][0-9]{1,3})"
    r"(?:[A-Z]{1,8}[0-9]{1,2}[A-Z0]{1,3}[0-9]{1,2})?"
    r"(?P<post>[A-Z][A-Z0]*[A-Z]|[A-Z])(?P<number>[0-9]{1,8})"
    r"(?:TOSEC[0-9]*|ZDK|ZDS|SUSPECTED[A-Z]*|S)?$"
)

# Words, numbers and signs of a REF block.
TOKEN: Final = pattern(r"(?P<word>[A-Za-z]+)|(?P<number>[0-9]+)|(?P<sign>\S)")
# Letter O for zero: "O4 CHENNAI 123", "LAGOS O1512", "1O45".
LETTER_FOR_ZERO: Final = pattern(r"(?<![A-Za-z])[Oo](?=[0-9])|(?<=[0-9])O(?=[0-9])")
# Zero for letter O: "COTON0U 12".
ZERO_FOR_LETTER: Final = pattern(r"(?<=[A-Za-z])0(?=[A-Za-z])")
# The title of the cable cited: '09 KABUL 123 "ROADS: KABUL 2010"'.
QUOTED: Final = pattern(r'"[^"\n]{0,200}(?:\n[^"\n]{0,200})?"')

# 97ROME1098 "STATE 40721 CONFIDENTIAL PAGE 02 ROME 01196 01 OF 02 082030Z B. ROME 1098"
# 08TRIPOLI563 "TRIPOLI 00000563  001.2 OF 003"
PAGE: Final = pattern(
    r"(?:\b(?:UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET)[ \t]{0,30}\n?[ \t]{0,30})?"
    r"\bPAGE[ \t]{1,4}[0-9]{2,3}[ \t]{1,12}[A-Z][A-Z .'-]{1,24}[0-9]{4,8}[ \t]{1,8}"
    r"(?:[0-9]{2}[ ]OF[ ][0-9]{2}[ \t]{1,8})?[0-9]{6}Z"
    r"|\b[A-Z][A-Z .'-]{2,24}[0-9]{8}[ \t]{1,8}"
    r"[0-9]{3}(?:\.[0-9]{1,3})?[ ]OF[ ][0-9]{3}"
)
# Without one of these there is none.
PAGE_SIGNS: Final = ("PAGE", " OF ")

# The label of the block: "REF:", "REFS:", "Ref(s):", "REFTELS:", "REF.", "REF "; twice
# in "REF: REF: STATE 1"; worn down in 08TRIPOLI402 "Q: A) TRIPOLI 199".
BLOCK_LABEL: Final = pattern(
    r"\s{0,8}(?:\(?REF(?:ERENCE|TEL)?(?:S|\(S\))?(?![A-Z])\)?[ \t]{0,4}[:.;-]{0,2}|Q:)",
    re.IGNORECASE,
)
# The end of the block where the top is mashed into one line.
BLOCK_END: Final = pattern(
    r"\bCLASSIFIED[ ]{1,2}BY\b|\bDERIVED[ ]FROM\b|-{5}|\bSUMMARY\b[ ]?[:.-]",
    re.IGNORECASE,
)

# What numbers the entries.
#   03ROME2045     "REF: A. ROME 0292"           06MEXICO456 "REF: A. A) 05 MEXICO 7612"
#   90BAGHDAD4397  "REF: (A) STATE 253201 (B) WILSON/MACK"
#   86MADRID5480   "REF:  A) MADRID 5426, B) MADRID 5425"
ENUMERATOR: Final = pattern(
    r"(?<![^\s;,.:(\]¶])(?:REF(?:TEL)?[ ]{1,2})?"
    r"(?:\((?P<enclosed>[A-Za-z]|[0-9]{1,2})\)[.:]?"
    r"|(?P<closed>[A-Za-z])[ ]?(?:[.)]{1,2}|:)(?![A-Za-z]\.)"
    r"|(?P<numbered>[0-9]{1,2})[.)](?![0-9])"
    r"|(?P<bare>[A-Z])(?=[ ]{1,3}(?:[('0-9]|[A-Z][A-Za-z'.])))"
    r"[ \t]{0,8}"
)
# A cable of the post itself, by its number only: "REF: A. 1234 (NOTAL)".
BARE_NUMBER: Final = pattern(
    r"\s{0,20}\#?[0-9]{2,6}\s{0,8}(?:$|[(,;&]|NOTAL\b|AND\b)", re.IGNORECASE
)
# Number before post: "1234 STATE".
REVERSED: Final = pattern(
    r"\s{0,20}(?P<number>[0-9]{3,6})\s{1,8}(?P<post>[A-Za-z][A-Za-z .'-]{1,30})\s{0,8}$"
)

# Kinds of entry that are no cable (format.md §6.4).
EMAIL: Final = pattern(r"\bE-?[ ]?MAILS?\b", re.IGNORECASE)
TELCON: Final = pattern(
    r"\bTELE?CONS?\b|\bPHONE\b|\bTELEPHONE\b|\bPHONECONS?\b", re.IGNORECASE
)
REPORT: Final = pattern(
    r"\bIIR\b|\bTDX?\b|\bTDX?-?[0-9]{3}|\bFBIS\b|\bOSC\b|\bCIR\b|\bDAILY REPORT\b"
    r"|\bPOINTS\b|\bUSDAO\b|\bDAO\b|\bHOTR\b|\bUSDLO\b|\bINTREP\b|\bSITREP\b",
    re.IGNORECASE,
)
