"""Subjects as headlines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.present.title_case import title_case


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        pytest.param(
            "MEXICO: MORE INTERAGENCY COOPERATION NEEDED ON INTELLIGENCE ISSUES",
            "Mexico: More Interagency Cooperation Needed on Intelligence Issues",
            id="09MEXICO3195",
        ),
        pytest.param(
            "ZANU-PF REPORTEDLY INTERESTED IN DEAL WITH MDC",
            "ZANU-PF Reportedly Interested in Deal with MDC",
            id="00HARARE5461",
        ),
        pytest.param(
            "TEHRAN-BASED UN OFFICIALS CONVEY IRIG INTEREST",
            "Tehran-Based UN Officials Convey IRIG Interest",
            id="08RPODUBAI56",
        ),
        pytest.param(
            "OXY'S 30-YEAR EXTENSION AND WHAT LIES AHEAD FOR OTHER IOCS",
            "Oxy's 30-Year Extension and What Lies Ahead for Other IOCs",
            id="08TRIPOLI563",
        ),
        pytest.param(
            "A/S GOTTEMOELLER,S 5 AND 7 MAY MEETINGS",
            "A/S Gottemoeller,s 5 and 7 May Meetings",
            id="09USUNNEWYORK497",
        ),
        pytest.param(
            "(S) FLIGHT OF CONCERN BETWEEN DPRK AND IRAN",
            "(S) Flight of Concern Between DPRK and Iran",
            id="08STATE79112",
        ),
        pytest.param(
            "A/S JONES VISIT TO THE HAGUE: THE AGENDA",
            "A/S Jones Visit to The Hague: The Agenda",
            id="03THEHAGUE1865",
        ),
        ("POLICY: PART III", "Policy: Part III"),
        ("CHARGE D'AFFAIRES IN N'DJAMENA", "Charge d'Affaires in N'Djamena"),
        ("D'ALEMA MEETS SENATOR MCCAIN", "D'Alema Meets Senator McCain"),
        ("WE'RE FOR U.S.-EU TIES", "We're for U.S.-EU Ties"),
        ("STATE-OF-THE-ART ROUND-UP", "State-of-the-Art Round-Up"),
        ("A LOOK AT THE GOM -- THE END OF", "A Look at the GOM -- The End Of"),
        ("RIO DE JANEIRO: XI JINPING IN", "Rio de Janeiro: Xi Jinping In"),
        ("ST. PETERSBURG'S 300TH IN THE 1990S", "St. Petersburg's 300th in the 1990s"),
        ("S&ED II DATES, F-4ES AND TIPS", "S&ED II Dates, F-4ES and Tips"),
        ("ÉLYSÉE: À LA CARTE", "Élysée: À La Carte"),
    ],
)
def test_a_subject_in_capitals_becomes_a_headline(subject: str, expected: str) -> None:
    assert title_case(subject) == expected


@pytest.mark.parametrize(
    "subject",
    ["", "Scene Setter for the Visit", "EGYPT: Press round-up", "tea", "12 - 3"],
)
def test_a_subject_in_mixed_case_stays(subject: str) -> None:
    assert title_case(subject) == subject


def test_a_word_in_mixed_case_stays() -> None:
    assert (
        title_case("EGYPT'S ECONOMY: PRESS OF McKAY")
        == "Egypt's Economy: Press of McKAY"
    )


@given(st.text(alphabet=st.characters(max_codepoint=0x7F)))
def test_only_the_case_changes_and_only_once(subject: str) -> None:
    once = title_case(subject)
    assert once.upper() == subject.upper()
    assert title_case(once) == once
