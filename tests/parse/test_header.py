"""Headers of every form, on invented cables."""

from __future__ import annotations

from datetime import datetime

from headers import FULL, PARTIAL, SHORT, TABLE

from cablereader.model.addressee import Addressee
from cablereader.model.header import Header
from cablereader.model.precedence import Precedence
from cablereader.parse.header import is_partial, read_header


def read(text: str) -> Header:
    header, defects = read_header(text)
    assert defects == ()
    return header


def names(addressees: tuple[Addressee, ...]) -> list[str]:
    return [addressee.name for addressee in addressees]


def test_reads_every_line_of_a_full_header() -> None:
    header = read(FULL)
    assert header.text == FULL
    assert header.transmission_id == "VZCZCXRO1234"
    assert header.precedence == (Precedence.PRIORITY,)
    assert len(header.relay) == 11
    assert header.relay[-2:] == ("RUEHTRO", "RUEHSR")
    assert (header.station, header.serial, header.filed) == (
        "RUEHRA",
        "0412/01",
        "1231545",
    )
    assert header.security_prosign == "ZNY CCCCC ZZH"
    assert header.dtg is not None
    assert header.dtg.time == datetime(2007, 5, 3, 15, 44)  # noqa: DTZ001
    assert header.dtg.text == "P R 031544Z MAY 07 ZDK"
    assert header.sender == Addressee(name="AMEMBASSY RIGA")
    assert names(header.action) == ["SECSTATE WASHDC"]
    assert [(one.routing, one.name, one.number) for one in header.info] == [
        ("RUEHZL", "EUROPEAN POLITICAL COLLECTIVE", None),
        ("RUEKJCS", "JOINT STAFF WASHDC//J5/UNMA//", None),
        ("RUEHNY", "AMEMBASSY OSLO", "0007-0009"),
    ]


def test_a_blank_line_after_the_route_does_not_matter() -> None:
    web = "VZCZCXYZ0000\nRR RUEHWEB\n \nDE RUEHRA #0412 1231545\nZNR UUUUU ZZH\n"
    header = read(f"{web}R 031544Z MAY 07\nFM AMEMBASSY RIGA\nTO SECSTATE WASHDC 1")
    assert header.relay == ("RUEHWEB",)
    assert header.serial == "0412"
    assert header.station == "RUEHRA"


def test_the_security_line_may_be_glued() -> None:
    assert read("FM A\nZNR UUUUUZZH").security_prosign == "ZNR UUUUUZZH"


def test_reads_a_short_header_without_routing_indicators() -> None:
    header = read(SHORT.replace("\n", " \n"))
    assert header.transmission_id is None
    assert names(header.action) == ["SECSTATE WASHDC", "BALTIC COLLECTIVE"]
    assert header.action[1].precedence is Precedence.IMMEDIATE
    assert names(header.info) == ["AMEMBASSY OSLO", "USCINCEUR VAIHINGEN GE//POLAD//"]


def test_a_distribution_table_is_no_addressee() -> None:
    header = read(TABLE + SHORT)
    assert names(header.action) == ["SECSTATE WASHDC", "BALTIC COLLECTIVE"]
    assert len(header.info) == 2


def test_a_page_line_in_the_place_of_an_addressee_is_none() -> None:
    header = read(
        "O 251246Z JUL 90\nFM SECSTATE WASHDC\n"
        "TO PAGE 02        STATE   015113  182333Z\nAMEMBASSY RIGA\n"
        "                       CONFIDENTIAL\n\n"
        "PAGE 02        STATE   015113  182333Z\nAMEMBASSY OSLO"
    )
    assert names(header.action) == ["AMEMBASSY RIGA", "AMEMBASSY OSLO"]


def test_an_exempted_post_is_left_out_of_the_last_collective() -> None:
    header = read(
        "P 191717Z JUN 09\nFM SECSTATE WASHDC\n"
        "TO SECURITY OFFICER COLLECTIVE PRIORITY\nAMEMBASSY RIGA PRIORITY\n"
        "INFO AMCONSUL NAPLES PRIORITY\nXMT AMCONSUL DURBAN\nAMCONSUL DURBAN"
    )
    collective, riga = header.action
    assert collective.excluded == ("AMCONSUL DURBAN",)
    assert riga.excluded == ()
    assert names(header.info) == ["AMCONSUL NAPLES", "AMCONSUL DURBAN"]


def test_an_exemption_without_collective_is_of_the_addressee_before_it() -> None:
    header = read(
        "P 191717Z JUN 09\nFM SECSTATE WASHDC\nTO BALTIC COMMUNITY\nXMT AMEMBASSY RIGA"
    )
    assert header.action[0].excluded == ("AMEMBASSY RIGA",)


def test_an_exemption_of_nobody_is_a_defect() -> None:
    _, defects = read_header("FM SECSTATE WASHDC\nXMT AMEMBASSY RIGA")
    assert [defect.code for defect in defects] == ["header-unknown-line"]


def test_a_collective_may_have_no_routing_indicator() -> None:
    header = read(FULL + "\nINFO WESTERN HEMISPHERIC AFFAIRS DIPL POSTS")
    assert header.info[-1] == Addressee(name="WESTERN HEMISPHERIC AFFAIRS DIPL POSTS")


def test_a_partial_note_is_all_there_is() -> None:
    assert read(PARTIAL) == Header(text=PARTIAL)
    assert is_partial(PARTIAL)
    assert not is_partial(FULL)


def test_a_partial_header_may_have_a_time() -> None:
    header = read(f"{PARTIAL}\n\n061428Z Jun 03")
    assert header.dtg is not None
    assert header.dtg.time == datetime(2003, 6, 6, 14, 28)  # noqa: DTZ001


def test_an_email_above_the_header_is_said_to_be_there() -> None:
    email = "RIGA 00000563 TEA [77]From: \nSent: Sunday\nTo: Desk\nSubject: TEA\n"
    header, (defect,) = read_header(f"{email}\nCONFIDENTIAL\n\n{FULL}")
    assert header.transmission_id == "VZCZCXRO1234"
    assert names(header.action) == ["SECSTATE WASHDC"]
    assert defect.code == "header-preamble"
    assert defect.span.start == 0


def test_the_top_of_a_body_ends_the_addressees() -> None:
    header, defects = read_header(
        f"{SHORT}\nS E C R E T RIGA 004237\nSTATE FOR EUR\nRUEHNY/AMEMBASSY OSLO 1234"
    )
    assert names(header.info)[2:] == ["AMEMBASSY OSLO"]
    (defect,) = defects
    assert (defect.code, defect.note) == ("header-unknown-line", "STATE FOR EUR")


def test_digits_that_are_no_time_are_reported_where_they_stand() -> None:
    text = "R 321261Z NOV 09\nFM AMEMBASSY RIGA"
    header, (defect,) = read_header(text)
    assert header.dtg is not None
    assert header.dtg.time is None
    assert defect.code == "header-dtg-no-time"
    assert defect.span.of(text) == "R 321261Z NOV 09"


def test_damage_in_an_address_is_reported() -> None:
    text = FULL + "\nRUEHTLAMEMBASSY TALLINN PRIORTY 0012"
    header, defects = read_header(text)
    assert header.info[-1].name == "AMEMBASSY TALLINN"
    assert [defect.code for defect in defects] == [
        "header-slash-lost",
        "header-precedence-misspelt",
    ]


def test_garbage_stays_in_the_text() -> None:
    assert read_header("") == (Header(text=""), ())
    header, (defect,) = read_header("nothing\nof it")
    assert header == Header(text="nothing\nof it")
    assert defect.code == "header-preamble"


def test_a_scanned_header_reads_like_the_sent_one() -> None:
    scanned = (
        FULL.replace(" ", "  ")
        .replace("\n", " \n\n")
        .replace("XRO", "XR0")
        .replace("RUEHZL/", "RUEHZL / ")
        .replace("TO  RUEHC/", "T0  RUEHC/")
        .replace("031544Z  MAY  07", "O3I544Z  MAY  O7")
    )
    header, defects = read_header(scanned, scanned=True)
    sent = read(FULL)
    assert defects == ()
    assert header.text == scanned
    assert header.to_dict() == {**sent.to_dict(), "text": scanned}


def test_the_first_of_two_headers_counts() -> None:
    header, _ = read_header(f"{FULL}\n{FULL.replace('RUEHRA', 'RUEHNY')}")
    assert header.station == "RUEHRA"
    assert len(header.relay) == 11
    assert header.sender == Addressee(name="AMEMBASSY RIGA")
    assert header.security_prosign == "ZNY CCCCC ZZH"


def test_an_address_line_may_be_a_page_line() -> None:
    header = read(f"{SHORT}\nINFO PAGE 02        STATE   015113  182333Z")
    assert len(header.info) == 2


def test_a_line_of_routing_indicators_behind_to_is_an_addressee() -> None:
    header = read(f"{SHORT}\nRUEHRA RUEHNY")
    assert header.info[-1].name == "RUEHRA RUEHNY"


def test_an_addressee_with_initials_is_no_classification_line() -> None:
    header = read(f"{SHORT}\nUSS J F KENNEDY\nSECRET SERVICE WASHDC\nAMEMBASSY ROME")
    assert names(header.info)[2:] == [
        "USS J F KENNEDY",
        "SECRET SERVICE WASHDC",
        "AMEMBASSY ROME",
    ]
