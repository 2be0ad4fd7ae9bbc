"""Signs that tell the formats apart, and a cable from any other text."""

from __future__ import annotations

import re
from typing import Final

from cablereader.parse.grammar.pattern import pattern

# A line that only a cable has. One is enough: a fragment (a lone header, a lone REF
# block, some paragraphs) is a cable too.
#   09MEXICO3195  "VZCZCXRO3884", "R 100013Z NOV 09", "FM AMEMBASSY MEXICO"
#   09MEXICO3195  "S E C R E T SECTION 01 OF 05 MEXICO 003195", "1. (S/NF) Summary."
#   06LIMA622     "E.O. 12958: DECL: 02/14/2016", "TAGS: PREL, PGOV, PE"
#   04MADRID3833  "(C) …"                  paragraphs without numbers
# but not "1. Install the package" or "Subject: Re: lunch".
SIGN: Final = pattern(
    r"""
    ^ [ \t"]{0,8} (?:
        VZCZC[A-Z0-9]{3}
      | (?: [ZOPR] [ ] {1,2} ){1,2} \d{6}Z \s{1,2} [A-Z]{3} \s{1,2} \d\d
      | (?: FM | TO | INFO ) [ ]{1,2} (?: R[A-Z]{3,6} [ ]?/ | AM | SEC | US )
      | DE [ ]{1,2} R[A-Z]{3,6} [ ]{1,2} \#
      | E [ ]?[.]? [ ]?[O0] [ ]?[.]? [ ]{0,2} 1\d{4} [ ]?[:,]?
      | TAGS? [ ]?:? [ ]{1,2} (?-i: [A-Z]{2,4} ) (?: [,; \n] | $ )
      | (?-i: SUBJ(?:ECT)? ) [ ]? :
      | (?-i: R[Ee][Ff] (?: [Tt][Ee][Ll] )? \(?[Ss]?\)? ) [ ]? : [ ]{0,3} \S
      | (?-i: UNCLAS (?: SIFIED )? \b | C[ ]O[ ]N[ ]F[ ]I[ ]D | S[ ]E[ ]C[ ]R[ ]E[ ]T )
      | (?-i: CONFIDENTIAL | SECRET ) [ ]{0,2}
        (?: $ | // | (?-i: SECTION | [A-Z .]{3,20} \d{4,6} ) )
      | CLASSIFIED [ ]{1,2} BY [ ]? :
      | (?: ¶? [ ]? \d{1,3} [ ]? [.,)] [ ]{0,3} )?
        (?-i: \( [ ]? (?: TS | SBU | S | C | U )
              (?: [ ]?/{1,2} [^()\n]{2,40} )? [ ]? \) )
    )
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
