"""Explanations, and reasons of likeness, as rows and lines."""

from __future__ import annotations

from cablereader.model.entry import Entry
from cablereader.model.explanation import Explanation, TermKind
from cablereader.model.likeness import Likeness
from cablereader.present.explanation import explanation_rows
from cablereader.present.likeness import reason

GOAT = Explanation(
    term="GOAT",
    kind=TermKind.ACRONYM,
    text="Government of All Things\x07. " + "It eats. " * 12,
    source="the sample",
    doubtful=True,
    see_also=("KID", "SHEEP"),
)
KID = Explanation(term="KID", kind=TermKind.TAG, text="A kid.", source="the sample")


def test_rows_fit_and_are_clean() -> None:
    rows = list(explanation_rows((GOAT, KID), 40))
    lines = ["".join(piece.text for piece in row) for row in rows]
    assert lines[0] == "GOAT  acronym, not certain"
    assert lines[1] == "  Government of All Things\u2407. It eats. It"
    assert "  see KID, SHEEP; source: the sample" in lines
    assert all(len(line) <= 40 for line in lines)
    assert lines[-4:] == ["", "KID  TAG", "  A kid.", "  source: the sample"]


def test_the_reason_of_a_likeness_is_one_line() -> None:
    entry = Entry(
        place=1,
        cable_id="07OSLO1",
        created=None,
        released=None,
        classification=None,
        origin=None,
        subject="",
    )
    full = Likeness(
        entry=entry,
        weight=3,
        cites=True,
        is_cited=True,
        references=("86OSLO3",),
        words=("goat\n", "keeper"),
        tags=("PBTS", "EFIS"),
    )
    assert reason(full) == (
        "cites this one; is cited here; both cite 86OSLO3; both say goat , keeper;"
        " TAGS PBTS EFIS"
    )
    assert reason(Likeness(entry=entry, weight=0)) == ""
