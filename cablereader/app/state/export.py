"""The cables that are exported, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from cablereader.app.state.export_format import Format, Kind
from cablereader.archive.store import Archive
from cablereader.errors import NothingFoundError
from cablereader.library.bookmarks.exchange import FORMATS
from cablereader.model.bookmark import Bookmark
from cablereader.model.cable import Cable
from cablereader.model.counted import counted
from cablereader.model.frozen import frozen
from cablereader.parse.cable_id import canonical_id
from cablereader.present.cable_format import CABLE_FORMATS
from cablereader.present.notebook import paper
from cablereader.present.refusal import Refusal

LONGEST_STEM: Final = 40
"""Characters of a proposed file name, its ending left out."""

Cables: TypeAlias = Callable[[], Iterator[Cable]]
"""Reads cables one by one, in whatever thread it is called."""


@frozen(kw_only=True)
class Exported:
    """The cables that are exported, and the bookmarks in them."""

    stem: str
    """Of the proposed file name."""
    count: int
    cables: Cables
    marks: tuple[Bookmark, ...]
    marked: Cables
    """Those cables that the bookmarks are in."""

    def amount(self, kind: Kind) -> int:
        """How many cables or bookmarks there are."""
        return self.count if kind is Kind.CABLES else len(self.marks)

    def told(self, form: Format) -> str:
        """``1,153 cables as Markdown``."""
        noun = form.kind.removesuffix("s")
        return f"{counted(self.amount(form.kind), noun)} as {form.title}"

    def file_name(self, form: Format) -> str:
        """The proposed name of the file."""
        what = "" if form.kind is Kind.CABLES else "bookmarks-"
        return f"{what}{self.stem}{form.suffix}"

    def texts(self, form: Format) -> Iterator[str]:
        """The file, a text for each cable as it is read.

        Raises:
            NothingFoundError: Where a bookmark cannot be cited so.
        """
        if form.kind is Kind.CABLES:
            writer = CABLE_FORMATS[form.name]
            for number, cable in enumerate(self.cables(), 1):
                yield writer.before(number) + writer.write(cable)
        elif write := FORMATS.get(form.name):
            yield write(self.marks)
        else:
            yield self._paper(form)

    def _paper(self, form: Format) -> str:
        known = {canonical_id(each.cable_id or ""): each for each in self.marked()}
        ids = {mark.ref.cable_id for mark in self.marks}
        cables = {
            each: cable for each in ids if (cable := known.get(canonical_id(each)))
        }
        text = paper(self.marks, cables, form.name)
        if isinstance(text, Refusal):
            raise NothingFoundError(f"no {form.title} of {text}")
        return text


def opened(cable: Cable, marks: Sequence[Bookmark]) -> Exported:
    """The one cable that is open, with its bookmarks."""

    def cables() -> Iterator[Cable]:
        yield cable

    stem = stem_of(cable.cable_id or "")
    return Exported(
        stem=stem, count=1, cables=cables, marks=tuple(marks), marked=cables
    )


def listed(
    archive: Archive, places: Sequence[int], marks: Iterable[Bookmark], stem: str
) -> Exported:
    """The cables at some places of an archive, with those of all bookmarks in them."""
    among, marks = frozenset(places), tuple(marks)
    ids = {mark.ref.cable_id for mark in marks}
    found = {each: archive.place_of(each) for each in ids}
    marked = {each: place for each, place in found.items() if place and place in among}
    return Exported(
        stem=stem,
        count=len(places),
        cables=partial(_cables_at, archive.path, places),
        marks=tuple(mark for mark in marks if mark.ref.cable_id in marked),
        marked=partial(_cables_at, archive.path, tuple(marked.values())),
    )


def stem_of(text: str) -> str:
    """What of a query can be in a file name; ``cables`` where nothing can."""
    words = "".join(each if each.isalnum() else " " for each in text).split()
    return "-".join(words)[:LONGEST_STEM].strip("-") or "cables"


def _cables_at(path: Path, places: Iterable[int]) -> Iterator[Cable]:
    """The cables at some places of an archive, which is opened for them."""
    with Archive(path) as archive:
        for place in places:
            yield archive.at(place)
