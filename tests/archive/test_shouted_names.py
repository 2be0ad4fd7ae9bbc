"""Names in texts that are all in capitals."""

from __future__ import annotations

import pytest

from cablereader.archive.words.shouted_names import shouted_names
from cablereader.archive.words.telling import telling_words
from cablereader.parse.cable import read_cable
from cablereader.parse.plain_text import read_text
from cablereader.source.sample import read_sample


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MR. PAMPALONA OBJECTED", ["pampalona"]),
        ("PRESIDENT FJAEREMO, WHO SAID", ["fjaeremo"]),
        ("GENERAL ODD EINAR FJAEREMO WALKED", ["odd", "einar", "fjaeremo"]),
        ("PRIME MINISTER\nOSGOOD.", ["osgood"]),
        ("COLONEL, PAMPALONA AND OSGOOD", []),
        ("THE MINISTER OBJECTED STRONGLY", []),
        ("THE ZHUKHOV PLAN AND THE BAZAAR", ["zhukhov", "bazaar"]),
        ("QUESTIONS OF QADIS", ["qadis"]),
        ("A MULTI-YEAR PLAN", []),
        ("", []),
    ],
)
def test_a_title_or_a_spelling_tells_a_name(text: str, names: list[str]) -> None:
    assert list(shouted_names(text)) == names


def test_a_cable_in_capitals_names_those_who_hold_an_office() -> None:
    text = (
        "SECRET OSLO 9001\n\nSUBJECT: A LAMP\n\n1. FOREIGN MINISTER OSGOOD TOLD"
        " POLOFF THAT THE LAMP WOULD STAY. OSGOOD AND PRESIDENT TORMOD BRIMVAAG"
        " WERE SEEN TO LEAVE TOGETHER.\n"
        "THE PRESIDENT OF ICELAND OBJECTED.\n"
    )
    telling = telling_words(read_cable(read_text(text)))
    assert telling.names == {"osgood", "tormod", "brimvaag"}
    assert telling.phrases(("brimvaag", "tormod")) == ("TORMOD BRIMVAAG",)


def test_few_words_of_the_sample_are_taken_for_names_that_are_none() -> None:
    taken, right = 0, 0
    for raw in read_sample():
        cable = read_cable(raw)
        telling = telling_words(cable)
        text = " ".join(each.text for each in cable.paragraphs).upper()
        told = {*shouted_names(text)} & telling.counts.keys()
        taken, right = taken + len(told), right + len(told & telling.names)
    assert taken >= 15
    assert right >= 0.85 * taken
