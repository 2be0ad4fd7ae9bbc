"""What is selected in a list, in any order of keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.app.state.listing import ListState

PLACES = tuple(range(100, 110))
ROWS = st.integers(0, len(PLACES) - 1)
KEYS = st.lists(st.tuples(st.sampled_from("vVgG"), ROWS), max_size=12)


def pressed(state: ListState, key: str, row: int) -> ListState:
    match key:
        case "v":
            return state.toggled(row)
        case "V":
            return state.range_toggled(row)
        case "g":
            return state.all_selected()
        case _:
            return state.none_selected()


@given(KEYS, ROWS)
def test_rows_and_counts_say_the_same_as_the_selection(
    keys: list[tuple[str, int]], current: int
) -> None:
    state = ListState(places=PLACES, complete=True)
    for key, row in keys:
        state = pressed(state, key, row)
    chosen = state.selection(current)
    assert state.count_selected(current) == len(chosen)
    rows = {PLACES[row] for row in range(len(PLACES)) if state.selects(row, current)}
    assert rows == chosen


@pytest.mark.parametrize(
    ("places", "complete", "unread", "said"),
    [
        ((), False, None, "0+ cables, newest first, searching"),
        (PLACES, False, 3, "10+ cables, newest first, searching"),
        (PLACES, True, None, "10 cables, newest first"),
        (PLACES, True, 4, "10 cables, newest first  4 unread, 60% done"),
        ((), True, 0, "0 cables, newest first"),
        ((7,), True, 1, "1 cable, newest first  1 unread, 0% done"),
    ],
)
def test_a_list_says_how_much_of_it_is_found_and_read(
    places: tuple[int, ...], unread: int | None, said: str, *, complete: bool
) -> None:
    assert ListState(places=places, complete=complete).summary(unread) == said
