"""What is exported comes back as it was."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import replace
from io import StringIO

import pytest
from bookmarking import BOOKMARKS, bookmark
from hypothesis import given
from hypothesis import strategies as st

from cablereader.library.bookmarks.exchange import FORMATS, Imported, read_bookmarks
from cablereader.model.bookmark import Bookmark

MARKS = st.lists(BOOKMARKS, max_size=4, unique_by=lambda mark: mark.key)
UNKNOWN = st.lists(
    st.sampled_from(["colour: red", "seen: [a, {b: c}]", "a: |\n  # b;\n  c"]),
    max_size=2,
    unique=True,
)


def nothing() -> Mapping[str, str]:
    pytest.fail("a bookmark came back without its key or its time")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("said", [True, False], ids=["said", "guessed"])
@given(marks=MARKS, unknown=UNKNOWN)
def test_an_export_is_imported_as_the_same_bookmarks(
    form: str,
    said: bool,  # noqa: FBT001  # a case
    marks: list[Bookmark],
    unknown: list[str],
) -> None:
    marks = [replace(mark, unknown=tuple(unknown)) for mark in marks]
    content = FORMATS[form](marks).encode()
    imported = read_bookmarks(content, nothing, form if said else None)
    assert imported.wrong == ()
    by_key = {mark.key: mark for mark in marks}
    assert {mark.key: mark for mark in imported.marks} == by_key


@given(st.lists(BOOKMARKS, min_size=1))
def test_no_cell_of_a_table_is_a_formula(marks: list[Bookmark]) -> None:
    rows = csv.reader(StringIO(FORMATS["csv"](marks), newline=""))
    assert not any(cell.startswith(tuple("=+@-\t\r")) for row in rows for cell in row)


@given(
    st.binary()
    | st.text().map(str.encode)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ).map(lambda value: json.dumps(value).encode()),
    st.sampled_from([*FORMATS, None]),
)
def test_no_file_makes_the_import_fail(content: bytes, form: str | None) -> None:
    filled = {"id": "01k6", "created": "2026-11-24T03:00:00Z"}
    assert isinstance(read_bookmarks(content, lambda: filled, form), Imported)


def test_a_record_that_is_none_costs_only_itself() -> None:
    lines = [json.dumps(bookmark(n).to_dict()) for n in (1, 2)]
    content = "\n".join((lines[0], '{"id": ', '"x"', '{"id": "y"}', lines[1]))
    imported = read_bookmarks(content.encode(), lambda: {"created": "x"}, "jsonl")
    assert imported.marks == (bookmark(1), bookmark(2))
    assert [wrong.place for wrong in imported.wrong] == [2, 3, 4]
    assert imported.wrong[1].text == "not a bookmark: it has no `cable:`"


def test_what_another_program_made_gets_a_key_and_a_time() -> None:
    table = "cable,paragraph,note,colour\r\n07OSLO9001,5,'=x,red\r\n"
    filled = {"id": "01k6", "created": "2026-11-24T03:00:00Z"}
    (mark,) = read_bookmarks(table.encode(), lambda: filled).marks
    assert mark.ref == bookmark(5).ref
    assert (mark.key, mark.note, mark.unknown) == ("01k6", "=x", ("colour: red",))
    content = b'[{"cable": "07OSLO9001", "paragraph": 5, "seen": [1, {"a": null}]}]'
    (mark,) = read_bookmarks(content, lambda: filled).marks
    assert mark.unknown == ('seen: [1, {"a": null}]',)


@pytest.mark.parametrize(
    ("cell", "note"),
    [("'=x", "=x"), ("'-1", "-1"), ("''x", "'x"), ("'tis", "'tis"), ("x'", "x'")],
)
def test_a_cell_is_disarmed_only_where_it_was_armed(cell: str, note: str) -> None:
    table = f"cable,paragraph,note\r\n07OSLO9001,5,{cell}\r\n"
    filled = {"id": "01k6", "created": "2026-11-24T03:00:00Z"}
    (mark,) = read_bookmarks(table.encode(), lambda: filled).marks
    assert mark.note == note


@pytest.mark.parametrize(
    ("content", "form", "place", "text"),
    [
        ("\0\0\0", "yaml", 1, "not a text in UTF-8"),
        ("[1,\n2,\n}", "json", 3, "not JSON: expecting value"),
        ('[\n{"id"}]', None, 2, "not JSON: expecting ':' delimiter"),
        ('{"cable": "07OSLO9001"', None, 1, "not JSON: expecting ',' delimiter"),
        ('{"unknown": "x", "cable": "c"}', None, 1, "`unknown` must be a list"),
        (f'cable,note\nx,"{"y" * 2_000_000}"\n', "csv", 1, "not CSV: field larger"),
        (b"id: x\nnote: \xff", "csv", 2, "not UTF-8"),
    ],
    ids=["zeros", "json", "object", "line", "unknown", "cell", "latin-1"],
)
def test_what_cannot_be_read_is_named_with_its_place(
    content: str | bytes, form: str | None, place: int, text: str
) -> None:
    given_bytes = content if isinstance(content, bytes) else content.encode()
    imported = read_bookmarks(given_bytes, lambda: {"id": "k", "created": "x"}, form)
    assert not imported.marks
    (wrong,) = imported.wrong
    assert wrong.place == place
    assert text in wrong.text


def test_cells_that_no_column_names_are_passed_by() -> None:
    filled = {"id": "k", "created": "2026-11-24T03:00:00Z"}
    table = b"cable,paragraph,note\n07OSLO9001,5,x,more,still\n07OSLO9001,6\n"
    imported = read_bookmarks(table, lambda: filled, "csv")
    assert not imported.wrong
    assert [mark.ref.label for mark in imported.marks] == ["6"]  # of the same key
    assert imported.marks[0].unknown == ()


@pytest.mark.parametrize(
    "text", ["'=x", "=x", "'x", "-1", "\t", "@", "'", "''=", "[a]", "a; b", " a", ""]
)
def test_texts_that_look_like_something_else_come_back(text: str) -> None:
    mark = bookmark(1, note=text, labels=(text, "b"), quote=text)
    content = FORMATS["csv"]([mark]).encode()
    assert read_bookmarks(content, nothing, "csv").marks == (mark,)
