"""What is looked at only where it may stand is found wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.parse.ending import _may_be_trailer
from cablereader.parse.grammar import ending, front
from cablereader.parse.stamps import may_be_of_handling


def compiled(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """What the stand-in of a pattern becomes."""
    method: Any = pattern.match
    found: re.Pattern[str] = method.__self__
    return found


@pytest.mark.parametrize(
    ("pattern", "may_be"),
    [(ending.TRAILER, _may_be_trailer), (front.STAMP, may_be_of_handling)],
    ids=["trailer", "stamp"],
)
@given(chosen=st.data())
def test_a_line_that_is_one_is_looked_at(
    pattern: re.Pattern[str], may_be: Callable[[str], bool], chosen: st.DataObject
) -> None:
    words = chosen.draw(st.from_regex(compiled(pattern)))
    if pattern.match(words):
        assert may_be(words)
