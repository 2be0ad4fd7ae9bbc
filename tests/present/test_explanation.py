"""Explanations, and reasons of likeness, as rows and lines."""

from __future__ import annotations

from typing import Any

import pytest

from cablereader.model.entry import Entry
from cablereader.model.explanation import Explanation, TermKind
from cablereader.model.likeness import Likeness
from cablereader.present.explanation import explanation_rows
from cablereader.present.likeness import TAKEN, likeness_row, reason

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
    full = likeness(
        cites=True,
        is_cited=True,
        references=("86OSLO3",),
        words=("goat\n", "keeper"),
        tags=("PBTS", "EFIS"),
    )
    assert reason(full) == (
        "cites this one; is cited here; both cite 86OSLO3; TAGS PBTS EFIS;"
        " both say goat , keeper"
    )
    assert reason(likeness()) == ""


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"same_post": True}, "same post"),
        ({"days": -14, "same_post": True}, "same post, 14 days before"),
        ({"days": 1}, "1 day later"),
        ({"days": 0}, "same day"),
        ({"days": 400, "same_post": True}, "same post"),
        ({"days": 400}, ""),
    ],
)
def test_the_reason_says_when_and_where(facts: dict[str, Any], said: str) -> None:
    assert reason(likeness(**facts)) == said


def test_other_words_are_said_where_names_say_too_little() -> None:
    words = ("goat", "keeper", "lamp", "fog", "reef")
    assert reason(likeness(names=("Einar",), words=words)) == (
        "both name Einar; both say goat, keeper, lamp, fog +1"
    )
    names = ("Einar", "Bodo", "Hull")
    assert reason(likeness(names=names, words=words)) == "both name Einar, Bodo, Hull"


@pytest.mark.parametrize("width", [0, 40, 80, 100, 200])
def test_a_row_has_the_subject_and_where_there_is_room_the_reason(width: int) -> None:
    row = likeness_row(likeness(days=0), width)
    assert sum(len(piece.text) for piece in row[:4]) <= max(width, TAKEN)
    assert [piece.text for piece in row[4:]] == ["same day"] * (width >= 100)


def test_a_narrow_row_gives_the_subject_all_of_its_room() -> None:
    subject = likeness_row(likeness(), 80)[-1].text
    assert subject == "A subject that is longer than many a row ca…  "


def likeness(**facts: Any) -> Likeness:
    entry = Entry(
        place=1,
        cable_id="07OSLO1",
        created=None,
        released=None,
        classification=None,
        origin=None,
        subject="A subject that is longer than many a row can be on a small screen",
    )
    return Likeness(entry=entry, weight=1, **facts)
