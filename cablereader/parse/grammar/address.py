"""Patterns of the addresses that readers type and paste (copying.md §2)."""

from __future__ import annotations

import re
from typing import Final

from cablereader.parse.grammar.pattern import pattern

# A reference id standing in a URL, a hashtag or a sentence; damaged ones too.
#   in "https://wikileaks.org/cable/2009/11/09MEXICO3195.html#par5"
#   in "#09MEXICO3195", and in "cablereader open 08SECTION01GF02BISHIEK21:5"
ID: Final = pattern(
    r"(?<![0-9A-Za-z]) \d\d (?=[0-9]{0,3}[A-Z]) [0-9A-Z]{2,56} \d (?![0-9A-Za-z])",
    re.VERBOSE,
)

# The paragraph that is meant, right behind the id.
#   in "09MEXICO3195#par5", "09MEXICO3195 ¶5", "09MEXICO3195:5", "….html#par5~2"
BEHIND: Final = pattern(
    r"""
    (?: _a )? (?: [.]html )? [ ]{0,2}
    (?: \#par | ¶[ ]? | : | [,]?[ ]?(?:[Pp]aras?|[Pp]ar)\b[.]?[ ]{0,2} )
    (?P<label> p?\d{1,3} (?: ~\d{1,2} )? | [A-Z] ) (?! \w )
    """,
    re.VERBOSE,
)

# The same anywhere in a citation, the surer form first.
#   in "… WikiLeaks, https://wikileaks.org/cable/2009/11/09MEXICO3195.html#par5."
#   in "Embassy Mexico, cable 09MEXICO3195, para. 5."
ANCHOR: Final = pattern(r"\#par(?P<label>p?\d{1,3}(?:~\d{1,2})?|[A-Z])(?!\w)")
IN_WORDS: Final = pattern(r"\b[Pp]ar(?:a|as|s)?[.] (?P<label>\d{1,3})(?!\w)")

# What a shell splits off an id that was pasted without quotation marks.
#   "¶5", "#par5"
LOOSE: Final = pattern(r"(?:¶ ?|#par)(?:p?\d{1,3}(?:~\d{1,2})?|[A-Z])\Z")
