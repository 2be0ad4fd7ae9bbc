"""The copy of a body that is read is as long as the body, and free of what ruins it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.parse.normalise import (
    MOST_SINGLE_QUOTES,
    SCRAPS,
    has_doubled_quotes,
    legible,
)

SIGNS = st.sampled_from(
    [*SCRAPS, *'\n\t .,?!<>\\"abc1\r\f\x1c\xa0\u200b\u2028\u2029\x85\ufeff']
)
BODIES = st.lists(SIGNS).map("".join)


@given(BODIES)
def test_an_offset_in_the_copy_is_one_in_the_body(body: str) -> None:
    assert len(legible(body)) == len(body)


@given(BODIES)
def test_letters_and_ends_of_sentences_stay_where_they_are(body: str) -> None:
    for ours, theirs in zip(legible(body), body, strict=True):
        assert ours in {theirs, " ", "\n"}
        assert theirs not in "abc1.?!" or ours == theirs


@pytest.mark.parametrize(
    ("body", "copy"),
    [
        ("1. One.\u20282. Two.", "1. One.\n2. Two."),
        ("1. One.\x852. Two.", "1. One.\n2. Two."),
        ("a\rb\x0cc", "a b c"),
        ("a\xa0b\u200bc\u2009d", "a b c d"),
        ("a\\\nb", "a \nb"),
        ("a\\b", "a\\b"),
    ],
    ids=ascii,
)
def test_every_other_line_end_and_blank_is_a_plain_one(body: str, copy: str) -> None:
    assert legible(body) == copy


@pytest.mark.parametrize(
    ("body", "copy"),
    [
        ('The end",', "The end  "),
        ("The end\\N", "The end  "),
        ("The end\\", "The end "),
        ("The end>", "The end "),
        ('The end"', "The end "),
        ('The end"\\N\n', "The end   \n"),
        ("The end\n\\", "The end\n "),
    ],
    ids=ascii,
)
def test_what_an_export_left_behind_the_last_word_is_blank(
    body: str, copy: str
) -> None:
    assert legible(body).replace("\n", " ") == copy.replace("\n", " ")


@pytest.mark.parametrize(
    "body",
    [
        'He called it "the end"',
        '"The end."',
        'He said "so,"',
        "a <b>",
        "The end\n>",
        'The end\n"',
    ],
    ids=ascii,
)
def test_a_sign_that_means_something_there_stays(body: str) -> None:
    assert legible(body) == body


@pytest.mark.parametrize(
    ("doubled", "single", "is_doubled"),
    [
        (0, 0, False),
        (0, 2, False),
        (1, 0, True),
        (3, MOST_SINGLE_QUOTES, True),
        (3, MOST_SINGLE_QUOTES + 1, False),
        (1, 9, False),
    ],
)
def test_quotes_are_doubled_where_few_stand_alone(
    doubled: int,
    single: int,
    is_doubled: bool,  # noqa: FBT001  # by the parameter's name
) -> None:
    body = '""a ' * doubled + 'b" ' * single
    assert has_doubled_quotes(body) is is_doubled
