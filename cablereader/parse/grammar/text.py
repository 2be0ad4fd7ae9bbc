"""Patterns of the running text: numbers, markings, page lines, rules (format.md 4)."""

from __future__ import annotations

import re
from typing import Final

# A page line of the printer; its post name stands before it, cut to ten characters.
#   09MEXICO3195   "MEXICO 00003195  002 OF 005"
#   08TRIPOLI563   "TRIPOLI 00000563  001.2 OF 003"        section and page
#   08TRIPOLI402   "TRIPOLI 00000402 <2 newlines> 001.2 OF 003"
#   09SECTION01OF03SANJOSE525  "SAN JOSE 00000525  001.11 OF 003"
PAGE: Final = re.compile(
    r"""
    (?P<serial> [\dO]{8} ) \s{1,8}
    (?P<page> [\dO]{3} ) (?: [.] (?P<part> \d{1,2} ) )? \s{1,8}
    [O0]F \s{1,8} (?P<of> [\dO]{3} ) (?! \d )
    """,
    re.VERBOSE,
)
# The post name that ends before it.
PAGE_POST: Final = re.compile(r"(?<![^\s])(?:[A-Z][A-Z.'-]{0,9}[ ]?){1,3}[ \t]{0,8}\Z")
# The page line of the 1970s to 2003.
#   90CAPETOWN97  "PAGE 02        CAPE T  00097  01 OF 03  182017Z"
OLD_PAGE: Final = re.compile(
    r"""
    PAGE \s{1,3} (?P<page> \d{2,3} ) \s{1,12}
    [A-Z][A-Z .'-]{1,9} \s{1,6} \d{4,6} \s{1,4}
    (?: \d\d \s{1,3} OF \s{1,3} \d\d \s{1,4} )? \d{6}Z
    """,
    re.VERBOSE,
)
# Where a paragraph may start: number, its point, and what follows.
#   09MEXICO3195  "1. (S/NF) Summary."     08TRIPOLI411  "1.(C)"
NUMBER: Final = re.compile(
    r"""
    ¶? [ ]? (?P<number> \d{1,3} ) [ ]?
    (?: [.]{1,2} | [),:] (?= [\s(] ) | (?= [(] ) )
    (?P<gap> [ \t]* )
    """,
    re.VERBOSE,
)
# The same inside a line of reflowed text: only with a marking.
INNER_NUMBER: Final = re.compile(
    r"(?<![\d.$/(,-])(?P<number>\d{1,2})[ ]?[.),][ ]?(?=\([A-Za-z])"
)
MARKING: Final = re.compile(
    r"""
    [(] [ ]{0,2}
    (?P<level> TOP[ ]SECRET | TS | SBU | SECRET | S | CONFIDENTIAL | C
             | UNCLAS (?: SIFIED )? | U | FOUO | LOU )
    (?! [A-Za-z.] )
    (?P<rest> [^()\n]{0,90} (?: \n [^()\n]{0,90} ){0,2} )
    [)]
    """,
    re.VERBOSE | re.IGNORECASE,
)
RULE: Final = re.compile(r"[-=_*~]{3,}[-=_*~ ]*\Z")
SPACED_RULE: Final = re.compile(r"(?:[-=_*~] ){3,}[-=_*~]?\Z")
