"""Patterns of the addresses that readers type and paste (copying.md §2)."""

from __future__ import annotations

import re
from typing import Final

from cablereader.parse.grammar.pattern import pattern

# One paragraph as it is labelled, and several: "5", "p1", "B", "5~2"; "1, 3-5", "2–3".
ONE: Final = r"(?:p?\d{1,3}(?:~\d{1,2})?|[A-Z])"
SEVERAL: Final = (
    rf"{ONE}(?:[-–]\d{{1,3}})?(?:(?:,[ ]?|[ ]and[ ]){ONE}(?:[-–]\d{{1,3}})?){{0,40}}"
)

# A reference id standing in a URL, a hashtag or a sentence; damaged ones too.
#   in "https://wikileaks.org/cable/2009/11/09MEXICO3195.html#par5"
#   in "#09MEXICO3195", and in "cablereader open 08SECTION01GF02BISHIEK21:5"
ID: Final = pattern(
    r"(?<![0-9A-Za-z]) \d\d (?=[0-9]{0,3}[A-Z]) [0-9A-Z]{2,56} \d (?![0-9A-Za-z])",
    re.VERBOSE,
)

# The same at the beginning, in letters of any case; what follows it is a paragraph.
#   in "09MEXICO3195:5", "09mexico3195#3"
FIRST: Final = pattern(
    r"\#? (?P<id> \d\d (?=[0-9]{0,3}[A-Z]) [0-9A-Z]{2,56} \d ) (?![0-9A-Za-z])",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)

# The end of an id or of a file's name, where what is behind it says which paragraph.
#   in "2009 Mexico 003195:5", "pages/goat.html#par5", "goat.txt ¶5"
SIGN: Final = pattern(r"[ ]?[:#¶]")

# All that may stand behind an id alone, or behind the name of a file.
#   in "09MEXICO3195#par5", "09MEXICO3195 ¶5", "09MEXICO3195:1,3", "09MEXICO3195 3"
SUFFIX: Final = pattern(
    rf"""
    (?: _a )? (?: [.]html )? [ ]{{0,2}}
    (?: (?: \#(?:par)? | ¶¶?[ ]? | :[ ]? | ,?[ ]?[Pp]ar(?:as?)?\b[.]?[ ]{{0,2}} )?
        (?P<labels> {SEVERAL} ) (?! \w ) )?
    [ .,;)]{{0,3}} \Z
    """,
    re.VERBOSE,
)

# The paragraph that is meant, right behind an id in a longer text.
#   in "….html#par5~2", "see 09MEXICO3195 ¶5 and others"
BEHIND: Final = pattern(
    rf"""
    (?: _a )? (?: [.]html )? [ ]{{0,2}}
    (?: \#(?:par)? | ¶[ ]? | : | [,]?[ ]?(?:[Pp]aras?|[Pp]ar)\b[.]?[ ]{{0,2}} )
    (?P<labels> {SEVERAL} ) (?! \w )
    """,
    re.VERBOSE,
)

# The same anywhere in a citation, the surer form first.
#   in "… WikiLeaks, https://wikileaks.org/cable/2009/11/09MEXICO3195.html#par5."
#   in "Embassy Mexico, cable 09MEXICO3195, para. 5.", "paras. 2–3"
ANCHOR: Final = pattern(rf"\#par(?P<labels>{ONE})(?!\w)")
IN_WORDS: Final = pattern(rf"\b[Pp]ar(?:a|as|s)?[.] (?P<labels>(?=\d){SEVERAL})(?!\w)")

# The same where it is none: a page's anchor, and what ends a command.
#   in "….html#goat", "cablereader open 09MEXICO3195:goat"
FRAGMENT: Final = pattern(
    r"(?:_a)?(?:[.]html)?(?P<unread>\#[^\s()\[\]]{1,80}|:[^\s()\[\]]{0,80}\Z)"
)

# One paragraph of several, or from one to another.
STRETCH: Final = pattern(rf"(?P<first>{ONE})(?:[-–](?P<last>\d{{1,3}}))?")

# What a shell splits off an id that was pasted without quotation marks.
#   in "09MEXICO3195 ¶5", "09MEXICO3195 #par5", "09MEXICO3195 :5"
LOOSE: Final = pattern(rf"(?:¶ ?|#(?:par)?|:){SEVERAL}\Z")
