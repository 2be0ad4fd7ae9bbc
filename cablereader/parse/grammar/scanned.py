"""Patterns of text that went through character recognition (format.md section 8)."""

from __future__ import annotations

import re
from typing import Final

# A paragraph's head before its marking: the pilcrow became any sign, or two.
#   09MEXICO3195  "11.1 . (S/NF)"  "11_3 . (S/NF)"  "f5 . (S/NF)"  "1I_10.  (C)"
#   likewise      "11.1 2.  (S/NF)"  "1[14.  (S/NF)"  "19 . (S/NF)"
MARKED_HEAD: Final = re.compile(
    r"(?P<head>[^\s(]{1,7}(?: [^\s(]{1,4}){0,2}) ?(?P<marking>[(][^()]{1,60}[)])"
)
# The same before text without a marking: it must end with a point.
HEAD: Final = re.compile(
    r"(?P<head>[^\s(]{0,4}[0-9IilO]{1,3}(?: [0-9IilO]{1,2})?) ?[.,](?= ?[A-Z\"'(])"
)
# Digits at the end of a head, as they look.
DIGITS: Final = re.compile(r"[0-9IilOoSBZ|!\]]{1,4}(?: [0-9IilOo]{1,2})?\Z")
# What a lost number leaves: a few signs before the marking.
SIGNS: Final = re.compile(r"[^\s()]{0,6}\Z")
# A blank that recognition put before a sign.
#   09MEXICO3195  "E . O . 12958: DECL : 07/24/2019"   "arrests . At"   "CISEN 's"
LOOSE_SIGN: Final = re.compile(r"(?<=[\w)\"']) (?=[.,:;](?: |\Z))")
