"""Patterns of dates outside of headers (format.md 3.1, 3.8)."""

from __future__ import annotations

import re
from typing import Final

from cablereader.parse.grammar.pattern import pattern

# The time of a cable in what stands before it.
#   09BAGHDAD791 "Monday, 23 March 2009, 09:27"
#   06CAIRO941   "Cable dated:2006-02-15T07:44:00"   06MEXICO456 "2006-01-27 20:41:00"
#   02BOGOTA3281 "date: 4/11/2002 20:44"            in a record also "04.10.2009 01:32"
PREAMBLE_TIME: Final = pattern(
    r"""
    (?<! \d )
    (?: (?P<year> (?:19|20)\d\d ) - (?P<month> \d\d ) - (?P<day> \d\d ) [T ]
      | (?P<us_month> \d{1,2} ) / (?P<us_day> \d{1,2} ) /
        (?P<us_year> (?:19|20)\d\d ) [ ]
      | (?P<first> \d\d ) [.] (?P<second> \d\d ) [.] (?P<later> (?:19|20)\d\d ) [ ]
      | (?P<named_day> \d{1,2} ) [ ]
        (?P<name> January | February | March | April | May | June | July | August
                | September | October | November | December ) [ ]
        (?P<named_year> (?:19|20)\d\d ) ,[ ]
    )
    (?P<hour> \d{1,2} ) : (?P<minute> \d\d )
    """,
    re.VERBOSE | re.IGNORECASE,
)
