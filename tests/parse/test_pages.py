"""Page lines of the printer, wherever they fell into a text."""

from __future__ import annotations

import pytest

from cablereader.parse.pages import find_pages


@pytest.mark.parametrize(
    ("text", "number", "of", "rest"),
    [
        pytest.param(
            "one \n \n \nMEXICO 00003195  002 OF 005 \n \n \ntwo",
            2,
            5,
            "one \ntwo",
            id="09MEXICO3195",
        ),
        pytest.param(
            "one  TRIPOLI 00000563  001.2 OF 003   \n\ntwo",
            1,
            3,
            "onetwo",
            id="08TRIPOLI563",
        ),
        pytest.param(
            "one TRIPOLI 00000402 \n\n001.2 OF 003\n\ntwo",
            1,
            3,
            "onetwo",
            id="08TRIPOLI402",
        ),
        pytest.param("SAN JOSE 00000525  001.11 OF 003", 1, 3, "", id="09SANJOSE525"),
        pytest.param(
            "one \n             CONFIDENTIAL \n \nCONFIDENTIAL \n \n"
            "PAGE 02        CAPE T  00097  01 OF 03  182017Z \n \ntwo",
            2,
            None,
            "one \ntwo",
            id="90CAPETOWN97",
        ),
        pytest.param(
            "THEY REALIZE  CONFIDENTIAL\nPAGE 03 HARARE 05461 01 OF 02 271458Z THAT",
            3,
            None,
            "THEY REALIZETHAT",
            id="00HARARE5461",
        ),
        pytest.param("DUSHANBE 00000575  001.2 OF 0...", 1, None, "", id="cut"),
    ],
)
def test_a_page_line_is_found_with_the_blanks_about_it(
    text: str, number: int, of: int | None, rest: str
) -> None:
    (page,) = find_pages(text)
    assert (page.number, page.of) == (number, of)
    assert text[: page.span.start] + text[page.span.stop :] == rest


def test_the_post_of_the_cable_tells_how_long_its_name_is() -> None:
    text = "HAD BEEN PORT AU PR 00000123  002 OF 003 STANDING"
    (page,) = find_pages(text, "PORT AU PRINCE")
    assert text[: page.span.start] == "HAD BEEN"


@pytest.mark.parametrize(
    "text",
    ["call 00003195 now", "12 OF 25", "PAGE 2 OF 3", "MEXICO 003195", ""],
)
def test_other_numbers_are_no_page_lines(text: str) -> None:
    assert not find_pages(text)
