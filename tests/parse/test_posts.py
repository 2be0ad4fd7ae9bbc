"""What is known of posts."""

from __future__ import annotations

import pytest

from cablereader.parse.posts import (
    known_post,
    nearest_post,
    origin_of,
    post_of_origin,
    post_of_routing,
)


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("MEXICO", "MEXICO"),
        ("The Hague", "THEHAGUE"),
        ("HAGUE", "THEHAGUE"),
        ("AMEMBASSY LA PAZ", "LAPAZ"),
        ("SECSTATE WASHDC", "STATE"),
        ("USMISSION USUN NEW YORK", "USUNNEWYORK"),
        ("USEU BRUSSELS", "USEUBRUSSELS"),
        ("AMEMBASSY BRUSSELS", "BRUSSELS"),
        ("PARIS FR", "UNESCOPARISFR"),
        ("POS", "PORTOFSPAIN"),
    ],
)
def test_knows_a_post_by_any_of_its_names(name: str, post: str) -> None:
    assert known_post(name) == post


@pytest.mark.parametrize("name", ["", "AMEMBASSY", "ATLANTIS", "X" * 200])
def test_does_not_know_other_names(name: str) -> None:
    assert known_post(name) is None


def test_the_nearest_post_is_one_slip_away() -> None:
    assert nearest_post("ISLAMBAD") == "ISLAMABAD"
    assert nearest_post("LIMMA") is None
    assert nearest_post("ATLANTIS") is None


def test_goes_from_routing_indicator_to_origin() -> None:
    assert post_of_routing("RUEHME") == "MEXICO"
    assert post_of_routing("RUEHFR") == "PARIS"
    assert post_of_routing("RUEHXXX") is None
    assert origin_of("MEXICO") == "Embassy Mexico"
    assert origin_of("SECDEF") is None
    assert post_of_origin("Embassy  Mexico") == "MEXICO"
    assert post_of_origin("Department of State") == "STATE"
    assert post_of_origin("Embassy Atlantis") is None
