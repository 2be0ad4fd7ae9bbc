"""The copy of a body that is read: damage of transport undone, offsets kept.

Every repair is one character for one, so that an offset in the copy is an offset in
the body as received.
"""

from __future__ import annotations

from typing import Final

LINE_ENDS: Final = str.maketrans({"\r": " ", "\u2028": "\n", "\u2029": "\n"})
BLANKS: Final = str.maketrans(
    dict.fromkeys("\xa0\u2002\u2003\u2009\u202f\u3000\f\v", " ")
)
ESCAPED_NEWLINE: Final = "\\\n"
"""The SQL export wrote every newline so (format.md section 1.3)."""


def legible(body: str) -> str:
    """The body with other line ends as newlines and other blanks as blanks.

    Returns:
        A text of the same length.
    """
    if ESCAPED_NEWLINE in body:
        body = body.replace(ESCAPED_NEWLINE, " \n")
    if body.isascii() and "\r" not in body:
        return body
    return body.translate(LINE_ENDS).translate(BLANKS)
