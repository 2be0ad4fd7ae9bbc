"""Patterns of the top of a cable, from classification line to reasons (format.md 3)."""

from __future__ import annotations

import re
from typing import Final

from cablereader.parse.grammar.pattern import pattern

# The first word of a cable, letter-spaced or not.
#   09MEXICO3195    "S E C R E T SECTION 01 OF 05 MEXICO 003195"
#   09CAIRO79       "C O N F I D E N T I A LCAIRO 000079 SIPDIS"
#   88BAGHDAD28     "S e c r e t state 068250"
#   08SANJOSE195    "UNCLAS"; before 1980 "UNCLASSIFIED", "LIMITED OFFICIAL USE"
CLASSIFICATION: Final = pattern(
    r"""
    (?<! [A-Za-z] ) (?:
      (?: T[ ]?O[ ]?P[ ]{1,2} )? S[ ]{0,2}E[ ]{0,2}C[ ]{0,2}R[ ]{0,2}E[ ]{0,2}T
    | C[ ]{0,2}O[ ]{0,2}N[ ]{0,2}F[ ]{0,2}I[ ]{0,2}D[ ]{0,2}E[ ]{0,2}N[ ]{0,2}T[ ]{0,2}I
      [ ]{0,2}A[ ]{0,2}L
    | U[ ]?N[ ]?C[ ]?L[ ]?A[ ]?S (?: [ ]?S[ ]?I[ ]?F[ ]?I[ ]?E[ ]?D )?
    | L[ ]?I[ ]?M[ ]?I[ ]?T[ ]?E[ ]?D[ ]{1,3}
      O[ ]?F[ ]?F[ ]?I[ ]?C[ ]?I[ ]?A[ ]?L[ ]{1,3}U[ ]?S[ ]?E
    ) (?-i: (?! [a-z] ) )
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
# The same with letters lost or doubled at its beginning.
#   "SS E C R E T", "UUNCLAS", "C C O N F I D E N T I A L", "O N F I D E N T I A L",
#   "E C R E T", "CSE C R E T", ".C O N F I D E N T I A L"
DAMAGED_CLASSIFICATION: Final = pattern(
    r"""
    [."',]? (?: [A-Z][ ]? ){0,10}?
    (?P<ending> C[ ]?R[ ]?E[ ]?T | T[ ]?I[ ]?A[ ]?L | C[ ]?L[ ]?A[ ]?S ) (?= [ ] )
    """,
    re.VERBOSE,
)
# What may follow it: section, post and serial.
#   09EFTOLONDON2187  "UNCLAS E F T O LONDON 002187"
#   08SECTION01GF02BISHIEK21  "UNCLAS SECTION 01 GF 02 BISHIEK 00Q021"
#   09SECTION01OF03SANJOSE525 "UNCLAS SECTION01 OF 03 SAN JOSE 000525"
#   "SCTION 02 OF 02", "UNCLAS //FOR OFFICIAL USE ONLY"
#   so too "S E C R E T NOFORN SECTION 01 OF 02 OSLO 000123", "FINAL SECTION OF 03"
#   and "SECTION ONE OF TWO"
MESSAGE: Final = pattern(
    r"""
    [ ]{0,4} (?P<office> //?[ ]?FOR[ ]OFFICIAL[ ]USE[ ]ONLY(?://)? [ ]{0,3} )?
    (?P<encrypted> E[ ]?F[ ]?T[ ]?O\b [ ]{0,3} )?
    (?: //?[ ]?)?
    (?P<caption> (?: NOFORN | SENSITIVE | EXDIS | NODIS | LIMDIS | STADIS )
        \b (?: //?)? [ ]{1,3} )?
    (?: FINAL[ ]{1,2}SECTION[ ]{1,2}OF[ ]{1,2} (?P<last> \d{1,2} ) \b [ ]{0,3}
      | [SECTION]{5,7} [ ]{0,2} (?P<section> \d{1,2} | [A-Z]{3,5} ) [ ]{1,2} [OG]F
        [ ]{1,2} (?P<of> \d{1,2} | [A-Z]{3,5} ) \b [ ]{0,3} )?
    (?: (?P<post> [A-Z][A-Z.'’-]{1,20} (?: [ ]{1,2}[A-Z][A-Z.'’-]{0,20} ){0,3} )
        [ ]{1,4} (?= [OQ|]{0,7} \d ) (?P<number> [\dOQ|]{3,8} ) (?! [\d/] ) )?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
# Where a classification line may begin: a line, or a field of a pasted record.
#   08BUENOSAIRES1706  '…WASHINGTON DC","UNCLAS BUENOS AIRES 001706'
#   07BERN881          "…PRIORITY<tab>S E C R E T SECTION 01 OF 02 BERN 000881"
#   73TEHRAN2077       "CONFIDENTIAL    C O N F I D E N T I A L THE HAGUE 000131"
#   so too             "Cable dated:2006-02-15T07:44:00S E C R E T CAIRO 000941"
LINE_START: Final = pattern(r'(?:\n|^|["\t]|[ ]{3}|,|\d:\d\d)[ ,."]{0,3}\Z')
# The fields of the top, at the start of a line.
#   09MEXICO3195  "E.O. 12958:", "TAGS:", "SUBJECT:", "Classified By:", "Reason:"
#   09LONDON2768  "EO 12958 DECL:", "TAGS PGOV, PREL"     edited by a newspaper
#   09BERLIN1148  "E.0. 12958"     90CAPETOWN97 "SUBJ:"    "UBJECT:"
#   so too "SUBJECT - CHAIRS", "SUJECT:", "REFERENCES:"
#   08TRIPOLI402  "Q: A) TRIPOLI 199" is a REF line that lost its letters
LABEL: Final = pattern(
    r"""
    (?P<order> EXECUTIVE[ ]ORDER[ ]1\d{4} \b
             | E[ ]?[.,]?[ ]?[OM0][ ]?[.,]?[ ]?:?[ ]?[1Il]\d{4} \b )
    | (?P<tags> TAGS?[ ]?[.]?[:;] | TAGS?[ ]?-{1,2}[ ] | TAGS[ ] (?= [A-Z]{2} ) )
    | (?P<subject> S?UBJ(?:ECTS?)?[ ]?[:;.] | SU[BJECT]{4,6}[ ]?: | SUBJECT[ ]{2}
                 | SUBJECT[ ]-{1,2}[ ]
                 | (?-i: SUBJECT[ ] (?= [A-Z]{3} [^a-z]{3,100} \Z ) ) )
    | (?P<reference> REF(?:S|TELS?|\(S\)|TEL\(S\)|ERENCES?)?[ ]{0,2}[:.;]
                   | REF(?:S|TELS?|ERENCES?)?(?=[ ]{1,4} (?: \(?[A-Z][.:)]
                                      | (?:\d\d){0,2}[ ]?[A-Z][A-Z. ]{1,14}\d ) )
                   | Q:[ ](?=A\)[ ][A-Z]) )
    | (?P<authority> (?: \(U\)[ ]{1,2} )? CLASSIFIED[ ]{1,3}BY\b[ ]{0,2}:?
                   | (?-i: Classified )\Z )
    | (?P<reason> REASONS?\b[ ]{0,2}[:;]? (?= [ ]{0,2}(?:E\.?O|1|SEC|\() ) )
    | (?P<derived> (?: DERIVED[ ]FROM | DECLASSIFY[ ]ON )\b )
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
# The same inside a line: tops on one line, glued tops.
#   06CAIRO941    "000941SIPDISE.O. 12958: DECL: 02/14/2016 TAGS: PTER",
#   06CAIRO941    "VISIT TO EGYPTREF: CAIRO 493"
#   07MOSCOW5399  "REF: A. MOSCOW 5266 B. MOSCOW 4932 Classified By: Econ MC"
#   00TASHKENT4223 "tashkent 004223 e.o. 12958: decl: 11/02/10 tags: prel, pter"
# A first letter that begins none of them is passed over at once; one in parentheses
# is an item's: 08PARIS1698 "HOTR WASHINGTON DC//USDAO PARIS (SUBJ: IIR 6 832".
INNER_LABEL: Final = pattern(
    r"""
    (?= [CERSTcerst] ) (?<! [(] ) (?:
    E\.[O0]\.?[ ]?1\d{4}\b | E[O0]\.?[ ]?12(?:958|356)\b
    | TAGS?: | SUBJ(?:ECT)?: | REF(?:S|TELS?)?:
    | TAGS[ ] (?= [A-Z]{4} \b )
    | (?<! [A-Za-z(] ) REFS?[.]?[ ]{1,2}
      (?= (?: \(?A[.:)]{1,2}[ ] )? (?: (?:\d\d){1,2}[ ]? )?
          (?: [A-Z]{2,20}[ ] ){1,3} \d{2,6}\b )
    | (?<! DE ) (?<! De ) C(?: lassified[ ][Bb]y | LASSIFIED[ ]BY )\b
    | Classified (?= [ ]? \Z )
    | (?i: (?<! [A-Za-z] )
        (?: E\.O\.[ ]?1\d{4} | TAGS?: | SUBJECT: | REF(?:TEL)?(?: S | \(S\) )?:
          | CLASSIFIED[ ]BY\b ) ) )
    """,
    re.VERBOSE,
)
# Without one of these, or "classified", there is none.
INNER_LABEL_SIGNS: Final = (":", "1", "REF", "TAGS ")
# How an unmarked text begins, behind the subject on the same line.
#   90BAGHDAD4237 "1. SECRET - ENTIRE TEXT"   07TRIPOLI983 "1. Summary: U.S. energy"
FIRST_WORDS: Final = pattern(
    r"(?<= )1[.] {1,2}(?=(?:BEGIN )?SUMMARY\b|(?:SECRET|CONFIDENTIAL) - ENTIRE TEXT)",
    re.IGNORECASE,
)
# The letter of an item of a reference list.
#   03ROME2045 "B. ROME 0354"   06MEXICO456 "B. B) MEXICO 251"
ITEM: Final = pattern(r"[¶]?[(]?(?P<letter>[A-Z])[.):]{1,2}(?=[ ]|[A-Z\d])")
# An item without one, if the name is a post's: but not "Some 200 people", "Since 2003".
#   08PARIS1698 "LA PAZ 2582"   "07 OSLO 9012"   "2. STATE 1234"
NAMED: Final = pattern(
    r"(?:(?:'?\d\d|\d{4}|[(]\d\d[)])[ -]?)?"
    r"(?P<name>[A-Z][A-Za-z.']{1,20}(?:[ -][A-Z][A-Za-z.']{0,20}){0,3}):?"
    r"[ -]?\#?\d{1,7}\b"
)
# A numbered item, and the numbers of a list; one whose last item has no number yet.
#   so goes on "REF: 1. STATE 1234"; so "C) RIO <empty line> DE JANEIRO 1291"
LISTED: Final = pattern(
    r"(?P<number>\d{1,2})[.)] {0,4}(?:(?:\d\d){1,2} )?"
    r"(?:[A-Z][A-Z.'-]{1,20} ){1,4}0{0,3}\d{1,7}\b"
)
LIST_NUMBERS: Final = pattern(
    r"^(?:REF(?:S|TELS?|\(S\))?\b[ :.]{0,4})?(\d{1,2})[.)]",
    re.IGNORECASE | re.MULTILINE,
)
LETTERS: Final = pattern(
    r"(?:^|\s)\(?(?P<signed>[A-Z])[.):]{1,2}(?=[ A-Z\d])"
    r"|^(?:REF(?:S|TELS?|\(S\))?[:.]? {1,4})?(?P<bare>[A-Z]) (?=['(]?[A-Z\d])",
    re.MULTILINE,
)
NUMBER_MISSING: Final = pattern(
    r"(?:^|[ )])[A-Z][A-Za-z.'-]{1,14}\Z|\d ?(?:[,&/]| AND| and)\Z"
)
SERIAL: Final = pattern(r"[A-Z .'-]{2,30} \d{2,7}\b")
# A line of TAGS that goes on: "EAGR, IN"   09LONDON2768 "SA, NATO"
TAG_LINE: Final = pattern(r"(?:[A-Z][A-Z-]{1,11}(?:[,;][ ]{0,2}|[ ]{1,2}|\Z)){1,40}\Z")
# The same without a comma: "EAGR IN".
CODES: Final = pattern(r"(?:(?:[A-Z]{2,4}|K[A-Z]{4})(?:[,; ]{1,3}|\Z)){1,40}\Z|.*[,;]")
# A line that says whom a cable is for.
#   07MADRID2265 "DEPARTMENT FOR EUR/WE"   08SANJOSE195 "DEPT FOR H:DRICH AND WHA"
ADDRESS: Final = pattern(
    r"[A-Z][A-Z0-9/&,. -]{1,50}? (?:ALSO )?(?:FOR|PASS|PLEASE PASS)\b"
)
# A line that "Classified By" goes on with.
REASON_LINE: Final = pattern(
    r"REAS|ONS\b|FOR REASON|E\.O\.|\(?1\.[45]|[45] ?\(|\(?[A-H]\)|\)|[A-H](?:[,.]|\Z)"
    r"|(?:AN?D|ND|D|OR|&) \(?[A-H]\b",
    re.IGNORECASE,
)
# Where they must follow: "for reasons <newline> E.O. 12958, section 1.4 (b)".
REASONS_MISSING: Final = pattern(
    r"\b(?:REASONS?|PER|UNDER|WITH|PURSUANT TO)\b[:;,]?\Z", re.IGNORECASE
)
# A whole paragraph on one line, in a field's place: "Embassy officials delivered the".
PROSE: Final = pattern(
    r"[A-Z][A-Za-z'’,.-]{0,20}(?: [A-Z][A-Za-z'’,.-]{0,20}){0,3}"
    r"(?: [a-z]{2,20}){2}.{60}"
)
# What follows a letter that is a reason, no marking: "1.4 (b), <newline> (c), and (d)".
MORE_REASONS: Final = pattern(r"[,.;)&]|(?:and|or)\b|\Z", re.IGNORECASE)
# Its reasons, complete enough: 09CAIRO79 "reasons 1.4 (b) and (d)."
REASONED: Final = pattern(r"1 ?\. ?[45] ?[( ]{0,3}[A-H]\b", re.IGNORECASE)
# A line of the top that is neither caption nor field.
#   75TEHRAN2069 "Declassified/Released US Department of State EO Systematic Review …"
#   10BEIJING352 "THIS CABLE IS SENSITIVE BUT UNCLASSIFIED (SBU)"
STAMP: Final = pattern(
    r"Declassified/Released|.{0,80}Systematic Review \d\d [A-Z]{3}"
    r"|THIS (?:CABLE|MESSAGE|TELEGRAM|DOCUMENT) (?:IS|CONTAINS) ",
    re.IGNORECASE,
)
# Without one of these, in small letters, there is none.
STAMP_SIGNS: Final = ("declassified/released", "systematic review ", "this ")
# Signs of a record of the source database before the cable.
#   06MEXICO456 "2006-01-27 20:41:00"   02BOGOTA3281 "refid: 02BOGOTA3281"
RECORD: Final = pattern(
    r"""
    VZCZC | \b refid: | \d{4}-\d\d-\d\d[ ]\d\d:\d\d | \d{1,2}/\d{1,2}/\d{4}[ ]\d
    | \b \d\d[A-Z]{4,20}\d{1,6} \b
    """,
    re.VERBOSE,
)
# Where the header of such a record is over (09LIMA1675).
HEADER_END: Final = "header ends"
HEADER_ENDS: Final = pattern(rf"-{{5,30}} {HEADER_END} -{{5,30}}[ \t]*\n?")
# The first field at a line start, looked for before anything is understood.
#   73TEHRAN2077 "E. O. 11652: GDS"   08SECTION01GF02BISHIEK21 "E.M. 12958: N'A"
FIRST_LABEL: Final = pattern(
    r"^[ \t]{0,8}(?:E ?[.,]? ?[OM0] ?[.,]? ?:? ?1\d{4}|TAGS?[ :]|SUBJ(?:ECT)?[ :])",
    re.MULTILINE,
)
# The end of the site's cut of the first 240-odd characters.
#   03THEHAGUE1865  "TRANSATLANTIC IS..."
TEASER_END: Final = pattern(r"\.\.\.[ \t]{0,4}(?=\n|\Z)")
# The header of a later section on one line, or of a second record behind its fields:
#   00HARARE5461 "O 271459Z SEP 00 FM AMEMBASSY"    07BERN881 "<tab>VZCZCXRO4053"
HEADER_LINE: Final = pattern(r"\b\d{6}Z [A-Z]{3} \d\d FM |VZCZC[A-Z]{3}")
TRANSMISSION: Final = "VZCZC"
