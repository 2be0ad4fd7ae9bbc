"""Text made harmless in the syntax that it is pasted into.

All of them take text from documents that already went through `visible`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

MARKDOWN_SIGNS: Final = re.compile(r"([\\`*_\[\]<>&|~$])")
MARKDOWN_START: Final = re.compile(
    r"^([ \t]{0,8})([#+=-]|[0-9]{1,9}(?=[.)]))", re.MULTILINE
)
PLAIN_IN_URL: Final = frozenset(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
)
PLAIN_IN_SHELL: Final = re.compile(r"[\w.:~@%+=,/¶-]+", re.ASCII)
HTML: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
)
BRACKETS: Final = str.maketrans("[]", "()")
BIBTEX: Final = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "#$%&_{}"},
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\n": " ",
    }
)
FORMULA: Final = ("=", "+", "-", "@")


def markdown(text: str) -> str:
    """For running text in Markdown: shown as it stands, no link, list or heading."""
    escaped = MARKDOWN_SIGNS.sub(r"\\\1", text)
    return MARKDOWN_START.sub(_escaped_start, escaped)


def _escaped_start(match: re.Match[str]) -> str:
    blanks, sign = match.groups()
    return f"{blanks}{sign}\\" if sign.isdigit() else f"{blanks}\\{sign}"


def html(text: str) -> str:
    """For the text or a quoted attribute of an HTML element."""
    return text.translate(HTML)


def brackets(text: str) -> str:
    """For the label of a wiki, BBCode or org link, which no bracket may close."""
    return text.translate(BRACKETS).replace("\n", " ")


def bibtex(text: str) -> str:
    """For a field of BibTeX or biblatex, between braces."""
    return text.translate(BIBTEX)


def csv(text: str) -> str:
    """For one field of CSV: quoted, and never a formula to a spreadsheet."""
    guarded = f"'{text}" if text.startswith(FORMULA) else text
    return '"' + guarded.replace('"', '""') + '"'


def url(text: str) -> str:
    """For one part of a URL's path, query or fragment (RFC 3986)."""
    return "".join(
        chr(byte) if byte in PLAIN_IN_URL else f"%{byte:02X}"
        for byte in text.encode("utf-8", "replace")
    )


def shell(text: str) -> str:
    """For one word of a POSIX shell's command line."""
    if PLAIN_IN_SHELL.fullmatch(text):
        return text
    return "'" + text.replace("'", "'\"'\"'") + "'"


def json(value: str | Mapping[str, object] | None) -> str:
    """As JSON, with every letter as it is."""
    from json import dumps  # noqa: PLC0415  # for the forms that ask for it only

    return dumps(value, ensure_ascii=False)
