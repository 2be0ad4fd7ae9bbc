"""Pointers in running text (format.md §6.4: "References in the text")."""

from __future__ import annotations

import re
from typing import Final

from cablereader.parse.grammar.pattern import pattern

# 07BERN881      "reftel A,", "(reftels C/D)"     10LIMA97 "(reftel)"
# 08PARIS1698    "refs D and E"                   08NAIROBI2290 "(refs A-C)"
# but not 07BERN881 "REF: A. STATE 124823", the block itself
#   nor the article in 09CAIRO79 "Per ref E, a court": one case for all letters
REFERENCE: Final = pattern(
    r"\b(?i:REF(?:TEL)?(?P<plural>S?))\b(?!\s?:)"
    r"(?:\s{1,2}\(?(?P<labels>"
    r"[A-Z](?:\)?(?:,?\s(?i:AND|OR|TO)\s|\s?[,/&-]\s?)\(?[A-Z](?![A-Za-z'])){0,25}"
    r"|[a-z](?:\)?(?:,?\s(?i:AND|OR|TO)\s|\s?[,/&-]\s?)\(?[a-z](?![A-Za-z'])){0,25}"
    r")(?![A-Za-z']))?"
)
LABEL: Final = pattern(
    r"(?P<first>\b[A-Z]\b)(?:\)?(?:\sTO\s|\s?-\s?)\(?(?P<last>[A-Z])\b)?", re.IGNORECASE
)
# An article, no label: "as in the ref a year ago".
ARTICLE: Final = pattern(r"a\s(?!and\b|or\b)[a-z]")

# 09BERLIN1271   "(septel)"
SEPTEL: Final = pattern(r"\bSEPTELS?\b", re.IGNORECASE)

PARAGRAPH_NUMBER: Final = (
    r"(?:[0-9]{1,3}(?![0-9])|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN)\b"
)
# 10KABUL131     "paras 10 and 11"     90KHARTOUM10657 "para two"
# 10STATE9410    "paragraph 2 above"   09TRIPOLI637 "Paragraphs 6-10"
# but not "paragraph 4 of the agreement", which is another paper's
PARAGRAPH: Final = pattern(
    rf"\bPARA(?:GRAPH)?S?\b\.?\s{{1,2}}(?P<numbers>{PARAGRAPH_NUMBER}"
    rf"(?:(?:,?\s(?:AND|OR|TO|THROUGH|THRU)\s|\s?[,&-]\s?){PARAGRAPH_NUMBER}){{0,20}})"
    r"(?!\s{1,2}OF\b)",
    re.IGNORECASE,
)
NUMBERS: Final = pattern(
    rf"(?P<first>{PARAGRAPH_NUMBER})"
    rf"(?:(?:\s(?:TO|THROUGH|THRU)\s|\s?-\s?)(?P<last>{PARAGRAPH_NUMBER}))?",
    re.IGNORECASE,
)

# 10CAIRO195     "09CAIRO561"          08TRIPOLI563 "2007 TRIPOLI 983"
DATED: Final = pattern(
    r"(?<![A-Za-z0-9/.-])(?:'?[0-9]{2}|(?:19|20)[0-9]{2})[ -]?"
    r"[A-Z][A-Za-z.'’]{1,20}(?:[\s-][A-Z][A-Za-z.'’]{0,20}){0,3}[\s-]?\#?[0-9]{1,7}"
    r"(?![A-Za-z0-9])"
)
# 06MEXICO2220   "(MEXICO 2219)": without a year, in a text that has small letters
UNDATED: Final = pattern(
    r"(?<![A-Za-z0-9/.'-])[A-Z]{2,20}(?:\s[A-Z]{2,20}){0,3}\s\#?"
    r"(?!(?:19|20)[0-9]{2}\b)[0-9]{3,7}(?![A-Za-z0-9])"
)
