"""Patterns of one row of the full dump (format.md §7)."""

from __future__ import annotations

import re
from typing import Final

from cablereader.parse.grammar.pattern import pattern

# Where a row begins. A quotation mark inside a field is always escaped or doubled, and
# so is a tab: a record that somebody pasted into a body never begins like the rows
# about it, but in a spreadsheet's export: there its origin has doubled marks.
#   row 1 of the dump  '"1","12/28/1966 18:48","66BUENOSAIRES2481",'
#   06BOGOTA (pasted)  '27613,2/24/2005 16:09,ID,"Embassy Bogota",'     spreadsheet
#   07BERN881 (pasted) "22350\t2004-11-02 18:31:00\tID\t"               SQL export
ROW: Final = pattern(
    r"""
    (?P<quote> "? ) (?P<number> \d{1,7} ) (?P=quote)
    (?P<separator> [,\t] )
    "? (?: \d{1,2}/\d{1,2}/\d{4} | \d{4}-\d\d-\d\d ) (?: [ T] [0-9:]{4,8} )? "?
    (?: (?P=separator) (?! [^\n"]{0,60} "" [^,\n] ) | \r? $ )
    """,
    re.VERBOSE,
)
# A line that may begin one, by its first sign; most lines of a dump begin with others.
NEXT: Final = pattern(r"\n(?=[\"0-9])")
DATE: Final = pattern(
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})"
    r"(?: (?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?)?"
)

# Signs of the two ways to put a quotation mark into a quoted field.
#   '… the \"Plan Colombia\" …'      backslash
#   '… the ""Plan Colombia"" …'      doubled
ESCAPED: Final = pattern(r"\\\"")
DOUBLED: Final = pattern(r'[^,\n\\]""[^,\n"]')

# A character that the SQL export escaped, e.g. every newline and tab inside a field.
BACKSLASHED: Final = pattern(r"\\(.?)", re.DOTALL)
