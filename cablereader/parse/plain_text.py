"""A cable as plain text: bare, with its header, a fragment, or a page read by OCR."""

from __future__ import annotations

from cablereader.model.cable import Source
from cablereader.model.raw import RawCable
from cablereader.parse.grammar import chrome as grammar
from cablereader.parse.grammar import front as front_grammar


def read_text(text: str, path: str | None = None) -> RawCable:
    """The raw cable of a text.

    Never raises: a text without header or classification line is all body.

    Args:
        text: The whole text.
        path: Where it was read.
    """
    row = grammar.ROW.search(text)
    title = grammar.TITLE.search(text)
    opening = grammar.HEADER.search(text)
    start = opening.start() if opening else 0
    stop = _header_stop(text, start) if opening else 0
    return RawCable(
        source=Source("text", path),
        cable_id=title["id"] if title else row["id"] if row else None,
        title=" ".join(title["title"].split()) if title else None,
        created=" ".join(row["created"].split()) if row else None,
        released=" ".join(row["released"].split()) if row else None,
        classification="".join(row["classification"].split()) if row else None,
        origin=" ".join(row["origin"].split()) if row else None,
        header=text[start:stop],
        body=text[:start] + text[stop:],
        header_at=start,
        scanned=_is_scanned(text),
    )


def _header_stop(text: str, start: int) -> int:
    """Offset at which the header that begins at ``start`` is over."""
    at = start
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop + 1
        words = text[at:stop].lstrip()
        if front_grammar.CLASSIFICATION.match(words):
            return at
        at = stop
    return len(text)


def _is_scanned(text: str) -> bool:
    """Whether most blanks between words are doubled."""
    return text.count("  ") * 3 > text.count(" ")
