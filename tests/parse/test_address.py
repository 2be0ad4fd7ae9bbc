"""Addresses: what people type and paste, to a cable and a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.parse.address import (
    Address,
    joined_words,
    read_address,
    split_address,
)

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
    assert read_address(text) == Address(MEXICO, (label,) if label else ())


@pytest.mark.parametrize(
    ("rest", "labels"),
    [
        ("#3", ("3",)),
        (" 3", ("3",)),
        (": 3", ("3",)),
        (":1,3", ("1", "3")),
        (":1, 3", ("1", "3")),
        (" ¶1 and 3", ("1", "3")),
        (" ¶¶2–4", ("2", "3", "4")),
        (":2-4,3,5~2", ("2", "3", "4", "5~2")),
        (" paras. 2–3, 5.", ("2", "3", "5")),
        (", November 10, 2009, Secret, paras. 2–3, WikiLeaks.", ("2", "3")),
    ],
)
def test_reads_several_paragraphs_behind_an_id(
    rest: str, labels: tuple[str, ...]
) -> None:
    assert read_address(MEXICO + rest) == Address(MEXICO, labels)
    assert read_address(MEXICO.lower() + rest) == Address(MEXICO, labels)


@pytest.mark.parametrize(
    "rest", [":foo", ":", "#goat", ":3-2", ":B-D", ":1000", " wine", ".txt", ":1,,3"]
)
def test_what_is_no_paragraph_is_a_fault_that_shows_the_forms(rest: str) -> None:
    address = read_address(MEXICO + rest)
    assert address == Address(MEXICO, unread=rest)
    assert address.fault.startswith(f"{MEXICO}{rest}: which paragraph?")
    assert f"{MEXICO}:3, #par3 or ¶3" in address.fault


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        (f"https://wikileaks.org/cable/2009/11/{MEXICO}.html#goat", "#goat"),
        (f"cablereader open {MEXICO}:goat", ":goat"),
        (f"cablereader open {MEXICO}:", ":"),
    ],
)
def test_in_a_longer_text_it_is_a_fault_right_behind_the_id(
    text: str, unread: str
) -> None:
    assert read_address(text) == Address(MEXICO, unread=unread)


def test_a_sentence_goes_on_behind_an_id() -> None:
    for text in (f"In {MEXICO}: the goat, again.", f"See {MEXICO}; it has a goat."):
        assert read_address(text) == Address(MEXICO)


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("a/goat.txt:3", ("a/goat.txt", ":3")),
        ("a:b.txt ¶3", ("a:b.txt", " ¶3")),
        ("goat.txt#par3", ("goat.txt", "#par3")),
        ("goat.txt", None),
        (":3", None),
    ],
)
def test_the_name_of_a_file_ends_at_the_last_sign(
    text: str, split: tuple[str, str] | None
) -> None:
    assert split_address(text) == split


@pytest.mark.parametrize(
    "cable_id", ["08SECTION01GF02BISHIEK21", "09EFTOLONDON2187", "09OSLO9"]
)
def test_keeps_a_damaged_id_as_it_is(cable_id: str) -> None:
    assert read_address(f"{cable_id}:2") == Address(cable_id, ("2",))


@pytest.mark.parametrize(
    "text", ["", "serach", "notes.txt", "./a/b.html", "12:5", "5", "¶5", "2009-11-10"]
)
def test_finds_no_address_where_there_is_none(text: str) -> None:
    assert read_address(text) is None


def test_joins_what_the_shell_split() -> None:
    words = [MEXICO, "¶5,7", "a.txt", "10OSLO7", "#par3", "b"]
    assert list(joined_words(words)) == [
        f"{MEXICO} ¶5,7",
        "a.txt",
        "10OSLO7 #par3",
        "b",
    ]


def test_joins_a_number_with_an_id_alone() -> None:
    words = [MEXICO, "3", f"{MEXICO}:2", "3", "a.txt", "3", MEXICO, ":4"]
    joined = [f"{MEXICO} 3", f"{MEXICO}:2", "3", "a.txt", "3", f"{MEXICO} :4"]
    assert list(joined_words(words)) == joined


@given(st.one_of(st.text(), st.text().map(MEXICO.__add__)))
def test_never_raises(text: str) -> None:
    read_address(text)
