"""Patterns of text that went through character recognition (format.md section 8)."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from cablereader.parse.grammar.pattern import pattern

Match: TypeAlias = re.Match[str]

# A paragraph's head before its marking: the pilcrow became any sign, or two.
#   09MEXICO3195  "11.1 . (S/NF)"  "11_3 . (S/NF)"  "f5 . (S/NF)"  "1I_10.  (C)"
#   likewise      "11.1 2.  (S/NF)"  "1[14.  (S/NF)"  "19 . (S/NF)"
#   other programs "q1. (C)"  "(1. -(S)"  "43. (C)"  "{2.° (C/NF)"
MARKED_HEAD: Final = pattern(
    r"(?P<head>[({\[]?[^\s(]{1,7}(?: [^\s(]{1,4}){0,2}) ?(?=[(<{\[])"
)
# What its marking begins with: "(C)", misread "<C)", "{C)", "[C)".
MARKING_SIGN: Final = pattern(r"[(<{\[]")
# The same before text without a marking: it must end with a point.
HEAD: Final = pattern(
    r"(?P<head>[({\[]?[^\s(]{0,4}[0-9IilO]{1,3}(?: [0-9IilO]{1,2})?) ?[.,]"
    r"(?= ?(?:[A-Z\"'(]|x{4}))"
)
# An item of a reference list behind a misread pilcrow: 06LIMA622 "(1B. 05 LIMA 5203"
ITEM_SIGNS: Final = pattern(r"[^\sA-Za-z]{0,2}[1Iqf¶4]?(?=[A-Z][.)] )")
# The same where its letter was read with it: 08KUWAIT560 "Cc. KUWAIT 90".
ITEM_HEAD: Final = pattern(r"[Cqgf9](?P<letter>[a-z])(?=[.)] [A-Z0-9])")
# Digits at the end of a head, as they look.
DIGITS: Final = pattern(r"[0-9IilOoSBZ|!\]]{1,4}(?: [0-9IilOo]{1,2})?\Z")
# What a lost number leaves: a few signs before the marking.
LOST_NUMBER: Final = pattern(r"(?![-–—*•]+\Z)[^A-Za-z]{0,6}[A-Za-z]?[^A-Za-z]{0,6}\Z")
# A word with a digit among its letters, or a letter among its digits.
#   "O6/17/2O18"   "0SLO 9O44"   "PG0V"   "PR1ORITY"
MIXED: Final = pattern(
    r"(?<![A-Za-z0-9|!])(?=[0-9]{0,12}[A-Za-z|!])(?=[A-Za-z|!]{0,20}[0-9|!])"
    r"[A-Za-z0-9|!]{2,20}(?![A-Za-z0-9|!])"
)
TWO_DIGITS: Final = pattern(r"[0-9]{2}")
INNER_LETTER: Final = pattern(r"(?<=[0-9])[SB](?=[0-9])")
# A blank that recognition put before a sign.
#   09MEXICO3195  "E . O . 12958: DECL : 07/24/2019"   "arrests . At"   "CISEN 's"
LOOSE_SIGN: Final = pattern(r"(?<=[\w)\"']) (?=[.,:;](?: |\Z))")
