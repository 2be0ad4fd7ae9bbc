"""Whole lines are explained part by part, by the readers that read cables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.explain.lines import explain_line, line_spots


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("TAGS: PREL EFIS PBTS", ["TAGS", "PREL", "EFIS", "PBTS"]),
        (
            "TO RUEHC/SECSTATE WASHDC PRIORITY 4321",
            ["TO", "RUEHC", "SECSTATE WASHDC", "PRIORITY", "4321"],
        ),
        ("FM AMEMBASSY OSLO", ["FM", "AMEMBASSY OSLO"]),
        ("PP RUEHAG RUEHDBU", ["PP", "RUEHAG", "RUEHDBU"]),
        ("DE RUEHNY #9012/01 0731641", ["DE", "RUEHNY", "#9012/01", "0731641"]),
        ("NOFORN, SIPDIS", ["NOFORN", "SIPDIS"]),
        (
            "Classified By: Ambassador J. Doe for reasons 1.4 (b) and (d).",
            ["Classified by", "1.4(b)", "1.4(d)"],
        ),
        ("REF: A. 86 OSLO 9003", ["Ref", "86OSLO9003"]),
        (
            "INFO RUEHXP/ALL NATO POST COLLECTIVE",
            ["INFO", "RUEHXP", "ALL NATO POST COLLECTIVE"],
        ),
        (
            "DEPT FOR EUR/NB; STATE PASS USTR",
            ["DEPT FOR", "EUR/NB", "STATE PASS", "USTR"],
        ),
        ("1. (C/NF) Poloff ate.", ["C/NF", "Poloff"]),
        ("R 141641Z MAR 07", ["R 141641Z MAR 07"]),
        ("NIACT IMMEDIATE", ["NIACT IMMEDIATE"]),
        ("E.O. 12958: N/A", ["E.O. 12958: N/A"]),
        ("ABU DHABI", ["ABU DHABI"]),
        ("goats of no kind", []),
        ("", []),
    ],
)
def test_the_parts_of_a_line(line: str, terms: list[str]) -> None:
    found = dict.fromkeys(each.term for each in explain_line(line))
    assert [*found] == terms


@given(st.text(max_size=200))
def test_no_line_is_too_strange(line: str) -> None:
    assert all(each.text for each in explain_line(line))
    assert all(spot.term for spot in line_spots(line))
