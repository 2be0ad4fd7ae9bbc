"""Words as YAML scalars: plain where any program reads them as words, else quoted."""

from __future__ import annotations

import re
from typing import Final

BEYOND_ASCII: Final = (
    r"\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
)
"""What stands for itself in any YAML: no control, line break, byte order mark."""
PRINTABLE: Final = rf"\x20-\x7e{BEYOND_ASCII}"
WORDS: Final = r"[^\W\d_][\w\x20,.;/()$%?!*+='\"-]*(?<!\x20)"
"""Words that are one plain scalar, on one line, in any YAML."""
CODE: Final = r"[0-9][0-9][0-9A-Za-z]*"
"""A reference id or a key; digits with an ``e`` would be a number."""
SINGLE: Final = rf"'(?:[\x20-\x26\x28-\x7e{BEYOND_ASCII}]|'')*'"
SCALAR: Final = f"{WORDS}|{CODE}|{SINGLE}"
PLAIN: Final = re.compile(f"{WORDS}|{CODE}")
IN_A_LIST: Final = r"[^\W\d_][\w\x20./-]*(?<!\x20)"
PLAIN_IN_A_LIST: Final = re.compile(IN_A_LIST)
NUMBER: Final = re.compile(r"[0-9]+(?:[eE][0-9]*)?")
TYPED: Final = frozenset(
    ("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none")
)
"""Words that other programs would take for something else."""
UNPRINTABLE: Final = re.compile(f"[^{PRINTABLE}]")
"""Signs that YAML wants escaped, or takes for the end of a line."""
SURROGATES: Final = re.compile("[\ud800-\udfff]")


def scalar(text: str, plain: re.Pattern[str] = PLAIN) -> str:
    """The text as a scalar on one line; half a surrogate pair becomes U+FFFD."""
    words = plain.fullmatch(text) and not NUMBER.fullmatch(text)
    if words and text.lower() not in TYPED:
        return text
    return quoted(text) if UNPRINTABLE.search(text) else single(text)


def single(text: str) -> str:
    """The text in single quotes; it has no sign that needs an escape."""
    return "'" + text.replace("'", "''") + "'"


def quoted(text: str) -> str:
    r"""The text in double quotes: ``"a\nb"``."""
    text = SURROGATES.sub("\ufffd", text.replace("\\", r"\\").replace('"', r"\""))
    return f'"{UNPRINTABLE.sub(_escape, text)}"'


def unquoted(source: str) -> str:
    """The text of a scalar as `scalar` writes it without escapes."""
    if source.startswith("'"):
        return source[1:-1].replace("''", "'")
    return source


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == 0x0A:
        return r"\n"
    return rf"\x{code:02x}" if code < 0x100 else rf"\u{code:04x}"
