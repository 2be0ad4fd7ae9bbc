"""Patterns of what a reviewer stamped on a released copy (format.md section 2.5)."""

from __future__ import annotations

import re
from typing import Final

from cablereader.parse.grammar.pattern import pattern

# Lines of their own, on each page of a copy that was released under the FOIA.
#   "UNCLASSIFIED U.S. Department of State Case No. F-2008-02837 Doc No. C05432109"
#   so too "RELEASED IN PART B1", and "REVIEW AUTHORITY: Ann Smith"
#   and what its pages are numbered with, "Page: 2 of 7" or "- 2 -"
#   "Declassified and Approved For Release 2014/09/02"
STAMP: Final = pattern(
    r"""
    (?: [A-Z/ ]{0,30} U\.?S\.?[ ]Department[ ]of[ ]State[ ]Case[ ] .{0,90}
      | RELEASED?[ ]IN[ ](?:PART|FULL) \b .{0,60} | DENIED[ ]IN[ ]FULL .{0,40}
      | REVIEW[ ]AUTHORITY: .{0,80} | REVIEWED[ ]BY:? .{0,60}
      | (?: B\d{1,2} | 1\.[45][ ]?\([A-D]\) ) (?: [, ]{1,2} (?: B\d{1,2}
        | 1\.[45][ ]?\([A-D]\) ) ){0,6}
      | DECLASSIFIED (?: [ ](?:AND|AUTHORITY|BY|PA/HO|UNDER) \b .{0,70} )?
      | \[? (?: PAGE:?[ ] | -[ ]? ) \d{1,3} (?: [ ]OF[ ]\d{1,3} )? [ ]?-? \]?
      | UNCLASSIFIED | CONFIDENTIAL | SECRET | LIMITED[ ]OFFICIAL[ ]USE
    ) \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# One of these is on every such copy.
STAMP_SIGNS: Final = (
    "Department of State Case",
    "RELEASED IN ",
    "RELEASE IN ",
    "REVIEW AUTHORITY",
    "Approved For Release",
    "Approved for Release",
)
