from __future__ import annotations

import pytest

from cablereader.model.saved_search import (
    SavedSearch,
    forgetting,
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
