"""Which words of a top are of which spot."""

from __future__ import annotations

import pytest

from cablereader.explain.context import Context
from cablereader.explain.lookup import explain
from cablereader.explain.written import label_at, spot_at, written
from cablereader.model.explanation import TermKind
from cablereader.model.spot import Field, InField, Spot
from cablereader.parse.cable import read_cable
from cablereader.source.sample import read_sample

CABLES = tuple(map(read_cable, read_sample()))


def spot(term: str) -> Spot:
    return Spot(term, TermKind.ACRONYM, InField(Field.SUBJECT))


def test_the_shortest_text_is_meant() -> None:
    whole, part = spot("whole"), spot("part")
    texts = (("A VISIT BY THE DCM", whole), ("DCM", part))
    assert spot_at(" A VISIT BY THE DCM", 16, texts) is part
    assert spot_at(" A VISIT BY THE DCM", 3, texts) is whole
    assert spot_at(" A VISIT BY THE DCM", 0, texts) is None


def test_a_text_inside_another_word_is_not_meant() -> None:
    assert spot_at("TAGS PRELUDE", 6, (("PREL", spot("PREL")),)) is None
    assert spot_at("TAGS PREL UDE", 6, (("PREL", spot("PREL")),))


@pytest.mark.parametrize(
    "line", ["   A VERY LONG", "A VERY LONG SU\u2026   TAGS PREL", "TITLE  "]
)
def test_a_text_is_known_by_the_part_that_fits(line: str) -> None:
    texts = (("A VERY LONG SUBJECT AND TITLE", spot("whole")),)
    assert spot_at(line, 4, texts)


def test_a_column_is_in_the_field_whose_label_is_left_of_it() -> None:
    line = "TAGS PREL PGOV   E.O. 12958   Classified by Jane Roe"
    labels = [label_at(line, at) for at in (0, 6, 18, 26, 31, 50)]
    assert labels == ["TAGS", "TAGS", "E.O.", "E.O.", "Classified by", "Classified by"]
    assert label_at("no label here", 5) == ""


def test_all_that_is_written_can_be_explained_and_found() -> None:
    for cable in CABLES:
        for text, meant in written(cable):
            assert explain(meant.term, Context(meant.kind))
            assert spot_at(f" {text} ", 1, ((text, meant),)) is meant
