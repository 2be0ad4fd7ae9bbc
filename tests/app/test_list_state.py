"""What is selected in a list, in any order of keys."""

from __future__ import annotations

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
