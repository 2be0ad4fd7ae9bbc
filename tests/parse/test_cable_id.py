"""Reference ids in every spelling (format.md §6)."""

from __future__ import annotations

import pytest

from cablereader.model.cable_id import CableId
from cablereader.parse.cable_id import canonical_id, read_cable_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09MEXICO3195", "09MEXICO3195"),
        ("09 mexico 003195", "09MEXICO3195"),
        ("2009 MEXICO 3195", "09MEXICO3195"),
        ("1990CAPETOWN97", "90CAPETOWN97"),
        ("05RIO123", "05RIODEJANEIRO123"),
        ("'08 San Jose 12", "08SANJOSE12"),
        ("10-OTTAWA-57", "10OTTAWA57"),
        ("09 N'DJAMENA 511", "09NDJAMENA511"),
        ("08 ST. PETERSBURG 75", "08STPETERSBURG75"),
        ("08 PORT-AU-PRINCE 1", "08PORTAUPRINCE1"),
        ("09OSLO9", "09OSLO9"),
        ("O4 CHENNAI 12", "04CHENNAI12"),
        ("09COTON0U12", "09COTONOU12"),
        ("09 LAGOS O1512", "09LAGOS1512"),
        ("094 QUITO 841", "94QUITO841"),
        ("09SECSTATE31102", "09STATE31102"),
        ("06USMISSIONGENEVA2654", "06GENEVA2654"),
        ("09 USMISSION USUN NEW YORK 497", "09USUNNEWYORK497"),
        ("09TAIPEI12", "09AITTAIPEI12"),
        ("06KIEV4558", "06KYIV4558"),
        ("08RPODUBAI56", "08IRANRPODUBAI56"),
        ("08SECDEF12", "08SECDEF12"),
        ("08 UNVIE 12", "08UNVIEVIENNA12"),
        ("08 VIENNA 12", "08VIENNA12"),
        ("08 EMBASSY VIENNA 12", "08VIENNA12"),
        ("08 HERAT 12", "08HERAT12"),
    ],
)
def test_one_form_for_every_spelling(text: str, expected: str) -> None:
    assert canonical_id(text) == expected


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ("09EFTOLONDON2187", "09LONDON2187"),
        ("09SECTION01OF03SANJOSE525", "09SANJOSE525"),
        ("08ECTION01OF02MANAMA492", "08MANAMA492"),
        ("08SCTION02OF02SAOPAULO335", "08SAOPAULO335"),
        ("08SECTION01GF02BISHIEK21", "08BISHKEK1021"),
        ("092OF5", "09STATE126780"),
        ("07BRASIIA1568", "07BRASILIA1568"),
        ("10AQNA272", "10ASTANA272"),
        ("09AMEMBASSYHANOI909", "09HANOI909"),
        ("09AMEMBASSYHERAT12", "09HERAT12"),
        ("90STATE255577TOSEC140323", "90STATE255577"),
        ("7575LIBREVILLE1895", "75LIBREVILLE1895"),
        ("08REYKJAVK12", "08REYKJAVIK12"),
        ("08REYKJAVIKK12", "08REYKJAVIK12"),
        ("08ERYKJAVIK12", "08REYKJAVIK12"),
    ],
)
def test_mends_a_broken_id(broken: str, expected: str) -> None:
    assert canonical_id(broken) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("06ASTANA", "06ASTANA"),
        ("09USMISSION1", "09USMISSION1"),
        ("hello world", "HELLOWORLD"),
        ("", ""),
        ("1776PHILADELPHIA4", "1776PHILADELPHIA4"),
        ("123CAIRO4", "123CAIRO4"),
        ("9" * 100 + "A1", "9" * 100 + "A1"),
    ],
)
def test_what_is_no_id_comes_back_in_capitals(text: str, expected: str) -> None:
    assert canonical_id(text) == expected


def test_a_year_may_be_given_beside() -> None:
    assert read_cable_id("Mexico 003195", 2009) == CableId(2009, "MEXICO", 3195)
    assert read_cable_id("08 MEXICO 3195", 2009) == CableId(2008, "MEXICO", 3195)
    assert read_cable_id("MEXICO 3195") is None
