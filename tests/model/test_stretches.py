"""A list of numbers in stretches is the list itself."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.model.stretches import Stretches, stretched

NUMBERS = st.sets(st.integers(0, 40)).map(sorted) | st.sets(st.integers(0, 40)).map(
    lambda numbers: sorted(numbers, reverse=True)
)


@given(NUMBERS)
def test_has_the_numbers_in_their_order(numbers: list[int]) -> None:
    found = stretched(numbers)
    assert list(found) == numbers
    assert len(found) == len(numbers)
    assert [found[at] for at in range(len(found))] == numbers
    assert list(reversed(found)) == numbers[::-1]


@given(NUMBERS, st.slices(45))
def test_has_the_same_slices(numbers: list[int], window: slice) -> None:
    assert list(stretched(numbers)[window]) == numbers[window]


@given(NUMBERS, st.integers(-2, 45))
def test_knows_where_a_number_is(numbers: list[int], number: int) -> None:
    found = stretched(numbers)
    assert (number in found) == (number in numbers)
    if number in numbers:
        assert found.index(number) == numbers.index(number)
    else:
        with pytest.raises(ValueError, match="is not here"):
            found.index(number)


@given(NUMBERS)
def test_it_is_turned_to_fall_or_to_rise(numbers: list[int]) -> None:
    found = stretched(numbers)
    assert list(found.turned(falling=True)) == sorted(numbers, reverse=True)
    assert list(found.turned(falling=False)) == sorted(numbers)


@given(NUMBERS)
def test_it_is_the_same_made_of_its_stretches(numbers: list[int]) -> None:
    found = stretched(sorted(numbers))
    assert list(Stretches(found.firsts, found.before)) == sorted(numbers)


@pytest.mark.parametrize(
    ("numbers", "stretches"),
    [([], 0), ([7], 1), ([1, 2, 3], 1), ([3, 2, 1], 1), ([9, 5, 4, 1], 3)],
)
def test_needs_one_stretch_for_what_follows_one_another(
    numbers: Sequence[int], stretches: int
) -> None:
    assert len(stretched(numbers).firsts) == stretches


def test_ends_where_a_list_ends() -> None:
    found = stretched([5, 6])
    assert found[-1] == 6
    with pytest.raises(IndexError):
        found[2]
    with pytest.raises(ValueError, match="5 is not here"):
        found.index(5, 1)
    text: object = "5"
    assert text not in found
