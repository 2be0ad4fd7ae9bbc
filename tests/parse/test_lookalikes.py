from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.parse.lookalikes import legible_words, misread_words

READ = {
    "numbers": ("DECL: O6/17/2O18", "DECL: 06/17/2018"),
    "names": ("0SLO PR1ORITY 5TATE", "OSLO PRIORITY STATE"),
    "numbers with a letter inside": ("9S44 1B2", "9544 182"),
    "weapons": ("S300 B762 T-72 C4", "S300 B762 T-72 C4"),
    "sections": ("SECTION01 OF 03", "SECTION01 OF 03"),
    "page stamps": ("8A8E0D 271459Z /38", "8A8E0D 271459Z /38"),
    "small letters": ("al-Qa1da l0cal", "al-Qa1da l0cal"),
}


@pytest.mark.parametrize(("written", "meant"), READ.values(), ids=READ)
def test_digits_stand_in_numbers_and_letters_in_names(written: str, meant: str) -> None:
    assert legible_words(written) == meant


@given(st.text())
def test_a_repair_replaces_one_sign_by_one(text: str) -> None:
    assert len(legible_words(text)) == len(text)


def test_a_clean_text_has_no_misread_words() -> None:
    assert misread_words("TO RUEHC/SECSTATE WASHDC PRIORITY 8962 271459Z") == 0
