"""The lines between classification and E.O. line (format.md section 3.3)."""

from __future__ import annotations

from collections.abc import Iterable

from cablereader.parse.grammar import captions as grammar


def is_caption(line: str) -> bool:
    """Whether a line holds captions only."""
    return not _split(line)[1]


def read_captions(lines: Iterable[str]) -> tuple[tuple[str, ...], str | None]:
    """The captions, each once, in capitals, in order; and the attention line.

    Whatever is no caption says who should read the cable, or whom to pass it to.
    """
    captions: dict[str, None] = {}
    attention = []
    for line in lines:
        found, rest = _split(line)
        captions |= dict.fromkeys(found)
        if rest:
            attention.append(rest)
    return tuple(captions), " ".join(attention) or None


def _split(line: str) -> tuple[list[str], str]:
    """The captions at the start and at the end of a line, and what is between."""
    found = []
    at = 0
    while match := grammar.CAPTION.match(line, at):
        if match.end() == at:
            break
        at = match.end()
        found.append(_canonical(match))
    rest = line[at:]
    if match := grammar.LAST_CAPTION.search(rest):
        found.append(_canonical(match))
        rest = rest[: match.start()].rstrip(" ,;")
    return found, rest.strip(" \"'")


def _canonical(match: grammar.Match) -> str:
    name = str(match.lastgroup)
    words = " ".join(match[name].upper().split())
    return grammar.CANONICAL.get(name, words)
