"""Patterns inside the fields of the top (format.md 3.4 to 3.7)."""

from __future__ import annotations

import re
from typing import Final

from cablereader.parse.grammar.pattern import pattern

# 09MEXICO3195 "E.O. 12958: DECL: 07/24/2019"    00HARARE5461 "EO 12958 DECL: 09/21/10"
# 09BERLIN1148 "E.0. 12958: N/A"                 90CAPETOWN97 "E.O. 12356:  DECL:  OADR"
ORDER: Final = pattern(
    r"(?:EXECUTIVE ORDER|E ?[.,]? ?[OM0] ?[.,]?) ?:? ?"
    r"(?P<order>[1Il]\d{4})(?P<rest>.{0,200})",
    re.IGNORECASE | re.DOTALL,
)
# The same through a scanner: 09MEXICO3195 "E . O . 12958"
LOOSE_ORDER: Final = pattern(r"\AE ?\. O ?\.|\AE \. ?O ?\.")
# The date behind DECL: 09LIMA1675 "2019/12/01", "9/18/2018", "05/12/03"
#   so too "17 JUNE 2018", "JUN 17, 2018"
#   but not what was done: 72TEHRAN1164 "AS AMENDED; DECLASSIFIED JUNE 21, 2006"
DECLASSIFY: Final = pattern(
    r"""
    DECL (?! ASSIFIED ) [A-Z]{0,8} \W{0,6} (?: ON \W{0,3} )?
    (?: (?P<year> (?: 19 | 20 ) \d\d ) [/-] (?P<month> \d{1,2} ) [/-] (?P<day> \d{1,2} )
      | (?P<us_month> \d{1,2} ) [ ]?[/-][ ]? (?P<us_day> \d{1,2} ) [ ]?[/-][ ]?
        (?P<us_year> \d{4} | \d\d )
      | (?P<named_day> \d{1,2} ) [ ]{1,2} (?P<name> [A-Z]{3,9} ) [.,]? [ ]{1,2}
        (?P<named_year> \d{4} )
      | (?P<first_name> [A-Z]{3,9} ) [.]? [ ]{1,2} (?P<second> \d{1,2} ) ,? [ ]{1,2}
        (?P<last_year> \d{4} ) ) (?! \d )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What goes before the words of a field.
#   00HARARE5461 "TAGS PGOV, PINS"   90CAPETOWN97 "SUBJ:"
TAGS: Final = pattern(r"TAGS?\b ?[.]?(?:[:;]|-{1,2}(?= ))? ?", re.IGNORECASE)
SUBJECT: Final = pattern(
    r"(?:S?UBJ(?:ECTS?)?|SU[BJECT]{4,6}(?=[ ]?:))\b ?(?:[:;.]|-{1,2}(?= ))? ?",
    re.IGNORECASE,
)
# A word of TAGS, or several between commas: 00HARARE5461 "ZANU-PF".
TAG_SEPARATOR: Final = pattern(r"[,;:()\[\]/]+")
TAG: Final = pattern(r"[^A-Z0-9-]+")
# "Classified By" and what it is written as: 00HARARE5461 "CLASSIFIED BY DCM EARL".
AUTHORITY: Final = pattern(
    r"\W{0,2}(?:\(U\) {0,2})?CLASSIFIED {1,3}BY\b *:? *", re.IGNORECASE
)
# A paragraph that is nothing else: "1. (U) Classified by".
AUTHORITY_TEXT: Final = pattern(
    r"(?:This (?:cable|message|telegram) (?:is|was) )?CLASSIFIED {1,3}BY\b",
    re.IGNORECASE,
)
# Where the reasons begin.
#   09MEXICO3195   ". Reason: 1.4 (b),(d)."   09LONDON2768 "for reasons 1.4 b and d"
#   02BOGOTA3281   ".  REASON: 1.5 <newline>(B) AND (D)"
#   03THEHAGUE1865 "FOR REAS ONS 1.5 (B AND D)"
REASONS: Final = pattern(
    r"""
    [ ,.;:(]{0,4} (?:
      \b (?: FOR[ ]{1,2} (?: THE[ ]{1,2} )? (?: FOLLOWING[ ] )? )? REAS[ ]?ON
      | \b (?: PER | UNDER | IN[ ]ACCORDANCE[ ]WITH | PURSUANT[ ]TO ) \b
      | (?: \b FOR[ ]{1,2} )?
        (?: SECTION[ ] | E\.?O\.?[ ]1\d{4} | [(]?1[ ]?\.[ ]{0,2}[45](?!\d) )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# 96ANKARA12278 "REASON: 1.5(B)(D)."   09BAGHDAD791 "1.4 (b) a nd (d)"
REASON: Final = pattern(r"\b1 ?\. {0,3}(?P<section>[45])(?!\d)")
REASON_WORD: Final = pattern(
    r"[\s(),:/&.;'\\-]{1,6}|a ?n ?d\b|or\b|(?P<letter>[a-h])(?![a-z])", re.IGNORECASE
)
# A word that can be no name: 88BAGHDAD28 "ISN/MTR", "D/Polcouns", "P&M".
OFFICE_SIGN: Final = pattern(r"[A-Za-z]{1,12}[/&][A-Za-z/&-]{0,24}[.,]?\Z")
# A word in capitals among words that are not is an abbreviation, no name: "ISN".
ABBREVIATION: Final = pattern(r"[A-Z0-9-]{2,}[.,]?\Z")
SHOUTED: Final = pattern(r"[A-Z][A-Z'’-]{2,20}\Z")
INITIAL: Final = pattern(r"[A-Z]\.?\Z")
# One with its point is no office, as S alone is.
POINTED_INITIAL: Final = pattern(r"[A-Z]\.\Z")
