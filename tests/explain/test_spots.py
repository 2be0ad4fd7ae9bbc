"""What of a cable can be explained, and where it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from documents import TEXT
from generator import cables
from hypothesis import given
from hypothesis import strategies as st

from cablereader.explain.around import surroundings
from cablereader.explain.attention import attention_spots
from cablereader.explain.context import NOWHERE, Context, Surroundings
from cablereader.explain.header_spots import header_spots
from cablereader.explain.jargon import jargon_in
from cablereader.explain.lookup import explain
from cablereader.explain.spelled_out import spelt_out
from cablereader.explain.spots import field_spots, paragraph_spots, routing_spots
from cablereader.model.cable import Cable
from cablereader.model.explanation import TermKind
from cablereader.model.spot import (
    Column,
    Field,
    InField,
    InHeader,
    InParagraph,
    InRouting,
    Spot,
)
from cablereader.parse.cable import read_cable
from cablereader.parse.document import parse
from cablereader.present.full_header import full_rows
from cablereader.present.routing import routing_rows
from cablereader.source.reading import read
from cablereader.source.sample import find_in_sample, read_sample


def sample(cable_id: str = "07OSLO9012") -> Cable:
    raw = find_in_sample(cable_id)
    assert raw
    return read_cable(raw)


def spots_of(cable: Cable) -> tuple[Spot, ...]:
    """All of a cable: of header box, routing list, header, and of each paragraph."""
    around = surroundings(cable)
    of_paragraphs = (paragraph_spots(each, around) for each in cable.paragraphs)
    return (
        *field_spots(cable),
        *routing_spots(cable),
        *header_spots(cable.header),
        *(spot for spots in of_paragraphs for spot in spots),
    )


def terms_in(cable: Cable, field: Field) -> list[str]:
    return [
        spot.term
        for spot in spots_of(cable)
        if isinstance(spot.place, InField) and spot.place.field is field
    ]


def test_the_surroundings_of_a_cable() -> None:
    around = surroundings(sample())
    assert (around.year, around.post) == (2007, "OSLO")
    assert around.countries == ("Norway", "Iceland")
    assert around.names["RUEHC"] == ("SECSTATE WASHDC",)
    assert around.page_created == "2007-03-14 16:04"


def test_a_fragment_has_none() -> None:
    around = surroundings(parse("1. (C) The goat eats."))
    assert around == Surroundings()


def test_the_fields_of_the_header_box_come_first_and_in_order() -> None:
    cable = sample()
    places = [spot.place for spot in spots_of(cable)]
    kinds = [type(place) for place in places]
    order = [InField, InRouting, InHeader, InParagraph]
    assert kinds == sorted(kinds, key=order.index)
    assert terms_in(cable, Field.TAGS) == ["PREL", "EFIS", "PBTS", "PHSA", "NO", "IC"]
    assert terms_in(cable, Field.CAPTIONS) == ["NOFORN", "SIPDIS"]
    assert terms_in(cable, Field.REASONS) == ["1.4(b)", "1.4(d)"]
    assert terms_in(cable, Field.ATTENTION) == ["DEPT FOR", "EUR/NB", "OES/OA"]
    assert terms_in(cable, Field.REF) == [
        "86OSLO9003",
        "07REYKJAVIK9007",
        "07STATE990021",
        "NOTAL",
    ]


def test_every_field_that_the_header_box_shows_can_be_explained() -> None:
    for raw in read_sample():
        cable = read_cable(raw)
        shown = {
            piece.text.strip()
            for row in full_rows(cable, 200)
            for piece in row
            if piece.role == "label" and piece.text.strip()
        }
        known = {
            str(spot.place.field)
            for spot in spots_of(cable)
            if isinstance(spot.place, InField)
        }
        valueless = {"Reference", "Created", "Released", "Classification", "Origin"}
        assert shown - known <= {*valueless, "For"}, cable.cable_id


def test_every_row_of_the_routing_list_can_be_explained() -> None:
    for raw in read_sample():
        cable = read_cable(raw)
        rows = routing_rows(cable.header)
        places = {
            (spot.place.row, spot.place.column)
            for spot in spots_of(cable)
            if isinstance(spot.place, InRouting)
        }
        for number, row in enumerate(rows):
            assert (number, Column.NAME) in places
            assert ((number, Column.ROUTING) in places) == bool(row.routing)
            assert ((number, Column.PRECEDENCE) in places) == bool(row.precedence)
            assert ((number, Column.NUMBER) in places) == bool(row.number)


def test_a_spot_is_where_it_says() -> None:
    for raw in read_sample():
        cable = read_cable(raw)
        texts = {each.label: each.text for each in cable.paragraphs}
        for spot in spots_of(cable):
            match spot.place:
                case InHeader(span=span):
                    assert span.of(cable.header.text) == spot.term
                case InParagraph(label=label, span=span) if span:
                    assert span.of(texts[label]) == spot.term
                case InParagraph(label=label):
                    assert spot.kind in (TermKind.MARKING, TermKind.LETTERS)
                    assert label in texts


def test_everything_that_can_be_explained_in_the_sample_is() -> None:
    for raw in read_sample():
        cable = read_cable(raw)
        around = surroundings(cable)
        for spot in spots_of(cable):
            assert explain(spot.term, Context(spot.kind, around)), spot


def test_a_paragraph_without_a_marking_says_so_and_what_it_says_of_all() -> None:
    cable = sample("86OSLO9003")
    around = surroundings(cable)
    spots = [
        (spot.kind, spot.term) for spot in paragraph_spots(cable.paragraphs[0], around)
    ]
    assert spots[:2] == [
        (TermKind.LETTERS, "?C"),
        (TermKind.CLASSIFICATION, "CONFIDENTIAL - ENTIRE TEXT"),
    ]
    first, *_ = paragraph_spots(cable.paragraphs[1], around)
    assert first.term == "?C"


def test_a_delivery_by_other_means_is_a_signal() -> None:
    header = TEXT.replace("TO RUEHC/SECSTATE", "TO ZEN/SECSTATE")
    kinds = {spot.kind for spot in spots_of(parse(header)) if spot.term == "ZEN"}
    assert kinds == {TermKind.SIGNAL}


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("ZNY CCCCC ZZH", ["ZNY", "CCCCC", "ZZH"]),
        ("ZNR UUUUUZZH", ["ZNR", "UUUUU", "ZZH"]),
        ("ZNR UUUUU ZZH ZDK", ["ZNR", "UUUUU", "ZZH", "ZDK"]),
        ("ZNR UUUUU ZZH (CCY AD0085C8 GOT7213-695)", ["ZNR", "UUUUU", "ZZH", "CCY"]),
    ],
)
def test_the_words_of_a_security_line(line: str, terms: list[str]) -> None:
    cable = parse(TEXT.replace("ZNY CCCCC ZZH", line))
    spots = spots_of(cable)
    security = (TermKind.SECURITY, TermKind.SIGNAL)
    found = [spot.term for spot in spots if spot.kind in security]
    assert found == ["DE", *terms, "FM", "TO"]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Poloff met the MFA's man. Poloff left.", ["Poloff", "MFA"]),
        ("The US and the UN said so.", []),
        ("IRIG's goats, NGOs and P5+1", ["IRIG", "NGOs", "P5+1"]),
        ("He (strictly protect) said XXXXXXXXXX", ["strictly protect", "XXXXXXXXXX"]),
        ("A Special 301 case, a SPECIAL 301 case", ["SPECIAL 301"]),
        ("See EUR/NB and S/NF; goats/sheep", ["EUR/NB"]),
        ("THE WORLD HEALTH ORGANIZATION AND WHO LET THE GOAT START", []),
        ("The WHO met the GOI. We let it start.", ["WHO", "GOI"]),
        ("", []),
    ],
)
def test_words_of_the_trade_each_once(text: str, terms: list[str]) -> None:
    assert [term for term, _ in jargon_in(text, NOWHERE)] == terms


def test_what_the_cable_spells_out_is_explained_where_it_comes_again() -> None:
    text = TEXT.replace(
        "2. (U) It eats.",
        "2. (U) The Council of National Sheep (CNS) ate.\n\n3. (U) CNS slept.",
    )
    cable = parse(text)
    spots = [spot.place for spot in spots_of(cable) if spot.term == "CNS"]
    assert [place.label for place in spots if isinstance(place, InParagraph)] == [
        "2",
        "3",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Government of Norway (GON) said", [("GON", "Government of Norway")]),
        (
            "Centro de Investigacion y Seguridad Nacional (CISEN) met",
            [("CISEN", "Centro de Investigacion y Seguridad Nacional")],
        ),
        (
            "all non-governmental organizations (NGOs)",
            [("NGO", "non-governmental organizations")],
        ),
        ("the Ministry of Goats (MoG) and", [("MoG", "Ministry of Goats")]),
        ('the "Ministry of Goats" ("MOG") and', [("MOG", "Ministry of Goats")]),
        ("he was tired (TGIF)", []),
        ("(ABC)", []),
        ("secret things (S/NF)", []),
    ],
)
def test_acronyms_behind_what_they_stand_for(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert list(spelt_out(text)) == found


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("NSC FOR DAN RESTREPO; DEPT FOR WHA", ["NSC FOR", "DEPT FOR", "WHA"]),
        ("STATE PLEASE PASS USTR", ["STATE PLEASE PASS", "USTR"]),
        ("WRITTEN AS A SAMPLE FOR GOATS", []),
        ("DEPT FOR P AND H", ["DEPT FOR", "P", "H"]),
    ],
)
def test_who_should_read_it(text: str, terms: list[str]) -> None:
    assert [spot.term for spot in attention_spots(text)] == terms


def test_generated_cables_are_explained_as_well() -> None:
    for raw in cables(30):
        cable = read_cable(raw)
        assert len(spots_of(cable)) > len(cable.paragraphs)


@given(st.text(max_size=300))
def test_no_text_is_too_strange(text: str) -> None:
    around = surroundings(parse(f"1. (C) {text}"))
    for term, span in jargon_in(text, around):
        assert term == span.of(text)
    assert all(len(words) > len(acronym) for acronym, words in spelt_out(text))


@pytest.mark.parametrize("piece", ["(", "A (ABCDEFGHI) ", "GOM/", "a ", "x-", "(A" * 3])
def test_long_texts_take_no_longer_than_their_length(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert len(list(jargon_in(text, NOWHERE))) < 10
    assert len(list(spelt_out(text))) < len(text)


def test_real_cables_are_explained_almost_whole(real_documents: Path) -> None:
    """The bars: 99 % of TAGS and indicators, all captions, precedences and so on."""
    asked: dict[TermKind, int] = {}
    answered: dict[TermKind, int] = {}
    for cable in read(real_documents / "pages"):
        around = surroundings(cable)
        for spot in spots_of(cable):
            asked[spot.kind] = asked.get(spot.kind, 0) + 1
            found = explain(spot.term, Context(spot.kind, around))
            answered[spot.kind] = answered.get(spot.kind, 0) + bool(found)
    for kind, number in asked.items():
        least = 0.99 if kind in (TermKind.TAG, TermKind.ROUTING) else 1
        assert answered[kind] >= least * number, kind


def test_the_tags_that_the_pages_link_are_known(real_documents: Path) -> None:
    lines = (real_documents / "truth.jsonl").read_text("utf-8").split("\n")
    tags = [tag for line in filter(None, lines) for tag in json.loads(line)["tags"]]
    unknown = [tag for tag in tags if not explain(tag, Context(TermKind.TAG))]
    assert len(unknown) <= 0.01 * len(tags)
