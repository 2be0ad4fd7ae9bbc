"""Who writes and who is written to, in the words of a citation."""

from __future__ import annotations

from typing import Final

from cablereader.present.title_case import title_case

OFFICES: Final = {
    "SECSTATE WASHDC": "Secretary of State",
    "SECSTATE": "Secretary of State",
    "SECDEF WASHDC": "Secretary of Defense",
    "JOINT STAFF WASHDC": "Joint Staff",
    "CIA WASHDC": "Central Intelligence Agency",
    "NSC WASHDC": "National Security Council",
    "WHITE HOUSE WASHDC": "White House",
    "MISSION USNATO": "U.S. Mission to NATO",
    "USMISSION USNATO": "U.S. Mission to NATO",
    "MISSION UNESCO": "U.S. Mission to UNESCO",
    "MISSION USOSCE": "U.S. Mission to the OSCE",
    "USUN NEW YORK": "U.S. Mission to the United Nations",
    "USMISSION USUN NEW YORK": "U.S. Mission to the United Nations",
    "USEU BRUSSELS": "U.S. Mission to the European Union",
    "USMISSION USEU BRUSSELS": "U.S. Mission to the European Union",
    "UNVIE": "U.S. Mission to International Organizations in Vienna",
    "UN ROME": "U.S. Mission to the UN Agencies in Rome",
}
KINDS: Final = (
    ("AMEMBASSY ", "U.S. Embassy "),
    ("AMCONSUL ", "U.S. Consulate "),
    ("AMCONGEN ", "U.S. Consulate General "),
    ("USMISSION ", "U.S. Mission "),
    ("USINT ", "U.S. Interests Section "),
    ("EMBASSY ", "U.S. Embassy "),
    ("CONSULATE ", "U.S. Consulate "),
    ("MISSION ", "U.S. Mission "),
    ("AMERICAN CONSULATE ", "U.S. Consulate "),
    ("REO ", "U.S. Regional Embassy Office "),
    ("US ", "U.S. "),
)
"""How origins of the archive and plain-language addresses begin; others stay."""


def office(name: str) -> str:
    """``AMEMBASSY MEXICO`` or ``Embassy Mexico`` as ``U.S. Embassy Mexico``."""
    capitals = " ".join(name.upper().split())
    if capitals in OFFICES:
        return OFFICES[capitals]
    for kind, words in KINDS:
        if capitals.startswith(kind):
            place = " ".join(name.split())[len(kind) :]
            return words + (title_case(place) if place.isupper() else place)
    return title_case(name) if name.isupper() and " " in name else name
