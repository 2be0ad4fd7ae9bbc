r"""The copy of a body that is read: damage of transport undone, offsets kept.

Every repair of the copy is one character for one, so that an offset in the copy is an
offset in the body as received. Repairs that change lengths are made on words that
leave the parser: `restored`.
"""

from __future__ import annotations

from typing import Final

ESCAPED_NEWLINE: Final = "\\\n"
"""The SQL export wrote every newline so (format.md section 1.3)."""
SCRAPS: Final = ('",', "\\N", "\\", '"', ">")
"""What stands behind the last word of a pasted field (format.md section 4.9)."""
MOST_SCRAPS: Final = 4
SENTENCE_ENDS: Final = ".?!,"
LINE_ENDS: Final = "\u2028\u2029\x85"
"""Other signs of a new line; paragraph numbers stand after U+2028 (06MEXICO2220)."""
BLANKS: Final = "\r\f\v\x1c\x1d\x1e\x1f"
OTHER_BLANKS: Final = (
    "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\ufeff\u200b"
)
"""All that `str.split` parts words at but blank, tab and newline, and two that nobody
sees."""
MOST_SINGLE_QUOTES: Final = 2
"""With more of them, two quotes in a row may be meant (format.md section 3.8)."""


def legible(body: str) -> str:
    """The body with other line ends as newlines and other blanks as blanks.

    Returns:
        A text of the same length.
    """
    if "\\" in body:
        body = body.replace(ESCAPED_NEWLINE, " \n")
    body = _without_scraps(body)
    signs = BLANKS if body.isascii() else BLANKS + OTHER_BLANKS + LINE_ENDS
    for sign in signs:
        if sign in body:
            body = body.replace(sign, "\n" if sign in LINE_ENDS else " ")
    return body


def _without_scraps(body: str) -> str:
    """The body with blanks in place of what an export left behind its last word."""
    for _ in range(MOST_SCRAPS):
        words = body.rstrip()
        scrap = _scrap(words)
        if scrap is None:
            break
        size = len(body) - len(words) + len(scrap)
        body = words[: -len(scrap)] + " " * size
    return body


def _scrap(words: str) -> str | None:
    """The sign that ended a field of a row; where none begins what it would end.

    On a line of its own it is a trailer, and stays; but a backslash is no sign at all.
    """
    line = words[words.rfind("\n") + 1 :]
    scrap = next(filter(words.endswith, SCRAPS), None)
    match scrap:
        case '"' if words[-2:-1] in SENTENCE_ENDS or line.count('"') % 2 == 0:
            return None
        case ">" if "<" in line:
            return None
    return None if scrap == line.strip() != "\\" else scrap


def has_doubled_quotes(body: str) -> bool:
    """Whether a spreadsheet wrote every quotation mark of the body twice."""
    doubled = body.count('""')
    return bool(doubled) and body.count('"') - 2 * doubled <= MOST_SINGLE_QUOTES
