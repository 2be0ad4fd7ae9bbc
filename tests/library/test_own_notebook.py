"""Queries about the reader's own notebook, as the command line asks them."""

from __future__ import annotations

import sys

import pytest
from bookmarking import bookmark
from triaging import do

from cablereader.cli import main
from cablereader.library import locations
from cablereader.library.bookmarks.bookmark_file import BookmarkFile
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.move import READ
from cablereader.model.paragraph_ref import ParagraphRef
from cablereader.model.saved_search import SavedSearch, saving
from cablereader.source.sample import sample_folder

SAMPLE = sample_folder()
OSLO, LISBON, PRAIA = "08OSLO9044", "08LISBON9118", "09PRAIA9016"


@pytest.fixture(autouse=True)
def read(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", *(str(SAMPLE / f"{name}.html") for name in (OSLO, LISBON, PRAIA))])
    with TriageFile(locations.triage()) as file:
        do(file, READ, [OSLO])
        file.apply(saving(SavedSearch("left", "is:unread"), ()))
    mark = bookmark(1, ref=ParagraphRef(LISBON, "2"), labels=("fish",))
    BookmarkFile(locations.bookmarks()).save(mark)
    capsys.readouterr()


@pytest.mark.parametrize(
    ("query", "cables"),
    [
        ("is:read", [OSLO]),
        ("is:unread sort:id", [LISBON, PRAIA]),
        ("saved:left -label:fish", [PRAIA]),
        ("is:bookmarked", [LISBON]),
    ],
)
def test_a_search_asks_the_notebook(
    query: str, cables: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", query, "--ids"]) == 0
    assert capsys.readouterr().out.split() == cables


def test_a_notebook_that_is_none_is_said_to_be_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    locations.triage().write_text("Dear diary")
    assert main(["search", "is:unread"]) == 1
    assert "no notebook" in capsys.readouterr().err


def test_a_report_says_what_a_query_finds_nothing_by(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["report", "--query", "saved:right"]) == 0
    assert "saved:right: no search" in capsys.readouterr().err


def test_a_search_that_does_not_ask_for_it_does_not_load_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (
        "cablereader.library.notebook.query",
        "cablereader.library.bookmarks.bookmark_file",
    ):
        monkeypatch.setitem(sys.modules, name, None)
    assert main(["search", "id:08OSLO9044", "--ids"]) == 0
    assert capsys.readouterr().out == f"{OSLO}\n"
