"""The patterns of this package. No other module of it may import ``re``."""

from __future__ import annotations

import re
from typing import Final

# A word of running text, with the signs inside it: "A/S", "P5+1", "AFL-CIO", "R&D".
#   09MEXICO3195 "EUR/NB", "CISEN"   08STATE103511 "Poloff's" gives "Poloff"
TOKEN: Final = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]{0,40}(?:[/&+-][A-Za-z0-9]{1,40}){0,6}"
)
# An acronym in parentheses, behind what it stands for: 09MEXICO3195 "… (CISEN)"
IN_PARENTHESES: Final = re.compile(
    r"[(]\"?(?P<acronym>[A-Z][A-Za-z0-9&/-]{0,8}[A-Z0-9])s?\"?[)]"
)
# What a paragraph says of all:  86MADRID5480 "1. CONFIDENTIAL - ENTIRE TEXT."
ENTIRE_TEXT: Final = re.compile(
    r"\A\(?(?P<term>(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE"
    r"|TS|LOU|SBU|FOUO|[SCU])(?://NOFORN)? - ENTIRE TEXT)\b",
    re.IGNORECASE,
)
# Lines of a header, and their words: addresses part after the first stroke, serials
# ("#3195/01") do not.
LINE: Final = re.compile(r"[^\n]+")
WORD: Final = re.compile(r"#[^\s]{1,20}|[^\s/]+")
# A word of a security line; a signal may be glued to the letters.
#   09MEXICO3195 "ZNY SSSSS ZZH"   also "ZNR UUUUUZZH" and "ZNY CCCCC ZZH ZDK"
#   Behind them may stand the operators' text: "(CCY AD0085C8 MSI7213-695)".
SECURITY_WORD: Final = re.compile(
    r"(?P<signal>(?:\b|(?<=[A-Z]{5}))(?:Z[A-Z]{2}\d?|ZH|CCY|ADX|SVC)\b)"
    r"|(?<![A-Z])[A-Z]{5}(?=[ ]|Z?ZH\b|\Z)"
)
# How a line of the top begins that is no term by itself.
LABEL: Final = re.compile(
    r"(?:TAGS?|SUBJ(?:ECT)?|REF(?:S|TELS?|\(S\))?):|CLASSIFIED BY\b", re.IGNORECASE
)
# Who passes on or should read, at the start of a clause:
#   09MEXICO3195 "NSC FOR DAN RESTREPO; DEPT FOR WHA"
#   and "STATE PLEASE PASS USTR", "DEPT FOR EUR/NB AND OES"
ADDRESSED: Final = re.compile(
    r"(?:\A|(?<=[.;,:/] )|(?<=[.;,:/])|(?<=\bAND ))"
    r"[A-Z/]{3,20} (?:(?:PLEASE|PLS|ALSO) )?(?:FOR|PASS)\b",
    re.IGNORECASE,
)
