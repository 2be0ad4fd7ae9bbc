"""Any document in any source format, to a cable: the parser's one front door."""

from __future__ import annotations

from cablereader.model.cable import Cable
from cablereader.model.frozen import replace
from cablereader.model.raw import RawCable
from cablereader.parse.cable import read_cable
from cablereader.parse.csv_row import read_first_row
from cablereader.parse.html_page import read_page
from cablereader.parse.plain_text import read_text
from cablereader.parse.sniff import Format, sniff


def parse(text: str, reference_id: str | None = None) -> Cable:
    """The cable of a document in any of the source formats, or of a fragment of one.

    Never raises: what cannot be placed is a block of kind ``text``.

    Args:
        text: A page, a cable as text, or the first row of a dump.
        reference_id: The cable's id where the document does not say it.
    """
    raw = _raw(text)
    if reference_id and not raw.cable_id:
        raw = replace(raw, cable_id=reference_id)
    return read_cable(raw)


def _raw(text: str) -> RawCable:
    match sniff(text):
        case Format.HTML:
            return read_page(text)
        case Format.CSV:
            return read_first_row(text)
        case Format.TEXT:
            return read_text(text)
