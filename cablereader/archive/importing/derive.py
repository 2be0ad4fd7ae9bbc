"""From a raw cable to all that the archive writes of it; done in any process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from cablereader.archive.place import minute_of
from cablereader.archive.raw_text import RawText, text_of
from cablereader.archive.words.folding import fold, storable
from cablereader.archive.words.indexing import (
    MOST_PASSAGES,
    Front,
    PassageText,
    cited_by,
    front_of,
    passages_of,
    terms_of,
)
from cablereader.archive.words.term import EVERY
from cablereader.model.classification import Marking
from cablereader.model.frozen import frozen
from cablereader.model.raw import Kind, RawCable
from cablereader.parse.cable import read_cable
from cablereader.parse.cable_id import canonical_id, read_cable_id

FIRST: Final = b" x"
"""A blank and a sign that is none, as `SIGNS` has them: where a word begins."""
SIGNS: Final = bytes(FIRST[not chr(code).isspace()] for code in range(128)) * 2
"""What each sign of ASCII is to a count of words; no other is counted by it."""


@frozen(kw_only=True)
class Derived:
    """One cable, ready to be written."""

    raw: RawText
    kind: Kind
    id: str
    canonical: str
    number: int | None
    created: int | None
    """Minutes; see `cablereader.archive.place`."""
    released: int | None
    origin: str | None
    classification: Marking | None
    subject: str
    tags: tuple[str, ...]
    cites: tuple[str, ...]
    """Canonical ids."""
    words: int
    paragraphs: int
    articles: int
    text_digest: int
    """The same for cables with the same text."""
    terms: tuple[str, ...]
    """What a query may ask by name; see `cablereader.archive.words.term`."""
    front: Front
    passages: tuple[bytes, ...]
    """Text of each, and the terms of its marking: in UTF-8, which SQLite would make of
    it, and more slowly."""

    @property
    def gist(self) -> bytes:
        """All that the index of whole cables is to know: terms, and words of texts."""
        above = (*self.terms, self.front.subject, self.front.references)
        return b"\n".join(("\n".join(above).encode(), *self.passages))


def derive(raw: RawCable) -> Derived | None:
    """All that the archive writes of a cable; ``None`` for one without any id."""
    cable = read_cable(raw)
    if not cable.cable_id:
        return None
    name = read_cable_id(cable.cable_id)
    canonical = str(name) if name else canonical_id(cable.cable_id)
    front = front_of(cable)
    passages = tuple(passages_of(cable))
    text = "\n".join([passage.text for passage in passages])
    return Derived(
        raw=text_of(raw),
        kind=raw.kind,
        id=storable(cable.cable_id),
        canonical=storable(canonical),
        number=name.number if name else None,
        created=minute_of(cable.created),
        released=minute_of(cable.released),
        origin=storable(cable.origin) if cable.origin else None,
        classification=cable.classification,
        subject=storable(cable.title),
        tags=tuple(map(storable, cable.tags)),
        cites=cited_by(cable),
        words=word_count(text),
        paragraphs=len(cable.paragraphs),
        articles=len(cable.articles),
        text_digest=_digest(text),
        terms=tuple(dict.fromkeys(terms_of(cable, passages))),
        front=Front(*map(fold, front.texts)),
        passages=_rows(passages),
    )


def _rows(passages: Sequence[PassageText]) -> tuple[bytes, ...]:
    """The passages as the index takes them; those beyond the last number share it."""
    if len(passages) > MOST_PASSAGES:
        rest = "\n".join(passage.text for passage in passages[MOST_PASSAGES - 1 :])
        passages = (*passages[: MOST_PASSAGES - 1], PassageText(0, rest, ()))
    return tuple(
        [
            fold(passage.text).encode() + _marking(passage.marking)
            for passage in passages
        ]
    )


@lru_cache(maxsize=256)
def _marking(terms: tuple[str, ...]) -> bytes:
    """The terms of a marking as they follow a text; few are different."""
    return f" {' '.join(terms) or EVERY}".encode()


def word_count(text: str) -> int:
    """How many words a text has, parted by blanks; none of them is made."""
    if not text.isascii():
        return len(text.split())
    return f" {text}".encode("ascii").translate(SIGNS).count(FIRST)


def _digest(text: str) -> int:
    content = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(content, digest_size=8).digest(), signed=True)
