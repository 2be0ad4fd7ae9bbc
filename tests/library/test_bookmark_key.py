"""Keys say when they were made, and nothing else is taken for one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.library.bookmarks.key import LETTERS, moment_of, new_key

CHANCE = "0" * 16
KEYS = st.text(LETTERS, min_size=26, max_size=26)


def test_a_key_has_its_moment_in_milliseconds() -> None:
    before = time.time_ns() // 1_000_000
    key = new_key()
    assert before <= moment_of(key) <= time.time_ns() // 1_000_000
    assert len(key) == 26
    assert {*key} <= {*LETTERS}


@given(KEYS)
def test_a_key_is_later_than_any_that_may_still_be_followed(key: str) -> None:
    after = new_key(key)
    assert after > key or moment_of(key) == -1
    assert moment_of(after) >= moment_of(key) + 1


def test_a_clock_that_is_behind_makes_the_very_next_moment() -> None:
    ahead = f"7yyyyyyyyy{CHANCE}"
    assert moment_of(new_key(ahead)) == moment_of(ahead) + 1


@pytest.mark.parametrize(
    ("key", "moment"),
    [
        (f"0000000000{CHANCE}", 0),
        (f"0000000001{CHANCE}", 1),
        (f"0000000010{CHANCE}", 32),
        (f"7zzzzzzzzy{CHANCE}", 2**48 - 2),
        (f"7zzzzzzzzz{CHANCE}", -1),  # after which no key could follow
        (f"00000000000{CHANCE}", -1),
        (f"000000000{CHANCE}", -1),
        (f"000000000u{CHANCE}", -1),
        ("", -1),
    ],
)
def test_the_moment_of_what_was_not_made_here_is_none(key: str, moment: int) -> None:
    assert moment_of(key) == moment
