"""Addresses: what people type and paste, to a cable and a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.parse.address import Address, joined_words, read_address

MEXICO = "09MEXICO3195"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (MEXICO, None),
        ("09mexico3195", None),
        ("2009 Mexico 003195", None),
        (f" {MEXICO} ", None),
        (f"{MEXICO}#par5", "5"),
        (f"{MEXICO} ¶5", "5"),
        (f"{MEXICO} ¶ 5", "5"),
        (f"{MEXICO}:5", "5"),
        (f"{MEXICO}:5~2", "5~2"),
        (f"{MEXICO}:p1", "p1"),
        (f"{MEXICO} para 5", "5"),
        (f"{MEXICO}#parB", "B"),
        (f"https://wikileaks.org/cable/2009/11/{MEXICO}.html", None),
        (f"https://wikileaks.org/cable/2009/11/{MEXICO}.html#par5", "5"),
        (f"https://wikileaks.org/cable/2009/11/{MEXICO}.html#par5~2", "5~2"),
        (f"https://wikileaks.org/plusd/cables/{MEXICO}_a.html", None),
        (f"http://example.org/cable.php?id={MEXICO}", None),
        (f"#{MEXICO}", None),
        (f"#cablegate #{MEXICO}", None),
        (f"[{MEXICO} ¶5](https://wikileaks.org/cable/2009/11/{MEXICO}.html#par5)", "5"),
        (f"[[https://wikileaks.org/cable/2009/11/{MEXICO}.html#par5][x]]", "5"),
        (f"cablereader open {MEXICO}:5", "5"),
        (f"Embassy Mexico, cable {MEXICO}, para. 5.", "5"),
        (f"cable {MEXICO}, November 10, 2009, Secret, para. 5, https://x/y.", "5"),
        (f"{MEXICO}, November 10, 2009, https://w/{MEXICO}.html#par7.", "7"),
    ],
)
def test_reads_every_form_that_the_program_copies(text: str, label: str | None) -> None:
    assert read_address(text) == Address(MEXICO, label)


@pytest.mark.parametrize(
    "cable_id", ["08SECTION01GF02BISHIEK21", "09EFTOLONDON2187", "09OSLO9"]
)
def test_keeps_a_damaged_id_as_it_is(cable_id: str) -> None:
    assert read_address(f"{cable_id}:2") == Address(cable_id, "2")


@pytest.mark.parametrize(
    "text", ["", "serach", "notes.txt", "./a/b.html", "12:5", "5", "¶5", "2009-11-10"]
)
def test_finds_no_address_where_there_is_none(text: str) -> None:
    assert read_address(text) is None


def test_joins_what_the_shell_split() -> None:
    words = [MEXICO, "¶5", "a.txt", "10OSLO7", "#par3", "b"]
    assert list(joined_words(words)) == [f"{MEXICO} ¶5", "a.txt", "10OSLO7 #par3", "b"]


@given(st.text())
def test_never_raises(text: str) -> None:
    read_address(text)
