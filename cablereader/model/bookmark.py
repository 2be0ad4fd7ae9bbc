"""What a reader marked for later."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from cablereader.model.frozen import frozen, replace
from cablereader.model.paragraph_ref import ParagraphRef

if TYPE_CHECKING:  # lists of bookmarks start faster without cables
    from cablereader.model.block import Paragraph
    from cablereader.model.cable import Cable

LONGEST_QUOTE: Final = 60
"""Characters; enough to tell paragraphs apart, short enough for a line."""


@frozen(kw_only=True)
class Bookmark:
    """One marked paragraph, with what the reader says of it."""

    key: str
    """Unique, and sorted by the time it was made."""
    ref: ParagraphRef
    marking: str | None
    """The paragraph's own, as written."""
    quote: str
    """Its first words, to find it again when a parser counts differently."""
    created: datetime
    """UTC with zone."""
    labels: tuple[str, ...] = ()
    note: str = ""
    query: str = ""
    """The search that found it."""
    unknown: tuple[str, ...] = ()
    """Fields that another program wrote, as they stand: ``"colour: red"``."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form: the fields of its YAML document, under the same names."""
        return {
            "id": self.key,
            "cable": self.ref.cable_id,
            "paragraph": self.ref.label,
            "marking": self.marking,
            "quote": self.quote,
            "labels": list(self.labels),
            "note": self.note,
            "query": self.query,
            "created": moment(self.created),
            "unknown": list(self.unknown),
        }


class Bookmarks:
    """All bookmarks, oldest first; a value, with an index for `at`."""

    __slots__ = ("_by_ref", "marks")

    def __init__(self, marks: tuple[Bookmark, ...] = ()) -> None:
        self.marks: Final = marks
        self._by_ref: Final = {mark.ref: mark for mark in marks}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Bookmarks) and self.marks == other.marks

    def __hash__(self) -> int:
        return hash(self.marks)

    def __len__(self) -> int:
        return len(self.marks)

    def at(self, ref: ParagraphRef) -> Bookmark | None:
        """The bookmark of that paragraph, or ``None``."""
        return self._by_ref.get(ref)

    def of(self, cable_id: str) -> tuple[Bookmark, ...]:
        """The bookmarks of one cable."""
        return tuple(mark for mark in self.marks if mark.ref.cable_id == cable_id)

    def saved(self, mark: Bookmark) -> Bookmarks:
        """With that bookmark, in the place of the one that has its key."""
        others = tuple(old for old in self.marks if old.key != mark.key)
        return Bookmarks(tuple(sorted((*others, mark), key=lambda each: each.key)))

    def removed(self, key: str) -> Bookmarks:
        """Without the bookmark of that key."""
        return Bookmarks(tuple(old for old in self.marks if old.key != key))


def moment(time: datetime) -> str:
    """A time as ``2026-11-24T03:00:00Z``, in files and in JSON."""
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


class Found(StrEnum):
    """How the paragraph of a bookmark was found in a cable."""

    LABEL = "label"
    """Number and first words agree, or no words were kept."""
    WORDS = "words"
    """It has another number now."""
    LABEL_ALONE = "label alone"
    """The number is there, but begins with other words, which are nowhere else."""
    NOWHERE = "nowhere"


def bookmark_of(
    cable: Cable, paragraph: Paragraph, *, key: str, created: datetime
) -> Bookmark:
    """A bookmark of one paragraph of a cable.

    Args:
        cable: Where it stands.
        paragraph: One of the cable's.
        key: Unique, and greater than those of all older bookmarks.
        created: Now, with a zone.
    """
    return Bookmark(
        key=key,
        ref=cable.ref(paragraph),
        marking=paragraph.marking.text if paragraph.marking else None,
        quote=first_words(paragraph.text),
        created=created,
    )


def first_words(text: str, longest: int = LONGEST_QUOTE) -> str:
    """The beginning of a text on one line, cut at a word; never longer than asked."""
    line = " ".join(text[: longest * 8].split())
    if len(line) <= longest:
        return line
    return line[: longest + 1].rpartition(" ")[0] or line[:longest]


def find(cable: Cable, mark: Bookmark) -> tuple[Paragraph | None, Found]:
    """The paragraph that a bookmark means, and how it was found.

    The first of those that begin with its words wins; letters and digits are compared
    only, so that quotation marks, capitals and line breaks make no difference.
    """
    labelled = next((p for p in cable.paragraphs if p.label == mark.ref.label), None)
    words = _letters(mark.quote)
    if labelled and _letters(labelled.text, len(words)) == words:
        return labelled, Found.LABEL
    for paragraph in cable.paragraphs if words else ():
        if _letters(paragraph.text, len(words)) == words:
            return paragraph, Found.WORDS
    return labelled, Found.LABEL_ALONE if labelled else Found.NOWHERE


def _letters(text: str, at_most: int | None = None) -> str:
    letters = (letter for letter in text.casefold() if letter.isalnum())
    return "".join(islice(letters, at_most))


def note_line(mark: Bookmark) -> str:
    """A bookmark's note and labels on one line: ``check ref B +merida +trust``."""
    labels = (f"+{label}" for label in mark.labels)
    return " ".join((*mark.note.split(), *labels))


def with_note_line(mark: Bookmark, line: str) -> Bookmark:
    """The bookmark with the note and labels of such a line."""
    words = line.split()
    labels = dict.fromkeys(word[1:] for word in words if _is_label(word))
    note = " ".join(word for word in words if not _is_label(word))
    return replace(mark, note=note, labels=tuple(labels))


def _is_label(word: str) -> bool:
    return len(word) > 1 and word.startswith("+")
