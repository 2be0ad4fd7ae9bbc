from __future__ import annotations

from dataclasses import replace

import pytest

from cablereader.model.addressee import Addressee
from cablereader.model.cable import Cable
from cablereader.present.citation import NAMES, CopySettings, Fields, fields_of
from cablereader.present.office import office
from cablereader.present.pinpoint import pinpoint


def test_the_address_has_the_month_of_creation_and_the_sites_anchor(
    cable: Cable,
) -> None:
    first, second, again = (fields_of(cable, each) for each in cable.paragraphs)
    page = "https://wikileaks.org/cable/2009/11/09OSLO9066.html"
    assert first.page_url == second.page_url == page
    assert (first.url, second.url) == (f"{page}#par5", f"{page}#par6")
    assert again.url == f"{page}#par5", "the site has no second anchor of a number"
    assert (again.label, again.ref) == ("5~2", "09OSLO9066 ¶5~2")


def test_the_base_address_is_a_setting(cable: Cable) -> None:
    settings = CopySettings(base_url="http://mirror.example/w/")
    url = fields_of(cable, settings=settings).url
    assert url == "http://mirror.example/w/cable/2009/11/09OSLO9066.html"


def test_there_is_no_address_without_a_date_or_an_id(
    undated: Cable, bare: Cable
) -> None:
    for cable in (undated, bare):
        fields = fields_of(cable, cable.paragraphs[0])
        assert (fields.url, fields.page_url) == (None, None)


def test_an_unnumbered_paragraph_has_no_anchor(bare: Cable, cable: Cable) -> None:
    known = replace(bare, cable_id="09OSLO1", created=cable.created)
    fields = fields_of(known, known.paragraphs[0])
    assert fields.url == fields.page_url
    assert fields.ref == "09OSLO1 ¶p1"


def test_a_hostile_id_stays_inside_its_place_in_the_address(cable: Cable) -> None:
    fields = fields_of(replace(cable, cable_id='09X"><b>/..?#\x1b[31m é'))
    assert fields.page_url == (
        "https://wikileaks.org/cable/2009/11/"
        "09X%22%3E%3Cb%3E%2F..%3F%23%1B%5B31m%20%C3%A9.html"
    )


def test_no_control_character_of_a_document_reaches_a_field(cable: Cable) -> None:
    evil = "a\x1b]52;c;AAAA\x07b\x9bc\u202ed\x00"
    first = cable.paragraphs[0]
    hostile = replace(
        cable,
        cable_id=evil,
        origin=evil,
        subject=evil,
        tags=(evil,),
        articles=(evil,),
        body=evil * 20,
        header=replace(
            cable.header, sender=Addressee(name=evil), action=(Addressee(name=evil),)
        ),
    )
    fields = fields_of(hostile, replace(first, text=evil))
    for attribute in NAMES.values():
        value = str(getattr(fields, attribute))
        assert value.replace("\n", "").isprintable()


def test_raw_text_is_all_that_was_received_from_first_to_last_word(
    cable: Cable,
) -> None:
    assert fields_of(cable, cable.paragraphs[0]).raw == (
        "5. (S/NF) The harbour\nfreezes [early]. \n"
        "\nOSLO 00009066 002 OF 003 \nShips wait. "
    )


def test_the_marking_is_kept_before_the_text(cable: Cable) -> None:
    texts = [fields_of(cable, paragraph).text for paragraph in cable.paragraphs]
    assert texts == [
        "(S/NF) The harbour freezes [early]. Ships wait.",
        "(U) A list:\n- nets\n- ropes",
        "No marking here.",
    ]


def test_without_an_origin_the_sender_is_that_of_the_header(cable: Cable) -> None:
    assert fields_of(replace(cable, origin=None)).sender == "U.S. Embassy Oslo"


def test_titles_are_in_title_case_unless_asked_otherwise(cable: Cable) -> None:
    as_sent = fields_of(cable, settings=CopySettings(title_case=False))
    assert as_sent.title == as_sent.subject == 'HARBOUR OF "NORTH" & SOUTH'
    titled = fields_of(cable)
    assert titled.title == titled.subject_title
    assert titled.title.startswith("Harbour ")


def test_every_name_of_a_template_is_a_field() -> None:
    fields = Fields(cable_id=None)
    assert all(hasattr(fields, attribute) for attribute in NAMES.values())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Embassy Mexico", "U.S. Embassy Mexico"),
        ("Consulate Monterrey", "U.S. Consulate Monterrey"),
        ("American Consulate Hyderabad", "U.S. Consulate Hyderabad"),
        ("Secretary of State", "Secretary of State"),
        ("US Interests Section Havana", "U.S. Interests Section Havana"),
        ("US Mission Geneva", "U.S. Mission Geneva"),
        ("Mission USNATO", "U.S. Mission to NATO"),
        ("USUN New York", "U.S. Mission to the United Nations"),
        ("REO Basrah", "U.S. Regional Embassy Office Basrah"),
        ("Iran RPO Dubai", "Iran RPO Dubai"),
        ("American Institute Taiwan, Taipei", "American Institute Taiwan, Taipei"),
        ("SECSTATE  WASHDC", "Secretary of State"),
        ("AMEMBASSY OSLO", "U.S. Embassy Oslo"),
        ("AMCONSUL CAPE TOWN", "U.S. Consulate Cape Town"),
        ("SECURITY OFFICER COLLECTIVE", "Security Officer Collective"),
        ("FSINFATC", "FSINFATC"),
        ("", ""),
    ],
)
def test_an_office_in_the_words_of_a_citation(name: str, words: str) -> None:
    assert office(name) == words


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        ("", ""),
        ("5", "para. 5"),
        ("5 6 7", "paras. 5–7"),
        ("5 7", "paras. 5, 7"),
        ("1 2 5 8 9", "paras. 1–2, 5, 8–9"),
        ("9 8", "paras. 9, 8"),
        ("5~2", "second para. 5"),
        ("5~4", "4th para. 5"),
        ("4 5 5~2", "paras. 4–5, second para. 5"),
        ("p1", "unnumbered para. 1"),
        ("4a", "para. 4a"),
    ],
)
def test_paragraphs_in_the_words_of_a_citation(labels: str, words: str) -> None:
    assert pinpoint(labels.split()) == words
