"""The texts of archives that former versions of the program made, to renew them.

Version 4 of the tables had the texts of cables that came together in bundles, packed by
bzip2, or by zlib with the dictionary of the program where they were few. Versions 2 and
3 had each text in its row, packed by zlib, without and with that dictionary.
"""

from __future__ import annotations

import sqlite3
import zlib
from bz2 import BZ2Decompressor
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from cablereader.archive.damage import DamagedError
from cablereader.archive.packing import LONGEST, shipped
from cablereader.archive.raw_text import raw_of
from cablereader.archive.repair.salvage import Salvage, Table
from cablereader.archive.repair.salvaged_texts import (
    UNREADABLE,
    PackedTexts,
    SalvagedTexts,
    joined_pieces,
)
from cablereader.model.raw import RawCable

BUNDLED: Final = 4
"""The version of the tables that had bundles."""
RAWS: Final = Table("raw", ("place", "bundle", "position"))
FORMERS: Final = Table("former", ("id", "bundle", "position"))
RAWS_ALONE: Final = Table("raw", ("place", "strings"))
FORMERS_ALONE: Final = Table("former", ("id", "strings"))
BZIP2: Final = b"BZh"
"""What its bytes begin with."""

Where: TypeAlias = tuple[object, object]
"""A bundle, and a position in it."""


class BundledTexts(SalvagedTexts):
    """Those of an archive that has them in bundles."""

    table = RAWS

    def raws(self) -> Iterator[RawCable]:
        """All versions of cables that can be read, in the order in which they came."""
        found: set[Where] = set()
        for bundle, packed in joined_pieces(self._db):
            for position, raw in _raws_in(packed):
                found.add((bundle, position))
                yield raw
        for place, *where in Salvage(self._db, RAWS).rows():
            self._note(place, is_read=tuple(where) in found)
        for name, *where in Salvage(self._db, FORMERS).rows():
            if tuple(where) not in found:
                self.unread_formers.append(str(name))


class LoneTexts(SalvagedTexts):
    """Those of an archive that has them one by one."""

    table = RAWS_ALONE

    def raws(self) -> Iterator[RawCable]:
        """The current versions first, which stay so unless a former is preferred."""
        for place, strings in Salvage(self._db, RAWS_ALONE).rows():
            raw = _alone(strings)
            self._note(place, is_read=raw is not None)
            if raw:
                yield raw
        for name, strings in Salvage(self._db, FORMERS_ALONE).rows():
            if raw := _alone(strings):
                yield raw
            else:
                self.unread_formers.append(str(name))


def salvaged_texts(db: sqlite3.Connection, version: int) -> SalvagedTexts:
    """The texts of an archive with tables of some version, of today's or a former."""
    if version < BUNDLED:
        return LoneTexts(db)
    return BundledTexts(db) if version == BUNDLED else PackedTexts(db)


def texts_in(packed: bytes) -> tuple[bytes, ...]:
    """The texts of the cables of a bundle; an empty one where none was kept.

    Raises:
        DamagedError: Where the bytes are damaged.
    """
    lines = _unpacked(packed).split(b"\n")
    if len(lines) % 2 == 0:
        raise DamagedError("cables cannot be unpacked: one of them is cut off")
    pairs = zip(lines[::2], lines[1::2], strict=False)
    return tuple(b"\n".join(pair) if pair[1] else b"" for pair in pairs)


def _raws_in(packed: bytes) -> Iterator[tuple[int, RawCable]]:
    try:
        texts = texts_in(packed)
    except UNREADABLE:
        return
    for position, text in enumerate(texts):
        try:
            raw = raw_of(text) if text else None
        except UNREADABLE:
            continue
        if raw:
            yield position, raw


def _alone(strings: object) -> RawCable | None:
    try:
        return raw_of(_unpacked(strings))
    except UNREADABLE:
        return None


def _unpacked(packed: object) -> bytes:
    """What was packed, by whatever.

    Raises:
        DamagedError: Where it is damaged.
    """
    is_bzip2 = isinstance(packed, bytes) and packed.startswith(BZIP2)
    unpacker: Any = (
        BZ2Decompressor() if is_bzip2 else zlib.decompressobj(zdict=shipped().content)
    )
    try:
        text: bytes = unpacker.decompress(packed, LONGEST)
    except (zlib.error, OSError, TypeError, ValueError) as error:
        raise DamagedError(f"a cable cannot be unpacked: {error}") from error
    if not unpacker.eof:
        raise DamagedError("a cable cannot be unpacked: it has no end")
    return text
