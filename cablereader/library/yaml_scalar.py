"""Words as YAML scalars: plain where any program reads them as words, else quoted.

What Python calls printable stands for itself in any YAML; that is asked for first, so
that the patterns need not say it.
"""

from __future__ import annotations

import re
from typing import Final

WORDS: Final = r"[^\W\d_][^\n:#]*(?<!\x20)"
"""Printable words that are one plain scalar, on one line."""
CODE: Final = r"[0-9][0-9][0-9A-Za-z]*"
"""A reference id or a key; digits with an ``e`` would be a number."""
SINGLE: Final = r"'[^'\n]*(?:''[^'\n]*)*'"
SCALAR: Final = f"{WORDS}|{CODE}|{SINGLE}"
PLAIN: Final = re.compile(f"{WORDS}|{CODE}")
IN_A_LIST: Final = r"[^\W\d_][\w\x20./-]*(?<!\x20)"
PLAIN_IN_A_LIST: Final = re.compile(IN_A_LIST)
NUMBER: Final = re.compile(r"[0-9]+(?:[eE][0-9]*)?")
TYPED: Final = frozenset(
    ("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none")
)
"""Words that other programs would take for something else."""
ESCAPES: Final = {"\n": r"\n", "\\": r"\\", '"': r"\""}


def scalar(text: str, plain: re.Pattern[str] = PLAIN) -> str:
    """The text as a scalar on one line; half a surrogate pair becomes U+FFFD."""
    if not text.isprintable():
        return quoted(text)
    words = plain.fullmatch(text) and not NUMBER.fullmatch(text)
    return text if words and text.lower() not in TYPED else single(text)


def single(text: str) -> str:
    """A printable text in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def quoted(text: str) -> str:
    r"""The text in double quotes: ``"a\nb"``."""
    return f'"{"".join(map(_escaped, text))}"'


def unquoted(source: str) -> str:
    """The text of a scalar as `scalar` writes it without escapes."""
    if source.startswith("'"):
        return source[1:-1].replace("''", "'")
    return source


def _escaped(character: str) -> str:
    if character in ESCAPES:
        return ESCAPES[character]
    code = ord(character)
    if character.isprintable():
        return character
    if code < 0x100:
        return rf"\x{code:02x}"
    if 0xD800 <= code < 0xE000:
        return "\ufffd"
    return rf"\u{code:04x}" if code < 0x10000 else rf"\U{code:08x}"
