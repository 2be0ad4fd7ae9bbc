"""The texts that can be read of an archive, which may be damaged, or an older one.

Where their bundles are read, texts are found that no list knows any more. Up to the
third version of its tables an archive kept each text by itself, packed in its row.
"""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Final, TypeAlias

from cablereader.archive.packing import texts_in, unpack, unpack_alone
from cablereader.archive.repair.salvage import DAMAGES, Salvage, Table
from cablereader.archive.texts import PIECE, bundle_of, first_row
from cablereader.model.raw import RawCable

BUNDLED: Final = 4
"""The version of the tables from which on texts are bundled."""
PIECES: Final = Table("piece", ("number", "bytes"))
RAWS: Final = Table("raw", ("place", "bundle", "position"))
FORMERS: Final = Table("former", ("id", "bundle", "position"))
RAWS_ALONE: Final = Table("raw", ("place", "strings"))
FORMERS_ALONE: Final = Table("former", ("id", "strings"))
UNREADABLE: Final = (*DAMAGES, TypeError, AttributeError, RecursionError)
"""What unpacking damaged bytes raises."""

Where: TypeAlias = tuple[object, object]
"""A bundle, and a position in it."""


class SalvagedTexts(ABC):
    """The texts of one archive."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Begin; nothing is read before `raws` is asked.

        Args:
            db: As of `cablereader.archive.repair.salvage.open_damaged`.
        """
        self._db = db
        self.read: set[int] = set()
        """The places of cables whose text was read; all of them when `raws` ended."""
        self.unread: list[int] = []
        """The places of those whose text is there, or should be, and cannot be read."""
        self.unread_formers: list[str] = []
        """The ids of cables of which a former version cannot be read."""

    @abstractmethod
    def raws(self) -> Iterator[RawCable]:
        """All versions of cables that can be read.

        They are in the order in which they came, as far as that is known.
        """

    @property
    @abstractmethod
    def table(self) -> Table:
        """That has a row for each cable."""

    def _note(self, place: int, *, is_read: bool) -> None:
        if is_read:
            self.read.add(place)
        else:
            self.unread.append(place)


class BundledTexts(SalvagedTexts):
    """Those of an archive that has them in bundles."""

    table = RAWS

    def raws(self) -> Iterator[RawCable]:
        """All versions of cables that can be read, in the order in which they came."""
        found: set[Where] = set()
        for bundle, packed in self._bundles():
            for position, raw in _raws_in(packed):
                found.add((bundle, position))
                yield raw
        for place, *where in Salvage(self._db, RAWS).rows():
            self._note(place, is_read=tuple(where) in found)
        for name, *where in Salvage(self._db, FORMERS).rows():
            if tuple(where) not in found:
                self.unread_formers.append(str(name))

    def _bundles(self) -> Iterator[tuple[int, bytes]]:
        """Each bundle of which all pieces can be read, whatever comes first of it."""
        begun: dict[int, dict[int, bytes]] = {}
        lasts: dict[int, int] = {}
        for row, piece in Salvage(self._db, PIECES).rows():
            if not isinstance(piece, bytes):
                continue
            bundle = bundle_of(row)
            number = row - first_row(bundle)
            begun.setdefault(bundle, {})[number] = piece
            if len(piece) < PIECE:
                lasts[bundle] = number
            if len(begun[bundle]) == lasts.get(bundle, -2) + 1:
                del lasts[bundle]
                yield (
                    bundle,
                    b"".join(each for _, each in sorted(begun[bundle].items())),
                )
                del begun[bundle]


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
    """The texts of an archive with tables of some version."""
    return BundledTexts(db) if version >= BUNDLED else LoneTexts(db)


def _raws_in(packed: bytes) -> Iterator[tuple[int, RawCable]]:
    try:
        texts = texts_in(packed)
    except UNREADABLE:
        return
    for position, text in enumerate(texts):
        try:
            raw = unpack(text) if text else None
        except UNREADABLE:
            continue
        if raw:
            yield position, raw


def _alone(strings: object) -> RawCable | None:
    try:
        return unpack_alone(strings)
    except UNREADABLE:
        return None
