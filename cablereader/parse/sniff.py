"""Which format a document is in, and whether there is a cable in it at all."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from cablereader.parse.grammar import format as grammar
from cablereader.parse.grammar import page, row

PAGE_STARTS: Final = ("<!doctype html", "<html", "<?xml")
LOOKED_AT: Final = 100_000
"""Characters; a page's sidebar before the cable is up to 60,000 long."""
FIRST_LINES: Final = 3
"""A file of rows may begin with a line of column names."""


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
    if any(map(row.ROW.match, start.split("\n", FIRST_LINES)[:FIRST_LINES])):
        return Format.CSV
    if start[:20].lower().startswith(PAGE_STARTS) or _has_blocks(start):
        return Format.HTML
    return Format.TEXT


def has_cable(text: str) -> bool:
    """Whether there is a cable in a document, or a fragment of one."""
    match sniff(text):
        case Format.CSV:
            return True
        case Format.HTML:
            return _has_blocks(text)
        case Format.TEXT:
            return bool(grammar.SIGN.search(text))


def _has_blocks(text: str) -> bool:
    """Whether there is the top box of a page, or a block of its cable."""
    return "<code><pre>" in text or bool(page.TABLE.search(text))
