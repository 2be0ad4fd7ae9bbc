"""The rows of the versions of a cable."""

from __future__ import annotations

from cablereader.model.cable import Source
from cablereader.model.raw import RawCable
from cablereader.present.versions import differences, version_row


def text_of(version: RawCable, *, current: bool) -> str:
    """A row as it is printed, its runs of blanks as one."""
    row = version_row(version, 120, current=current)
    return " ".join("".join(piece.text for piece in row).split())


def test_a_version_says_what_it_is_and_which_file_it_came_from() -> None:
    page = RawCable(
        source=Source("html", "/cables/2007/07OSLO9012.html"),
        released="2010-12-01 21:09",
        articles=("http://a.example",),
        body="12345",
    )
    scan = RawCable(source=Source("text", "b\x1b[31m.txt"), scanned=True)
    dump = RawCable(source=Source("csv"))
    assert text_of(page, current=True) == (
        "2010-12-01 21:09 published page 5 characters 1 article shown 07OSLO9012.html"
    )
    said = text_of(scan, current=False)
    assert said.startswith("not released scan 0 characters 0 articles b")
    assert "\x1b" not in said
    assert text_of(dump, current=False) == "not released dump 0 characters 0 articles"


def test_at_80_columns_there_is_room_for_the_name_of_the_file() -> None:
    page = RawCable(
        source=Source("html", "/cables/09MEXICO3195.html"),
        released="2010-12-01 21:09",
        articles=("http://a.example",),
        body="1" * 12345,
    )
    text = "".join(piece.text for piece in version_row(page, 78, current=True))
    assert text == (
        "2010-12-01 21:09  published page  12,345 characters  shown  09MEXICO3195.html"
    )


def test_a_comparison_says_first_which_version_is_which() -> None:
    page = RawCable(
        source=Source("html", "a/b.html"), released="2010-12-01 21:09", body="one\ntwo"
    )
    dump = RawCable(source=Source("csv", "all\x1b.csv"), body="one\nthree")
    rows = ["".join(piece.text for piece in row) for row in differences(dump, page)]
    assert rows[:2] == [
        "--- dump, not released, all\u241b.csv",
        "+++ published page, 2010-12-01 21:09, b.html, shown",
    ]
    assert rows[-2:] == ["-three", "+two"]
