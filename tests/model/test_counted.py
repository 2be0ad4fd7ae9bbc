"""Counts in words."""

from __future__ import annotations

import pytest

from cablereader.model.counted import counted


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 cables"), (1, "1 cable"), (2, "2 cables"), (251_287, "251,287 cables")],
)
def test_one_is_told_apart_from_several(count: int, words: str) -> None:
    assert counted(count, "cable") == words
