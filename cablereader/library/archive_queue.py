"""A list of an archive as the queue of a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from cablereader.archive.finding.word_list import WordList
from cablereader.archive.store import Archive
from cablereader.library.files.small_file import stamp_of
from cablereader.library.kept.words import keep_words, kept_words
from cablereader.model.cable import Cable


class ArchiveQueue:
    """A queue of cables of an archive; any other of its cables can be had as well."""

    def __init__(
        self,
        archive: Archive,
        places: Sequence[int],
        asked: dict[tuple[str, ...], frozenset[int] | None] | None = None,
    ) -> None:
        """A queue of the cables at some places.

        Args:
            archive: Where they are.
            places: In the order of the queue.
            asked: What `likely` remembers.
        """
        self._archive = archive
        self._places = places
        self._asked = {} if asked is None else asked

    def __len__(self) -> int:
        return len(self._places)

    def cable(self, position: int) -> Cable:
        """The cable at that position."""
        return self._archive.at(self._places[position])

    def position_of(self, cable_id: str) -> int | None:
        """Where the cable of that reference id is, in any spelling of the id."""
        place = self._archive.place_of(cable_id)
        try:
            return None if place is None else self._places.index(place)
        except ValueError:
            return None

    def likely(self, texts: tuple[str, ...], positions: Sequence[int]) -> Sequence[int]:
        """Those of some positions whose cables may have one of some texts, and more.

        Takes seconds in a large archive for the first time; for the last texts once.
        """
        if texts not in self._asked:
            archive = self._archive
            places = archive.candidates(texts, self._words) if texts else None
            self._asked.clear()
            self._asked[texts] = places
        if (places := self._asked[texts]) is None:
            return positions
        return [each for each in positions if self._places[each] in places]

    def _words(self) -> WordList:
        """The words of the archive, found out once."""
        path = self._archive.path
        stamp = stamp_of(path)
        if words := kept_words(path, stamp):
            return words
        words = self._archive.every_word()
        keep_words(path, stamp, words)
        return words

    def interrupt(self) -> None:
        """Give up what is asked of the archive in another thread."""
        self._archive.interrupt()

    @contextmanager
    def beside(self) -> Iterator[ArchiveQueue]:
        """The same queue for another thread, over a connection of its own.

        Raises:
            ArchiveError: If the archive cannot be read any more.
        """
        with Archive(self._archive.path) as archive:
            yield ArchiveQueue(archive, self._places, self._asked)

    def missing(self, cable_ids: Iterable[str]) -> frozenset[str]:
        """Those of some canonical reference ids whose cables the archive lacks."""
        return self._archive.missing(cable_ids)

    def get(self, cable_id: str) -> Cable | None:
        """The cable of that reference id, in the queue or not."""
        return self._archive.get(cable_id)
