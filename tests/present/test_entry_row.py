"""Rows of the list: which columns have room, and what stands in them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cablereader.model.classification import Level, Marking
from cablereader.model.defect import Span
from cablereader.model.entry import Entry
from cablereader.present.entry_row import (
    ASIDE,
    READ,
    Flags,
    ListRow,
    entry_row,
    subject_of,
    title_row,
)
from cablereader.present.find import Sought, marked_in
from cablereader.present.list_column import (
    COLUMNS,
    HITS,
    LABELS,
    ORIGIN,
    REFERENCE,
    RELEASED,
    SUBJECT,
    TAGS,
    USUAL,
    fitting,
    read_columns,
    toggled,
    written,
)
from cablereader.present.piece import Row

ENTRY = Entry(
    place=1,
    cable_id="09OSLO9001",
    created=datetime(2009, 1, 20, 12, tzinfo=UTC).replace(tzinfo=None),
    released=datetime(2011, 8, 30, 1, tzinfo=UTC).replace(tzinfo=None),
    classification=Marking("CONFIDENTIAL", Level.CONFIDENTIAL),
    origin="Embassy Oslo",
    subject="A LIGHTHOUSE THAT MOVES",
    tags=("PREL", "EFIS"),
    words=1234,
)
CHOICES = st.frozensets(st.sampled_from(COLUMNS), min_size=1)


def text_of(row: Row) -> str:
    return "".join(piece.text for piece in row)


def looks(row: Row, role: str) -> list[str]:
    return [piece.text for piece in row if piece.role == role]


def test_the_usual_row_stands_under_its_titles() -> None:
    row = entry_row(ListRow(entry=ENTRY), 79)
    assert text_of(row) == (
        " o 2009-01-20 09OSLO9001        C  ... A LIGHTHOUSE THAT MOVES"
    )
    assert text_of(title_row(79)).rstrip() == (
        "   Date       Reference         Cl *mn Subject"
    )


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (22, " o 09OSLO9001"),
        (36, " o 09-01-20 09OSLO9001        C"),
        (60, " o 09-01-20 09OSLO9001        C  ... A LIGHTHOUSE THAT MOVES"),
    ],
)
def test_a_narrow_row_has_what_says_most(width: int, expected: str) -> None:
    assert text_of(entry_row(ListRow(entry=ENTRY), width)).rstrip() == expected


def test_any_columns_can_be_chosen() -> None:
    chosen = frozenset({RELEASED, REFERENCE, ORIGIN, TAGS, HITS})
    row = entry_row(ListRow(entry=ENTRY, hits=7), 100, chosen)
    assert text_of(row).split() == [
        *("o", "2011-08-30", "09OSLO9001", "Embassy", "Oslo", "PREL", "EFIS", "7")
    ]


def test_labels_stand_at_the_end_of_the_rows_that_have_some() -> None:
    listed = ListRow(entry=ENTRY, labels=("tuba", "walrus"))
    text = text_of(entry_row(listed, 79))
    assert text.endswith(" A LIGHTHOUSE THAT MOVES    +tuba +walrus")
    assert len(text) == 79
    assert "+tuba" not in text_of(entry_row(listed, 79, USUAL - {LABELS}))
    assert "+tuba" not in text_of(entry_row(listed, 50))


def test_what_the_query_found_is_marked_as_far_as_the_subject_is_shown() -> None:
    listed = ListRow(entry=ENTRY, spans=(Span(2, 12), Span(18, 23)))
    assert looks(entry_row(listed, 79), "hit") == ["LIGHTHOUSE", "MOVES"]
    assert looks(entry_row(listed, 55), "hit") == ["LIGHTHOUSE"]


def test_words_that_are_found_are_marked_in_id_origin_and_subject() -> None:
    row = entry_row(ListRow(entry=ENTRY), 99, USUAL | {ORIGIN})
    assert looks(marked_in(row, Sought(("oslo",))), "hit") == ["OSLO", "Oslo"]
    assert looks(marked_in(row, Sought(("Oslo",))), "hit") == ["Oslo"]
    assert looks(marked_in(row, Sought(("2009",))), "hit") == []
    assert marked_in(row, Sought(("",))) == row


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (Flags(), "unread"),
        (Flags(READ, starred=True, bookmarked=True), "read, starred, has bookmarks"),
        (Flags(ASIDE, noted=True, selected=True), "set aside, has notes, selected"),
    ],
)
def test_marks_have_words(flags: Flags, words: str) -> None:
    assert flags.words == words


def test_text_of_documents_is_clean() -> None:
    assert "\x1b" not in subject_of(
        Entry(
            place=1,
            cable_id="09X1",
            created=None,
            released=None,
            classification=None,
            origin=None,
            subject="\x1b[2J",
        )
    )


@given(
    CHOICES,
    st.integers(20, 200),
    st.text(max_size=80),
    st.lists(st.text(min_size=1, max_size=9), max_size=3),
)
def test_a_row_has_its_titles_over_its_columns_and_never_more_cells_than_there_are(
    chosen: frozenset[object], width: int, subject: str, labels: list[str]
) -> None:
    columns = frozenset(each for each in COLUMNS if each in chosen)
    entry = Entry(
        place=1,
        cable_id="09OSLO9001",
        created=None,
        released=None,
        classification=None,
        origin=subject,
        subject=subject,
    )
    row = entry_row(ListRow(entry=entry, labels=tuple(labels)), width, columns)
    assert cell_len(text_of(row)) <= width
    assert len(fitting(columns, width)) <= len(columns)
    if SUBJECT in fitting(columns, width):
        titles = text_of(title_row(width, columns))
        others = frozenset(fitting(columns, width)) - {SUBJECT, LABELS}
        before = text_of(entry_row(ListRow(entry=entry), width, others))
        assert titles.index("Subject") == cell_len(before)


@given(CHOICES)
def test_a_choice_is_remembered(chosen: frozenset[object]) -> None:
    columns = frozenset(each for each in COLUMNS if each in chosen)
    assert read_columns(written(columns)) == columns


def test_the_last_column_stays_and_nonsense_is_the_usual_choice() -> None:
    assert toggled(frozenset({TAGS}), TAGS) == {TAGS}
    assert read_columns("shoe size") == USUAL
