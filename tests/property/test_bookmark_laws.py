"""What holds for every bookmark and every file of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bookmarking import BOOKMARKS, CREATED, ORDINARY, SOME, TEXTS, bookmark
from hypothesis import example, given
from hypothesis import strategies as st

from cablereader.library.bookmarks.document import (
    Change,
    NoBookmarkError,
    Removal,
    from_document,
    from_own_form,
    to_document,
)
from cablereader.library.bookmarks.key import new_key
from cablereader.library.bookmarks.stream import read_stream
from cablereader.model.bookmark import Bookmark
from cablereader.model.joining import joined_bookmark

CHANGES: st.SearchStrategy[Change] = ORDINARY | st.builds(
    Removal, ORDINARY.map(lambda mark: mark.key)
)
UNKNOWN = st.sampled_from(
    ("colour: red", "seen: [a, {b: c}]", "more:\n  - 1\n  - x: y", "a: |\n  # b\n  c")
)
RUBBISH = st.sampled_from(
    (b"", b"# mine\n", b"---\nid: [\n", b"--- x\n", b"---\n\xff\n", b"\0\0\n", b"---\n")
)


def read(document: str) -> Change | None:
    try:
        return from_document(document)
    except NoBookmarkError:
        return None


@given(BOOKMARKS)
def test_a_document_says_what_was_written(mark: Bookmark) -> None:
    assert from_document(to_document(mark)) == mark


@given(SOME)
def test_a_removal_says_what_was_written(key: str) -> None:
    assert from_document(to_document(Removal(key))) == Removal(key)


@given(BOOKMARKS, st.lists(UNKNOWN, unique=True, max_size=3))
def test_fields_of_other_programs_survive_an_edit(
    mark: Bookmark, unknown: list[str]
) -> None:
    mark = replace(mark, unknown=tuple(unknown))
    assert from_document(to_document(mark)) == mark


@given(ORDINARY)
def test_our_own_form_is_read_without_a_yaml_parser(mark: Bookmark) -> None:
    if not mark.note.startswith((" ", "\n")) and not mark.note.endswith("\n"):
        assert from_own_form(to_document(mark)) == mark


@given(ORDINARY | BOOKMARKS, st.data())
def test_both_readers_agree_on_spoilt_documents(
    mark: Bookmark, data: st.DataObject
) -> None:
    document = to_document(mark)
    start, stop = sorted(data.draw(st.tuples(*[st.integers(0, len(document))] * 2)))
    middle = data.draw(st.sampled_from(("", " ", "\n", "'", '"', ": ", " #", "\t")))
    spoilt = document[:start] + (middle or data.draw(TEXTS)) + document[stop:]
    if (change := from_own_form(spoilt)) is not None:
        assert from_document(spoilt) == change


@given(st.lists(CHANGES | RUBBISH, max_size=12))
@example([bookmark(1), b"# mine\n", Removal(bookmark(1).key)])
def test_compacting_changes_nothing_that_counts(parts: list[Change | bytes]) -> None:
    content = b"".join(
        part if isinstance(part, bytes) else to_document(part).encode()
        for part in (bookmark(1), *parts)
    )
    stream = read_stream(content)
    compacted = read_stream(bytes(stream.compacted()))
    assert bytes(stream) == content
    assert compacted.bookmarks() == stream.bookmarks()
    assert [p.problem for p in compacted.problems()] == [
        p.problem for p in stream.problems()
    ]
    assert content.count(b"# mine") == bytes(compacted).count(b"# mine")


@given(st.binary() | st.text("---\nid: {}[]&*!|#\t\0%é", max_size=200).map(str.encode))
def test_no_bytes_make_the_reader_fail(content: bytes) -> None:
    try:
        stream = read_stream(content)
    except NoBookmarkError:
        return
    assert bytes(stream) == content


@given(ORDINARY, ORDINARY, st.integers(0, 400), st.sampled_from((b"", b"\0\0\0")))
def test_a_document_that_was_cut_off_costs_only_itself(
    first: Bookmark, second: Bookmark, kept: int, zeros: bytes
) -> None:
    whole, torn = to_document(first).encode(), to_document(second).encode()[:kept]
    found = [
        replace(mark, created=CREATED)  # may have lost its minutes, harmlessly
        for mark in read_stream(whole + torn + zeros).bookmarks().marks
    ]
    assert [mark for mark in found if mark != second] in ([first], [])
    assert first in found or first.key == second.key


@given(st.lists(st.just(0), max_size=30))
def test_keys_are_sorted_by_the_order_in_which_they_were_made(times: list[int]) -> None:
    keys = [""]
    for _ in times:
        keys.append(new_key(keys[-1]))
    assert keys == sorted(set(keys))


@given(SOME)
def test_a_key_of_another_program_is_no_hindrance(key: str) -> None:
    assert len(new_key(key)) == 26


EDITS = st.builds(
    lambda labels, note: bookmark(1, labels=tuple(labels), note=note),
    st.lists(st.sampled_from("abcd"), unique=True),
    st.sampled_from(("", "call", "call back", "ask")),
)


@given(st.none() | EDITS, EDITS, EDITS)
def test_two_edits_of_one_bookmark_lose_nothing_of_each_other(
    before: Bookmark | None, one: Bookmark, other: Bookmark
) -> None:
    joined = joined_bookmark(before, one, other)
    old = before or bookmark(1)
    own, others, gone = ({*each.labels} for each in (one, other, old))
    assert {*joined.labels} == (own | others) - (gone - own) - (gone - others)
    assert one.note in joined.note or other.note != old.note == one.note
    assert other.note in joined.note or one.note != old.note == other.note
    assert joined_bookmark(before, None, other) == other
    assert joined_bookmark(other, one, other) == one


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\ufeff", "\t", "\x07"])
def test_signs_that_nobody_sees_are_left_to_yaml(sign: str) -> None:
    document = to_document(bookmark(1, quote="the goat")).replace("goat", f"go{sign}at")
    own = from_own_form(document)
    assert own is None or own == read(document)
