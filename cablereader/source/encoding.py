"""Bytes to characters: UTF-8, or else Windows-1252."""

from __future__ import annotations

from typing import Final

DOUBT: Final = "not UTF-8, so read as Windows-1252"
"""What to say of text in the other encoding."""
REMEDY: Final = "convert it with iconv if letters look wrong"


def decode(content: bytes) -> tuple[str, bool]:
    """The text of a document, and whether it was UTF-8.

    The five bytes that Windows-1252 does not define become U+FFFD: never a C1 control,
    which some terminals obey. A line end is one newline.
    """
    try:
        text, sure = content.decode("utf-8"), True
    except UnicodeDecodeError:
        text, sure = content.decode("cp1252", errors="replace"), False
    return text.removeprefix("\ufeff").replace("\r\n", "\n"), sure


def decode_row(row: str) -> tuple[str, bool]:
    """The same for a row that was read as UTF-8 with ``surrogateescape``."""
    if not row.isascii():
        content = row.encode("utf-8", "surrogateescape")
        return decode(content)
    return (row.replace("\r\n", "\n") if "\r" in row else row), True
