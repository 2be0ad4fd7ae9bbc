"""One document of bytes: the raw cable in it, or why there is none."""

from __future__ import annotations

from typing import Final

from cablereader.model.raw import RawCable
from cablereader.parse.html_page import read_page
from cablereader.parse.plain_text import read_text
from cablereader.parse.sniff import Format, has_cable, sniff
from cablereader.source.encoding import DOUBT, REMEDY, decode
from cablereader.source.failure import Failure, Report

LONGEST: Final = 4 * 1024 * 1024
"""Bytes of one document; the longest page has 140,730. More would take the parser
longer than anybody waits."""
FOREIGN: Final = (
    (b"%PDF", "a PDF", "extract its text with pdftotext -layout"),
    (b"\xff\xfe", "UTF-16", "convert it with iconv -f UTF-16 -t UTF-8"),
    (b"\xfe\xff", "UTF-16", "convert it with iconv -f UTF-16 -t UTF-8"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it with 7z x"),
    (b"Rar!", "a RAR archive", "unpack it with unrar x"),
    (b"\x28\xb5\x2f\xfd", "packed by zstd", "unpack it with zstd -d"),
    (b"SQLite format 3\x00", "a database", "open an archive with --archive"),
)
"""Beginnings of files that we cannot read but can name, and what to do with them."""
TEXT_CONTROLS: Final = b"\t\n\f\r\x1b"
CONTROLS: Final = bytes(code for code in range(32) if code not in TEXT_CONTROLS)


def read_document(content: bytes, path: str, report: Report) -> RawCable | None:
    """The raw cable of a document; ``None``, and a report, where there is none.

    Args:
        content: All of it, or its first `LONGEST` bytes and at least one more.
        path: What to call it.
        report: Told why there is no cable, and when its encoding was guessed.
    """
    failure = _failure(content, path)
    if failure:
        report(failure)
        return None
    text, sure = decode(content)
    if not has_cable(text):
        report(_no_cable(content, path))
        return None
    if not sure:
        report(Failure(path, DOUBT, REMEDY))
    if sniff(text) is Format.HTML:
        return read_page(text, path)
    return read_text(text, path)


def _failure(content: bytes, path: str) -> Failure | None:
    """Why a document cannot be read, by its bytes."""
    if not content.strip():
        return Failure(path, "empty", "give a file with a cable in it")
    if len(content) > LONGEST:
        size = f"longer than {LONGEST // 2**20} MB, too long for one cable"
        return Failure(path, size, "split it into a file for each cable")
    for beginning, name, remedy in FOREIGN:
        if content.startswith(beginning):
            return Failure(path, name, remedy)
    return None


def _no_cable(content: bytes, path: str) -> Failure:
    if len(content) - len(content.translate(None, CONTROLS)) > len(content) // 50:
        return Failure(path, "binary, no text", "give a page, a text or a CSV file")
    return Failure(path, "no cable in it", "give a page, a text or a CSV file")
