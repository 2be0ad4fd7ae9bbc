"""Patterns of the published web page of one cable (format.md §1).

The page is XHTML of one template, its two blocks are not: inside ``<pre>`` only the
newline is written as an entity, and ``&`` and ``<`` are the cable's own characters.
"""

from __future__ import annotations

import re
from typing import Final

from cablereader.parse.grammar.pattern import pattern

# Everything that the page put into a block; all else there is the cable's text.
#   09MEXICO3195  "<a id='par1' href='#par1'>¶</a>1. (S/NF) Summary."
#   09MEXICO3195  "TAGS: <a href='/tag/PREL_0.html'>PREL</a>"
#   09LAPAZ96     "<br>"                                  a line break, on 8 pages
# but not "<Israel>" or "&not", which are text: 8 pages hold words like that.
MARKUP: Final = pattern(
    r"""
      &\#x0*[aA];
    | <br[ ]?/?>
    | <a[ ]id=['"]par (?P<anchor> \w{1,20}) ['"][ ]href=['"]\#par\w{1,20}['"]>¶</a>
    | <a[ ]href=['"]/tag/[^'"<>\n]{1,100}['"]> (?P<tag> [^<>\n]{0,100} ) </a>
    """,
    re.VERBOSE,
)

# The start of the cable's own part of the page; the sidebar before it is most of the
# page (85 % of its bytes) and holds links that look like the cells below.
PANE: Final = pattern(r"<div class=['\"]pane big['\"]>")

# The top box. Header cells are <th>, so only values match.
#   09MEXICO3195  "<td>\n<a href='/origin/71_0.html'>Embassy Mexico</a>\n</td>"
TABLE: Final = pattern(r"<table class=['\"]cable['\"]>")
CELL: Final = pattern(r"<td(?P<wide>[ ]colspan=['\"]5['\"])?>")
LINK: Final = pattern(r"<a\b[^<>]{0,2000}>(?P<text>[^<]{0,2000})</a>")
TAG: Final = pattern(r"<[^<>]{0,2000}>")
BREAK: Final = pattern(r"<br ?/?>")
REFERENCE: Final = pattern(
    r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)
"""A character reference that is complete: ``&not`` without its ``;`` is text."""

# The line above the top box: reference id and the first line of the subject, which may
# hold "&" and "<br>" (09LAPAZ96) and is empty on 200 pages.
#   09MEXICO3195  "Viewing cable 09MEXICO3195, MEXICO: MORE INTERAGENCY COOPERATION"
TITLE: Final = pattern(r"<h3>Viewing cable (?P<id>[^,<\n]{1,100}),")
