"""The sequence test: which numbers at the start of a line are paragraphs."""

from __future__ import annotations

import pytest

from cablereader.parse.inner_numbers import inner_starts
from cablereader.parse.line import parted, split_lines
from cablereader.parse.numbering import find_starts
from cablereader.parse.scanned_numbering import find_scanned_starts


def numbers(text: str) -> list[int]:
    lines = [
        part
        for line in split_lines(text, 0, [])
        for part in parted(line, text, inner_starts(text, line))
    ]
    return [start.number for start in find_starts(text, lines, 0)]


def scanned(text: str) -> list[int]:
    lines = split_lines(text, 0, [], scanned=True)
    return [start.number for start in find_scanned_starts(text, lines, 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1. (C) One\n\n2. (C) Two", [1, 2], id="09MEXICO3195"),
        pytest.param("1.(C) One\n\n2.(U) Two", [1, 2], id="09CAIRO1749"),
        pytest.param("(C) 1. One\n\n(C)2. Two", [1, 2], id="03THEHAGUE1865"),
        pytest.param("1) (C) One\n\n2 (C) Two\n\n3, (C) Three", [1, 2, 3], id="points"),
        pytest.param(
            "1. (C) Born in\n1945. He left in\n2003. Then\n\n2. (C) Two",
            [1, 2],
            id="09NAIROBI1830 02BOGOTA3281",
        ),
        pytest.param(
            "1. (C) Two reasons:\n1. this\n2. that\n\n2. (C) Two\n\n3. (C) Three",
            [1, 2, 3],
            id="a list inside",
        ),
        pytest.param(
            "1. One\n\n2. Two reasons:\n1) this\n2) that\n\n3. Three",
            [1, 2, 3],
            id="a list inside unmarked ones",
        ),
        pytest.param("1. (C) On July\n2, he left", [1], id="a day of a month"),
        pytest.param(
            "1. (C) Reasons:\n\n1) this\n\n2) that\n\n2. (C) Two\n\n3) and more",
            [1, 2],
            id="a list that stands apart",
        ),
        pytest.param(
            "1. (C) In a paragraph that goes on, in the fourth part of it, phase\n"
            "2 (S) begins",
            [1],
            id="a citation at the start of a line",
        ),
        pytest.param(
            "1. (C) One\n\n2. (C) Two\n\n2.(C) Two", [1, 2, 2], id="a number again"
        ),
        pytest.param("1. One\n\n2.Two\n\n3.Three", [1, 2, 3], id="few with a blank"),
        pytest.param(
            "1. One\n\n2. Two\n\n3. Three\n\n1) a\n\n4) d",
            [1, 2, 3],
            id="a list at the end",
        ),
        pytest.param(
            "1. (C) One\n\n2. (C) Two\n\n1. a\n\n2. b\n\n3. c\n\n3. (C) Three",
            [1, 2, 3],
            id="a list with the numbers of marked ones",
        ),
        pytest.param(
            "1. (C) It is a small part. 2. (C) They will sing.",
            [1, 2],
            id="behind a word that cites where it ends a sentence",
        ),
        pytest.param(
            "1. (C) It was said in para. 2. (C) That is all.",
            [1],
            id="behind a word cut short that cites",
        ),
        pytest.param(
            "1. (C) One. 2. (C) Two. 3. Three. 4. Four. 5. (C) Five. 6. (C) Six.",
            [1, 2, 5, 6],
            id="two without markings inside a line",
        ),
        pytest.param(
            "1. One is\nthis.\n2. Two.\n4. Four.\n5. Five.\n6. Six.",
            [1, 2, 4, 5, 6],
            id="a gap between numbers that nothing sets apart",
        ),
        pytest.param(
            "1. One is\nthis.\n2. Two, on June\n4. It was.",
            [1, 2],
            id="a day at the start of a line",
        ),
        pytest.param("7. (C) Seven\n\n8. (C) Eight", [7, 8], id="04MADRID4687"),
        pytest.param("2. (C) Two\n\n3. (C) Three", [2, 3], id="08BISHKEK1021"),
        pytest.param("1. (C) A\n\n2. (C) B\n\n4. (C) D", [1, 2, 4], id="06SAOPAULO968"),
        pytest.param(
            "1. (C) A\n\n2. (C) B\n\n1. (U) A\n\n2. (U) B", [1, 2, 1, 2], id="07BERN881"
        ),
        pytest.param("12. (C) A lone one", [12], id="one alone"),
        pytest.param("12. A lone one", [], id="one alone, unmarked"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_numbers_are_found_by_their_sequence(text: str, expected: list[int]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. (C) End summary. 2. (C) Two. ------ 3. (C) Three",
            [1, 2, 3],
            id="07MOSCOW5399",
        ),
        pytest.param("1. (C) See para 2. (C) is clear", [1], id="a citation"),
        pytest.param("1. (C) See paras 7. (C) is clear", [1], id="not the next"),
        pytest.param("1. (C) It cost $2. (C) is clear", [1], id="an amount"),
        pytest.param("1. (C) In the year 2 (U) came", [1], id="inside a sentence"),
        pytest.param("1. (C) REF: OSLO 2, (C) STATE", [1], id="a list of references"),
        pytest.param(
            "1. (C) One. Libya - Reinvigorated 2. (C) Two", [1, 2], id="09LIMA1675"
        ),
        pytest.param("1. (C) One. 3. (C) Three", [1, 3], id="one number left out"),
    ],
)
def test_inside_a_line_a_number_must_be_the_next(
    text: str, expected: list[int]
) -> None:
    assert numbers(text) == expected


SEED = (
    "11.1 . (S/NF)  Summary\n\n11.2 . (C)  Recent\n\n11_3 . (S/NF)  A\n\n"
    "11.4 . (S/NF)  SSP\n\nf5 . (S/NF)  The\n\n1.6.  (S/NF)  Institutions\n\n"
    "1.7.  (S/NF)  There\n\n1.8 .  (S/NF)  There\n\n19 . (S/NF)  The\n\n"
    "1I_10.  (C)  The\n\n11_11.  (C)  Plataforma\n\n11.1 2.  (S/NF)  Despite\n\n"
    "11_13.  (S/NF)  Mexico\n\n1[14.  (S/NF)  The"
)


def test_misread_numbers_of_the_first_document_are_found() -> None:
    """Its fourteen heads, as the first program read them (09MEXICO3195)."""
    assert scanned(SEED) == list(range(1, 15))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("q1. (C) A\nq2. (C) B\n(3. (C) C\n{4.° (C) D", [1, 2, 3, 4]),
        ("41. (C) A\n42. (C) B\n93. -(C) C", [1, 2, 3]),
        ("l. (C) A\n\nZ. (C) B\n\n3. (C) C", [1, 2, 3]),
        ("41. The chairs\n\n42. They fold\n\n43. Twice", [1, 2, 3]),
        ("1. (C) A\n\n~. (C) B\n\n3. (C) C", [1, 2, 3]),
        ("-- (C) A\n\n-- (C) B", []),
    ],
)
def test_a_number_is_what_its_last_digits_say_and_its_place(
    text: str, expected: list[int]
) -> None:
    assert scanned(text) == expected


def test_a_number_that_cannot_be_read_is_guessed() -> None:
    text = "1. (C) A\n\n.(C) B\n\n3. (C) C"
    starts = find_starts(text, split_lines(text, 0, []), 0)
    assert [(start.number, start.guessed) for start in starts] == [
        (1, False),
        (2, True),
        (3, False),
    ]
