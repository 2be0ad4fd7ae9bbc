"""The rows of the versions of a cable."""

from __future__ import annotations

from cablereader.model.cable import Source
from cablereader.model.raw import RawCable
from cablereader.present.versions import version_row


def text_of(version: RawCable, *, current: bool) -> str:
    """A row as it is printed, its runs of blanks as one."""
    row = version_row(version, current=current)
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
