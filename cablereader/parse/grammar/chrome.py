"""Patterns of a page's furniture in its text form (format.md section 8)."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from cablereader.parse.grammar.pattern import pattern

Match: TypeAlias = re.Match[str]

# The row of the top box, as a browser copies it or character recognition reads it.
#   09MEXICO3195  "09MEXICQ3195  2009-11-10  00:13  2011-08-30  01:44  SECRET//NOFORN
#                  Embassy  Mexico"
ROW: Final = pattern(
    r"""
    ^[ \t]* (?P<id> [\dOIl@]{2}[A-Za-z0-9]{3,40} ) \s{1,8}
    (?P<created> \d{4}-\d\d-\d\d \s{1,4} \d\d[:.]\d\d ) \s{1,8}
    (?P<released> \d{4}-\d\d-\d\d \s{1,4} \d\d[:.]\d\d ) \s{1,8}
    (?P<classification>
        (?: SECRET | CONFIDENTIAL | UNCLASSIFIED )
        (?: \s?//?\s? (?: NOFORN | FOR \s{1,3} OFFICIAL \s{1,3} USE \s{1,3} ONLY ) )?
    ) \s{1,8}
    (?P<origin> [A-Za-z*] [^\n]{1,60} )
    """,
    re.VERBOSE | re.MULTILINE,
)
# The heading of a page, in two lines where the subject is long: 09MEXICO3195
TITLE: Final = pattern(
    r"""
    ^[ \t]* Viewing \s{1,3} cable \s{1,3} (?P<id> [0-9A-Z]{4,50} ) ,
    (?P<title> [^\n]{0,200}
      (?: \n (?! [ \t]* (?: Reference | If[ ]you ) ) [^\n]{1,200} ){0,2} )
    """,
    re.VERBOSE | re.MULTILINE,
)
# The id alone on the first line of a text.
LONE_ID: Final = pattern(r"\s{0,40}(?P<id>\d\d[A-Z]{3,20}\d{1,7})[ \t]*\r?\n")
# Links to articles below the row, one a line.
ARTICLES: Final = pattern(
    r"""
    Appears \s{1,3} in \s{1,3} these \s{1,3} articles:?
    (?P<links> (?: \s{1,4} https?://\S{4,300} ){1,20} )
    """,
    re.VERBOSE,
)
LINK: Final = pattern(r"https?://\S+")
# 00HARARE5461 "This record is a partial extract of the original cable."
PARTIAL_NOTE: Final = pattern(
    r"""
    ^[ \t]* This\ record\ is\ a\ partial\ extract\ of\ the\ original [^\n]{0,120}
    (?: \n (?: \s{0,20} \d{6}Z \ [A-Z]{3} \ \d\d [^\n]{0,40} )? )?
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
FROM_LINE: Final = pattern(r"^[ \t]*FM[ \t]", re.MULTILINE)
EMPTY_LINE: Final = pattern(r"\n[ \t\r]*\n")
# What stands before the marking of a paragraph, or before an unmarked one: "1. (C)",
# misread "11.1 . (C)", "94. (C)", "f5. (C)"; "41. The Ministry".
HEAD: Final = pattern(
    r"""
    ^[ \t]{0,4} (?:
        (?P<marked> [({\[]? [^\s(]{1,7} (?: [ ]{1,2}[^\s(]{1,4} ){0,2} ) [ ]{0,3}
        [(] (?: U | C | S | SBU | S/NF | C/NF | S//NF | C//NF ) [)]
      | (?P<plain> [^\sA-Za-z]{0,3} [A-Za-z]? \d{1,4} [ ]?[.,] ) [ ]{1,3} (?= [A-Z"] ) )
    """,
    re.VERBOSE | re.MULTILINE,
)
CLEAN_HEAD: Final = pattern(r"¶? ?\d{1,3} ?[.,):]{0,2}\Z")
HEAD_NUMBER: Final = pattern(r"(?P<digits>\d{1,4}) ?[.,):_]{0,2}\Z")
# The sign of a list is no misread one: "B. (C)", "II. (U)", "(a) (C)", "o (C)", "1a.".
LETTERED: Final = pattern(r"(?:[A-Z]{1,4}[.)]|[(]?\d{0,2}[a-kp-z][.)]|[o*•-]{1,2}) ?\Z")
SIGNS_ONLY: Final = pattern(r"[^A-Za-z]{0,8}[A-Za-z]?[^A-Za-z]{0,8}\Z")
