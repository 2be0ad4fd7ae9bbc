"""Who signed a cable, and what stands behind."""

from __future__ import annotations

import pytest

from cablereader.parse.ending import Ending, find_ending, part_ending
from cablereader.parse.line import split_lines

TEXT = "1. (C) The minister agreed to return the chairs by the end of the month.\n"


def ending(text: str) -> tuple[Ending, list[str]]:
    """With the lines that its numbers count."""
    lines = part_ending(text, split_lines(text, 0, []), 0)
    return find_ending(lines, 0), [line.text for line in lines]


@pytest.mark.parametrize(
    ("tail", "signers"),
    [
        pytest.param("PASCUAL", ("PASCUAL",), id="09MEXICO3195"),
        pytest.param("\nCRETZ\n", ("CRETZ",), id="lines between"),
        pytest.param("CRETZ  CRETZ", ("CRETZ",), id="repeated"),
        pytest.param("O'HARA-SMITH", ("O'HARA-SMITH",), id="signs"),
        pytest.param("VAN DER BERG", ("VAN DER BERG",), id="words"),
        pytest.param("OSGOOD\nHOLLOWAY", ("OSGOOD", "HOLLOWAY"), id="two"),
        pytest.param("OSGOOD\n\nNNNN", ("OSGOOD",), id="before NNNN"),
        pytest.param(
            "OSGOOD\n=======CABLE ENDS=======", ("OSGOOD",), id="before a rule"
        ),
        pytest.param("", (), id="none"),
        pytest.param("END SUMMARY.", (), id="sentence"),
        pytest.param("NOFORN", (), id="caption"),
    ],
)
def test_the_last_name_in_capitals_signs(tail: str, signers: tuple[str, ...]) -> None:
    assert ending(TEXT + tail)[0].signers == signers


def test_what_is_behind_the_signature_is_the_trailer() -> None:
    found, lines = ending(f"{TEXT}\nOSGOOD\n\nNNNN\n")
    assert lines[found.signature] == "OSGOOD"
    assert "NNNN" in lines[found.trailer :]
    assert found.notice == found.signature


def test_the_notice_before_a_signature_is_set_apart() -> None:
    notice = "Visit Embassy Praia's Classified Website:\nhttp://praia.invalid"
    found, lines = ending(f"{TEXT}\n{notice}\n\nOSGOOD")
    apart = [line for line in lines[found.notice : found.signature] if line]
    assert apart == notice.split("\n")
    assert found.signers == ("OSGOOD",)


def test_a_name_at_the_end_of_a_line_gets_its_own() -> None:
    long = TEXT.strip() + " He did so in a long paragraph of one line. OSGOOD"
    found, lines = ending(long)
    assert found.signers == ("OSGOOD",)
    assert lines[-1] == "OSGOOD"
