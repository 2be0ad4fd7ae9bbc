from __future__ import annotations

import pytest

from cablereader.model.saved_search import (
    SavedSearch,
    forgetting,
    lettering,
    renaming,
    restoring_searches,
    saving,
)

LEFT = SavedSearch("left", "is:unread", "l")
WINE = SavedSearch("wine", "wine", "w")


def test_saving_a_search_takes_its_letter_from_the_other_one() -> None:
    step = saving(SavedSearch("wine", "red wine", "l"), (LEFT, WINE))
    assert step.sentence == "saved the search wine"
    assert [(each.key, each.before, each.after) for each in step.changes] == [
        ("left", "lis:unread", " is:unread"),
        ("wine", "wwine", "lred wine"),
    ]


def test_saving_what_is_saved_changes_nothing() -> None:
    assert not saving(WINE, (LEFT, WINE))


def test_forgetting_a_search_empties_it() -> None:
    (change,) = forgetting(WINE).changes
    assert (change.key, change.before, change.after) == ("wine", "wwine", "")


def test_a_search_keeps_query_and_letter_under_another_name() -> None:
    step = renaming(WINE, "red")
    assert step.sentence == "renamed the search wine to red"
    assert [(each.key, each.before, each.after) for each in step.changes] == [
        ("wine", "wwine", ""),
        ("red", "", "wwine"),
    ]


def test_a_letter_is_given_and_taken_away() -> None:
    step = lettering(WINE, "l", (LEFT, WINE))
    assert step.sentence == "the search wine has the letter l"
    assert [(each.key, each.after) for each in step.changes] == [
        ("left", " is:unread"),
        ("wine", "lwine"),
    ]
    (change,) = lettering(WINE, "", (LEFT, WINE)).changes
    assert change.after == " wine"
    assert not lettering(WINE, "w", (LEFT, WINE))


@pytest.mark.parametrize(
    ("other", "replacing", "names"),
    [
        ((WINE,), False, {"wine": "wwine"}),
        ((WINE,), True, {"left": "", "wine": "wwine"}),
        ((SavedSearch("lisbon", "id:lisbon", "l"),), False, {"lisbon": " id:lisbon"}),
        ((SavedSearch("left", "is:new", "l"),), False, {"left": "lis:new"}),
        ((LEFT,), True, {}),
    ],
)
def test_searches_are_restored(
    other: tuple[SavedSearch, ...], *, replacing: bool, names: dict[str, str]
) -> None:
    changes = restoring_searches((LEFT,), other, replacing=replacing)
    assert {change.key: change.after for change in changes} == names
