"""Patterns of a page's furniture in its text form (format.md section 8)."""

from __future__ import annotations

import re
from typing import Final

# The row of the top box, as a browser copies it or character recognition reads it.
#   09MEXICO3195  "09MEXICQ3195  2009-11-10  00:13  2011-08-30  01:44  SECRET//NOFORN
#                  Embassy  Mexico"
ROW: Final = re.compile(
    r"""
    ^[ \t]* (?P<id> \d\d[A-Za-z0-9]{3,30} ) \s{1,4}
    (?P<created> \d{4}-\d\d-\d\d \s{1,4} \d\d:\d\d ) \s{1,4}
    (?P<released> \d{4}-\d\d-\d\d \s{1,4} \d\d:\d\d ) \s{1,4}
    (?P<classification>
        (?: SECRET | CONFIDENTIAL | UNCLASSIFIED )
        (?: \s?//\s? (?: NOFORN | FOR \s{1,3} OFFICIAL \s{1,3} USE \s{1,3} ONLY ) )?
    ) \s{1,4}
    (?P<origin> [^\n]{1,60} )
    """,
    re.VERBOSE | re.MULTILINE,
)
TITLE: Final = re.compile(
    r"""
    ^[ \t]* Viewing \s{1,3} cable \s{1,3} (?P<id> [0-9A-Z]{4,40} ),
    (?P<title> [^\n]{0,200} (?: \n [^\n]{1,200} )? )
    """,
    re.VERBOSE | re.MULTILINE,
)
# The first line of a header.
HEADER: Final = re.compile(
    r"^[ \t]*(?:VZCZC[A-Z0-9]{3}|[ZOPR]{1,2} (?:[ZOPR] )?\d{6}Z |FM +[A-Z]{2})",
    re.MULTILINE,
)
