"""Patterns of the running text: numbers, markings, page lines, rules (format.md 4)."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from cablereader.parse.grammar.pattern import pattern

Match: TypeAlias = re.Match[str]

# A page line of the printer; its post name stands before it, cut to ten characters.
#   09MEXICO3195   "MEXICO 00003195  002 OF 005"
#   08TRIPOLI563   "TRIPOLI 00000563  001.2 OF 003"        section and page
#   08TRIPOLI402   "TRIPOLI 00000402 <2 newlines> 001.2 OF 003"
#   09SECTION01OF03SANJOSE525  "SAN JOSE 00000525  001.11 OF 003"
#   06KABUL3934 is cut in such a line: "DUSHANBE 00000575  001.2 OF 0..."
PAGE: Final = pattern(
    r"""
    (?P<serial> [\dO] (?<! [\dO]{2} ) [\dO]{7} ) \s{1,8}
    (?P<page> [\dO]{3} ) (?: [ ]?[.,] [ ]? \d{1,2} )? \s{1,8}
    [O0]F \s{1,8} (?P<of> [\dO]{3} (?! \d ) | [\dO]{1,2} [.]{3} )
    """,
    re.VERBOSE,
)
# What every page line has, found ten times as fast.
PAGE_SIGN: Final = pattern(r"F(?<=[O0]F)\s{1,8}(?=[\dO])")
# The post name that ends where the serial begins: after two blanks, or as a line, or
# else the last word in capitals alone.
PAGE_POST: Final = pattern(
    r"""
    (?: ^ | [ ]{2} | \n ) [ ]? (?P<name> [A-Z][A-Z .'-]{1,9} ) \s{1,6} \Z
    | (?<! [A-Za-z] ) (?P<word> [A-Z][A-Z.'-]{1,9} ) \s{1,6} \Z
    """,
    re.VERBOSE,
)
# The page line of the 1970s to 2003.
#   90CAPETOWN97  "PAGE 02        CAPE T  00097  01 OF 03  182017Z"
OLD_PAGE: Final = pattern(
    r"""
    PAGE (?<! \w PAGE ) \s{1,3} (?P<page> \d{2,3} ) \s{1,12}
    [A-Z][A-Z .'-]{1,9} \s{1,6} \d{4,6} \s{1,4}
    (?: \d\d \s{1,3} OF \s{1,3} \d\d \s{1,4} )? \d{6}Z
    """,
    re.VERBOSE,
)
# What stands above it: the classification, perhaps twice, perhaps with a stamp.
#   03ROME2045  "CONFIDENTIAL     PTQ0798"
PAGE_STAMP: Final = pattern(
    r"""
    (?: UNCLASSIFIED | UNCLAS | CONFIDENTIAL | SECRET | TOP[ ]SECRET
      | LIMITED[ ]OFFICIAL[ ]USE ) (?: \s{1,8} PTQ\d{4} )? \s{0,40} \Z
    """,
    re.VERBOSE,
)
# Where a paragraph may start: number and its point.
#   09MEXICO3195  "1. (S/NF) Summary."     09CAIRO1749 "2.(U) Minister"
#   08TRIPOLI411  "1) (C)"                 06THEHAGUE  "3 (C)"     "4 . (C)"
#   so too "#1. (C)", "1.-(C)", "1 - (C)", "1; (C)", "1/ (C)", "1.) (C)", "1.- The"
NUMBER: Final = pattern(
    r"""
    [¶#]? [ ]? (?P<number> \d{1,3} ) [ ]?
    (?: (?P<point> [.] ) (?: [.)] | - (?= [ ] ) | [/-] [ ]? (?= [(] ) )? (?! \d )
      | [),:] (?= [\s(] ) | (?= \t?[(][A-Za-z] ) | [;/-] [ ]? (?= [(][A-Za-z] ) )
    (?P<gap> [ \t]* )
    """,
    re.VERBOSE,
)
# The number after its marking: 03THEHAGUE1865 "(C) 1. In a visit", so too "(C) 1) In".
LATE_NUMBER: Final = pattern(r"[ \t]*(?P<number>\d{1,3})[ ]?[.)](?=\s)[ \t]*")
# The number in parentheses of its own, before a marking: "(1) (C) In a visit".
ENCLOSED_NUMBER: Final = pattern(
    r"[(\[](?P<number>\d{1,3})[)\]][ ]{0,3}(?=[(][A-Za-z])"
)
# Numbers of a text that has no other: "(1) The chairs", "1 The chairs", "1 - The".
#   so too "Para 1. (C) The chairs"; behind a marking "(C) 1 The chairs"
RARE_NUMBER: Final = pattern(
    r"""
    [ ]{0,3} (?:
      (?i: para (?: graph )? | point | item | no ) [.]? [ ]{1,2}
        (?P<named> \d{1,2} ) [ ]? [.):-]{0,2} [ ]{0,3} (?= ["'(]?[A-Z] )
    | (?: [(\[] (?P<enclosed> \d{1,2} ) [)\]] [ ]{0,3}
        | (?P<bare> \d{1,2} ) (?: [ ]{1,4} (?: -{1,2} [ ] )? | [:-] [ ] ) )
      (?= ["']?[A-Z] ) )
    """,
    re.VERBOSE,
)
# A marking that no parenthesis encloses, where every number has one: "1. C - The".
BARE_MARKING: Final = pattern(
    r"(?P<inside>SBU(?:/NF)?|[CS]//?NF|[CSU])[ ]?(?:-{1,2}|[.:])[ ]{1,3}(?=[\"']?[A-Z])"
)
# What may stand before the marking of a block without a number: "A. (C)", "-- (C)".
LETTERED: Final = pattern(
    r"(?:(?:[A-Za-z]|[IVX]{1,4})[.)] {0,3}|[(][a-z][)] ?|(?:--?|[*o•]) {0,3})(?=[(])"
)
# A number inside a line of reflowed text, only with a marking.
#   07MOSCOW5399 "------- SUMMARY ------- 1. (SBU) MFA Director"
INNER_NUMBER: Final = pattern(
    r"(?P<number>\d(?<![\d.$/(,#-]\d)\d?)[ ]?(?:(?P<point>[.])|[),])[ ]{0,2}"
    r"(?=\([A-Za-z])"
)
# The same at the end of a wrapped line, whose marking begins the next one.
LAST_NUMBER: Final = pattern(r"(?<=[.!?:;)\]\"'*=_-] )\d{1,2}[.)]\Z")
BELOW: Final = pattern(r"[ \t]{0,8}\n[ \t]{0,8}(?=[(])")
# What stands behind it, found five times as fast.
INNER_SIGN: Final = pattern(
    r"[(](?:(?<=[.),][(])|(?<=[.),] [(])|(?<=[.),]  [(]))(?=[A-Za-z])"
)
# The same without a marking, where just that number is missing.
INNER_PLAIN: Final = pattern(
    r"""
    (?: (?<= [.!?)"'\]*=_-][ ] ) | (?<= [.!?)"'\]*=_-][ ]{2} ) )
    (?P<number> \d{1,3} ) [ ]?[.)] [ ]{1,3} (?= ["'(]?[A-Z] )
    """,
    re.VERBOSE,
)
# What a sentence may end with before a number with another sign than a point.
SENTENCE_END: Final = pattern(r"""[.!?:;)\]"'”’*=_>-]\s{0,6}\Z""")
# What makes such a number another one's: "see para 4. (C) is clear", "see para. 4.".
#   but not 09LIMA1675 "Peru's Financial Intelligence Unit - Reinvigorated 1. (C)":
#   a heading without any sign; nor "it is a small part. 4. (C)": a sentence's end
CITING: Final = pattern(
    r"""
    (?: \b (?: (?: paras? | refs? ) [.]?
            | paragraphs? | reftels? | section | article | annex | part
            | chapter | option | phase | item | point | tab | nos? | number | page
            | and | or | to | of | the | in | at | by | for | from | with | is | are )
        | [$#] ) \s{0,3} \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A rule; longer than 45 columns it has a blank in it.
#   09BERLIN1271 "--------------------------------------------- -"
#   09KAMPALA551 "- - - - - - - - - - - - -"
RULE: Final = pattern(r"[-=_*~—–]{3}[-=_*~—– ]*\Z|(?:[-=_*~] ){3,}[-=_*~]?\Z")
# A title of four letters has a rule that short: "---- NATO ---- 5. (C)"
SHORT_BOX: Final = pattern(
    r"(?<!\S)(?P<above>-{3,4}) [^\s-][^\n-]{1,5} (?P<below>-{3,4})(?= \d{1,3} ?[.),])"
)
# A rule inside a line: 07MOSCOW5399 "End summary. --------------- EU "UNBUNDLING" ---"
INNER_RULE: Final = pattern(
    r"[-=_*—–]{5,}(?![-=_*])(?! ?[0-9A-F]{6}\b)(?: [-=_*—–]{1,45}(?![\w-]))?"
)
# A title at the end of a reflowed paragraph, known by its capitals only.
#   08TRIPOLI402 "economic reforms.  A RETURN TO THE NATURAL (ECONOMIC) ORDER OF THINGS"
LAST_TITLE: Final = pattern(
    r"""(?<=[a-z0-9)][.!?"')]) {1,4}(?=[A-Z])[A-Z0-9 ,'’&:()/"-]{12,75}\Z"""
)
# A title with a marking at the end of a reflowed paragraph, known by that.
#   09USUNNEWYORK497 "and John Duncan. (SBU) Meeting with Brazil's Ambassador (7 May)"
MARKED_TITLE: Final = pattern(
    r"""[(] (?: (?<= [^\d\s][.!?)"'”’][ ][(] ) | (?<= [^\d\s][.!?)"'”’][ ]{2}[(] ) )
    (?: U | SBU | C | S | [CS]//?NF | SBU/NF ) [)][ ] [A-Z][^.!?]{8,120} \Z""",
    re.VERBOSE,
)
# What stands about a quoted text: "(Begin text of note.)", and "END TEXT.", "UNQUOTE".
BEGIN_TEXT: Final = pattern(
    r"\W{0,9}(?:BEGIN\b.{0,60}\b(?:TEXT|NON-?PAPER|LETTER|NOTE|STATEMENT|QUOTE)\b"
    r"|QUOTE[.:]?\Z)",
    re.IGNORECASE,
)
END_TEXT: Final = pattern(
    r"\W{0,9}(?:END\b.{0,60}\b(?:TEXT|NON-?PAPER|LETTER|NOTE|STATEMENT|QUOTE)\b"
    r"|UNQUOTE\b)",
    re.IGNORECASE,
)
BEGIN_TEXT_SIGNS: Final = ("BEGIN ", "Begin ", "begin ", "UNQUOTE")
# Where a list line begins.
#   08STATE103511 "-- Convey the"   04THEHAGUE4 "(a)"   72TEHRAN5055 "A. "
BULLET: Final = pattern(
    r"""
    -{1,3} (?! - ) [ ]* (?= \S ) | [*•·] [ ]* (?= \S ) | o [ ]+ (?= \S )
    | (?: \d{1,2} | [A-Za-z] | i{1,3} | iv ) [.)] [ ]+ (?= \S )
    | [(] (?! [UCS][)] ) (?: \d{1,2} | [A-Za-z] | i{1,3} | iv ) [)] [ ]* (?= \S )
    """,
    re.VERBOSE,
)
# The rest of a word divided at its hyphen: 66BUENOSAIRES2481 "OTHER- <newline> WISE".
#   but not what follows the end of "pre- <newline> and post-election"
WORD_REST: Final = pattern(r"(?!(?:and|or|to)\b)[A-Za-z0-9]", re.IGNORECASE)
# The end of a sentence at the end of a line: 08TALLINN326 "OF NATO'S ARTICLE V)"
ENDED: Final = pattern(r"""[.!?:;][)"'”’\]]{0,2}\Z|[)"”\]]\Z""")
# Columns: words with at least three blanks or a tab between, no sentence's end.
#   86MADRID5480 "MINISTER ORDONEZ     PLAYED" is none: such lines come one at a time
COLUMN_GAP: Final = pattern(r"[^\s.!?:;](?: {3}|[ ]{0,2}\t)[ \t]*(?=\S)")
# A figure, or the mark of a missing one: 04THEHAGUE4 "Cocaine (kilos) 8,389 7,968"
FIGURE: Final = pattern(r"(?:\$?\d[\d,.]{0,12}%?|-{1,2})\Z")
# A name of its own section when its sentences begin with it.
#   75TEHRAN2069 "SUMMARY: CREATION OF"   08TALLINN326 "NOTE.) In the wake"
RUN_IN: Final = pattern(
    r"""
    ["(]? (?: begin[ ] )? (?P<title> (?: executive[ ] )?
      (?: summary | comment | introduction | note | background | action[ ]request )
      (?: [ ](?: and | & )[ ][a-z]{3,14} (?: [ ] [a-z]{3,10} )? )?
      (?: [ ][(]continued[)] )? )
    [ ]{0,2} (?: [.:]+ | -{1,2} (?= [ ] ) )
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
SUMMARY_TITLE: Final = pattern(r"\W{0,9}(?:EXECUTIVE )?SUMMARY\b", re.IGNORECASE)
# A paragraph before it that only says how the cable is classified.
#   96ANKARA12278 "CLASSIFIED BY POLITICAL COUNSELOR"   90BAGHDAD4237 "SECRET - ENTIRE"
HANDLING: Final = pattern(
    r"[(]?(?:CLASSIFIED|SECRET|CONFIDENTIAL|C|S)\b.{0,4}(?:BY\b|ENTIRE)|.{0,3}\Z"
    r"|SENSITIVE BUT|THIS (?:IS AN ACTION|CABLE IS|MESSAGE IS)",
    re.IGNORECASE,
)
# 08TALLINN326 "existence. End Summary and Comment."   72TEHRAN5055 "END SUMMARY"
END_SUMMARY: Final = pattern(
    r"(?:End|END|end) (?i:(?:of )?(?:executive )?summary\b)[^.)\n]{0,40}[.)-]{0,2}"
)
# What looks like a title but is none: a remark, an address, a signer's line.
#   09KUWAIT110 "Visit Embassy Kuwait's", "(Comment: ...", "END SUMMARY", "XXXXXXX"
UNTITLED: Final = pattern(
    r"[(](?!(?:U|C|S|SBU|S/NF|C/NF)\))|Visit |http|End |Begin (?:text|quote)|[Xx]{5,}\Z"
    r"|SIPDIS|NOFORN|SENSITIVE BUT UNCLASSIFIED|NOT FOR INTERNET|\*|<|>|\["
    r"|Reasons? ?:|(?:Classified|Derived) (?:by|from)\b",
    re.IGNORECASE,
)
# The title that a summary's first sentence stands behind: 09KUWAIT110 "SUMMARY."
RUN_IN_SUMMARY: Final = pattern(
    r"""
    ^ ["(]? (?: begin[ ] | executive[ ] )? summary \b
    [^.:\n-]{0,40} (?: [.:-]{1,3} [ ]* | \n )
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
# More than a title: 72TEHRAN5055 "OF PUBLIC. END SUMMARY"
SENTENCES: Final = pattern(r"[A-Za-z)]{2}[.] +[A-Z]")
# The end of one, whatever closes behind it.
STOPPED: Final = pattern(r"""[.!?:;]["')”’]{0,2}\Z""")
CLOSED: Final = pattern(r"""(?<![.])[.!;,]["')”’]{1,2}\Z""")
# A title's number: 06MEXICO2220 "VII. INSTITUTIONALIZE THE RULE OF LAW"
TITLE_NUMBER: Final = pattern(r"[IVX]{1,5}[.)] {1,3}(?=[A-Z])")
# At the end of 233 pages: 09LIMA1675 "=======================CABLE ENDS============".
CABLE_ENDS: Final = pattern(r"[=*-]{3,60} ?CABLE ENDS", re.IGNORECASE)
# *** Missing Section 002 *** (08SECTION01GF02BISHIEK21)
MISSING_SIGNS: Final = ("Missing", "MISSING")
MISSING_SECTION: Final = pattern(r"(?:Missing|MISSING) (?:Section|SECTION) (\d{1,3})")
