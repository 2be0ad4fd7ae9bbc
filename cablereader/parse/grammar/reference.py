"""Reference ids and REF blocks (format.md §6)."""

from __future__ import annotations

import re
from typing import Final

# What may stand between the parts of a printed id: "09 MEXICO 3195", "10-OTTAWA-57",
# "N'DJAMENA 511", "ST. PETERSBURG 75", "'08 CAIRO 123", "BAGHDAD #3565".
BETWEEN: Final = re.compile(r"[\s.,:;'’`#/()_-]+")

# An id without blanks.  09OSLO9, 08SAOPAULO335
#   two digits, four of a full year (2009MEXICO3195), three by a slip (094QUITO841),
#   four by a stutter (7575LIBREVILLE1895); letter O for zero (O4CHENNAI1)
# Behind it, glued by the database:  90STATE255577TOSEC140323
# Before the post, glued likewise:   09SECTION01OF03SANJOSE525, 08SECTION01GF02BISHIEK21
ID: Final = re.compile(
    r"(?P<year>[0-9O][0-9]{1,3})"
    r"(?:[A-Z]{1,8}[0-9]{1,2}[A-Z0]{1,3}[0-9]{1,2})?"
    r"(?P<post>[A-Z][A-Z0]*[A-Z]|[A-Z])(?P<number>[0-9]{1,8})"
    r"(?:TOSEC[0-9]*|ZDK|ZDS|SUSPECTED[A-Z]*|S)?$"
)

# 03ROME2045  "REF: A. ROME 0292"
ENTRY: Final = re.compile(
    r"(?:(?P<label>[A-Z])[.)][ ]{1,4})?"
    r"(?P<printed>(?:[0-9]{2,4}[ ])?[A-Z]{3,20}(?:[ ][A-Z]{2,12})?[ ][0-9]{1,7})"
    r"(?![0-9])"
)
