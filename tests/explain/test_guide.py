"""The guide: its example is the sample's first cable, taken apart by the code."""

from __future__ import annotations

import pytest

from cablereader.explain.guide import EXAMPLE, TAKERS, guide
from cablereader.explain.table import prose
from cablereader.model.guide import Chapter
from cablereader.parse.cable import read_cable
from cablereader.parse.document import parse
from cablereader.present.visible import visible_line
from cablereader.source.sample import find_in_sample, read_sample

AUTHORITY = (
    "Classified By: Political Counselor Miriam Osgood for reasons 1.4 (b) and (d)."
)


@pytest.fixture(scope="module")
def chapters() -> tuple[Chapter, ...]:
    raw = find_in_sample(EXAMPLE)
    assert raw
    return guide(read_cable(raw))


def test_it_has_a_title_and_chapters_with_prose(chapters: tuple[Chapter, ...]) -> None:
    assert chapters[0].title == "How to read a cable"
    assert len(chapters) > 5
    for chapter in chapters:
        assert chapter.prose
        for text in chapter.prose:
            assert visible_line(text) == text
            assert "{" not in text


def test_every_excerpt_stands_in_the_cable(chapters: tuple[Chapter, ...]) -> None:
    raw = find_in_sample(EXAMPLE)
    assert raw
    cable = read_cable(raw)
    page = (cable.cable_id, cable.origin, f"{cable.created}", f"{cable.released}")
    marking = cable.classification.text if cable.classification else ""
    body = " ".join(cable.body.replace(",", "").split())
    whole = " ".join((*map(str, page), marking, *cable.header.text.split(), body))
    for chapter in chapters:
        for excerpt in chapter.excerpts:
            words = excerpt.text.replace(",", "").strip("… ")
            assert words in whole


def test_no_explanation_is_given_twice(chapters: tuple[Chapter, ...]) -> None:
    given = [
        explanation.text
        for chapter in chapters
        for excerpt in chapter.excerpts
        for explanation in excerpt.explanations
    ]
    assert len(given) == len(set(given)) > 50


@pytest.mark.parametrize(
    ("excerpt", "term"),
    [
        ("07OSLO9012", "07OSLO9012"),
        ("VZCZCXRO9012", "VZCZCXRO9012"),
        ("PP RUEHAG RUEHDBU RUEHROV RUEHSR", "PP"),
        ("DE RUEHNY #9012/01 0731641", "0731641"),
        ("ZNY CCCCC ZZH", "ZZH"),
        ("TO RUEHC/SECSTATE WASHDC PRIORITY 4321", "4321"),
        ("NOFORN, SIPDIS", "SIPDIS"),
        ("E.O. 12958: DECL: 03/13/2017", "E.O. 12958: DECL: 03/13/2017"),
        ("TAGS: PREL EFIS PBTS PHSA NO IC", "NO"),
        (AUTHORITY, "1.4(d)"),
        ("HOLLOWAY", "Signed"),
    ],
)
def test_the_parts_point_at_what_they_mean(
    chapters: tuple[Chapter, ...], excerpt: str, term: str
) -> None:
    found = {
        each.text: [explanation.term for explanation in each.explanations]
        for chapter in chapters
        for each in chapter.excerpts
    }
    assert term in found[excerpt]


def test_all_parts_of_the_cable_are_in_the_prose() -> None:
    text = prose("guide")
    assert all(text.count(f"{{{name}}}") == 1 for name in TAKERS)


def test_any_cable_can_be_the_example() -> None:
    for raw in read_sample():
        assert guide(read_cable(raw))
    assert guide(parse(""))
