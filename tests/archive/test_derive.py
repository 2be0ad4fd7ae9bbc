"""What is derived of a cable beside its terms: see also `test_import`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.archive.importing.derive import word_count

BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u2028"


@given(st.text(st.sampled_from(BLANKS + "aZ0-.\x00\x7fé")))
def test_words_are_what_blanks_part(text: str) -> None:
    assert word_count(text) == len(text.split())


@pytest.mark.parametrize("sign", map(chr, range(128)))
def test_each_sign_of_ascii_is_a_blank_or_none(sign: str) -> None:
    assert word_count(f"a{sign}b") == len(f"a{sign}b".split())
