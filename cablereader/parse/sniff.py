"""Which format a document is in, by its first characters."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from cablereader.parse.grammar import row

PAGE_SIGNS: Final = ("<!doctype html", "<html", "<table class='cable'>", "<code><pre>")
LOOKED_AT: Final = 100_000
"""Characters; a page's sidebar before the cable is up to 60,000 long."""


class Format(StrEnum):
    """The formats that cables are handed on in."""

    HTML = "html"
    """A published page of one cable."""
    TEXT = "text"
    """One cable as plain text, typed, copied or recognised from a scan."""
    CSV = "csv"
    """Rows of the full dump."""


def sniff(text: str) -> Format:
    """The format of a document.

    Args:
        text: The document, or its first 100,000 characters.
    """
    start = text[:LOOKED_AT].lstrip("\ufeff \t\r\n")
    if row.ROW.match(start):
        return Format.CSV
    lower = start.lower()
    if any(sign in lower for sign in PAGE_SIGNS):
        return Format.HTML
    return Format.TEXT
