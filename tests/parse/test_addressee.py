"""Address lines."""

from __future__ import annotations

import pytest

from cablereader.model.addressee import Addressee
from cablereader.model.precedence import Precedence
from cablereader.parse.addressee import is_collective, read_addressee


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "RUEHC/SECSTATE WASHDC 8962",
            Addressee(name="SECSTATE WASHDC", routing="RUEHC", number="8962"),
            id="09MEXICO3195",
        ),
        pytest.param(
            "RUEHC/SECSTATE WASHDC PRIORITY 0018",
            Addressee(
                name="SECSTATE WASHDC",
                routing="RUEHC",
                precedence=Precedence.PRIORITY,
                number="0018",
            ),
            id="leading zeros stay",
        ),
        pytest.param(
            "ZEN/AMEMBASSY MOSCOW NIACT IMMEDIATE 4778-4781",
            Addressee(
                name="AMEMBASSY MOSCOW",
                routing="ZEN",
                precedence=Precedence.NIACT_IMMEDIATE,
                number="4778-4781",
            ),
            id="08STATE103511",
        ),
        pytest.param(
            "RHMCSUU/JOINT STAFF WASHINGTON DC//JF/UNMA//",
            Addressee(name="JOINT STAFF WASHINGTON DC//JF/UNMA//", routing="RHMCSUU"),
            id="06KABUL3934",
        ),
        pytest.param(
            "SECDEF WASHDC//USDP:PDUSDP/USDP/ISA:EUR//",
            Addressee(name="SECDEF WASHDC//USDP:PDUSDP/USDP/ISA:EUR//"),
            id="96ANKARA12278",
        ),
        pytest.param(
            "RHMFISS/39ABG INCIRLIK AB TU",
            Addressee(name="39ABG INCIRLIK AB TU", routing="RHMFISS"),
            id="a name with digits",
        ),
        pytest.param(
            "SECSTATE WASHDC 475",
            Addressee(name="SECSTATE WASHDC", number="475"),
            id="75TEHRAN2069",
        ),
        pytest.param(
            "EC COLLECTIVE IMMEDIATE",
            Addressee(name="EC COLLECTIVE", precedence=Precedence.IMMEDIATE),
            id="86MADRID5480",
        ),
        pytest.param(
            "RUEABND / DEA  HQS  WASHINGTON  DC",
            Addressee(name="DEA HQS WASHINGTON DC", routing="RUEABND"),
            id="scanned",
        ),
        pytest.param(
            "AMEMBASSY RIGA FLASH",
            Addressee(name="AMEMBASSY RIGA", precedence=Precedence.FLASH),
            id="flash",
        ),
        pytest.param(
            "LA PAZ FEB LIMA 3038",
            Addressee(name="LA PAZ FEB LIMA", number="3038"),
            id="09QUITO122",
        ),
        pytest.param(
            "AMEMBASSY RIGA 0123 PRIORITY",
            Addressee(
                name="AMEMBASSY RIGA", precedence=Precedence.PRIORITY, number="0123"
            ),
            id="number before precedence",
        ),
    ],
)
def test_reads_an_address_line(line: str, expected: Addressee) -> None:
    assert read_addressee(line) == (expected, ())


@pytest.mark.parametrize("word", ["PRIORTY", "PRIOITY", "PRORITY", "PIORITY"])
def test_mends_a_misspelt_precedence_and_says_so(word: str) -> None:
    addressee, codes = read_addressee(f"RUEHRA/AMEMBASSY RIGA {word} 0412")
    assert addressee.name == "AMEMBASSY RIGA"
    assert addressee.precedence is Precedence.PRIORITY
    assert addressee.number == "0412"
    assert codes == ("header-precedence-misspelt",)


def test_mends_a_lost_slash_and_says_so() -> None:
    addressee, codes = read_addressee("RUEHSGAMEMBASSY SANTIAGO 6383")
    assert addressee == Addressee(
        name="AMEMBASSY SANTIAGO", routing="RUEHSG", number="6383"
    )
    assert codes == ("header-slash-lost",)


@pytest.mark.parametrize(
    ("name", "collective"),
    [
        ("ARAB ISRAELI COLLECTIVE", True),
        ("WESTERN HEMISPHERIC AFFAIRS DIPL POSTS", True),
        ("AMEMBASSY RIGA", False),
    ],
)
def test_knows_a_collective(name: str, *, collective: bool) -> None:
    assert is_collective(Addressee(name=name)) is collective
