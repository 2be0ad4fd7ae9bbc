"""Bookmarks and cables for the tests of the notebook."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.model.block import Paragraph
from cablereader.model.bookmark import Bookmark
from cablereader.model.cable import Cable, Source
from cablereader.model.defect import Span
from cablereader.model.header import Header
from cablereader.model.paragraph_ref import ParagraphRef

CREATED: Final = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def bookmark(number: int = 1, **changed: Any) -> Bookmark:
    """The bookmark of paragraph ``number``, with its key made from that."""
    fields: Mapping[str, Any] = {
        "key": f"01k6{number:022d}",
        "ref": ParagraphRef("07OSLO9001", str(number)),
        "marking": "C/NF",
        "quote": "The goat, which is fiction, was bought in February",
        "created": CREATED,
    }
    return Bookmark(**{**fields, **changed})


def loaded(path: Path) -> tuple[Bookmark, ...]:
    """What a new session finds in the file."""
    return BookmarkFile(path).load().bookmarks.marks


def cable_of(
    *paragraphs: tuple[str, str], cable_id: str | None = "07OSLO9001"
) -> Cable:
    """A cable of paragraphs, each a label and its text."""
    return Cable(
        cable_id=cable_id,
        source=Source("text"),
        body="",
        header=Header(text=""),
        blocks=tuple(
            Paragraph(
                span=Span(0, 0), label=label, number=label, marking=None, text=text
            )
            for label, text in paragraphs
        ),
    )


WORDS = st.text(st.characters(exclude_categories=["Cs"]))
TRICKY = st.text("ab :#'\"-\n\t\r é\x85\u2028|>,[]{}&*!%?~0e=", max_size=20)
TYPED = st.sampled_from(["yes", "null", "012", "1e5", "- a", "a: b", "a #b", "---"])
TEXTS = WORDS | TRICKY | TYPED
SOME = TEXTS.filter(bool)
"""A text that is not empty."""
BOOKMARKS = st.builds(
    Bookmark,
    key=SOME,
    ref=st.builds(ParagraphRef, SOME, SOME),
    marking=st.none() | SOME,
    quote=TEXTS,
    labels=st.lists(TEXTS, max_size=3).map(tuple),
    note=TEXTS,
    query=TEXTS,
    created=st.datetimes(timezones=st.just(UTC)),
)
ORDINARY = st.builds(
    bookmark,
    st.integers(0, 99),
    quote=st.text("abcé ,.:'\"", max_size=30),
    labels=st.lists(st.sampled_from(["trust", "merida", "it's"]), max_size=2).map(
        tuple
    ),
    note=st.text("ab \n#:", max_size=20),
)
"""As a reader makes them; most are written in our own form."""
