"""Chains of citations on paper."""

from __future__ import annotations

from datetime import datetime

import pytest

from cablereader.model.chain import Chains, Known, Link, Mark, Way
from cablereader.model.classification import Level, Marking
from cablereader.model.triage import State
from cablereader.present.chain import (
    chain_counts,
    chain_object,
    chain_rows,
    dot,
)
from cablereader.present.piece import Row

SECRET = Marking("SECRET", Level.SECRET)
OSLO = Known(
    cable_id="07OSLO1",
    created=datetime(2007, 3, 14, 16, 41),  # noqa: DTZ001  # as in a cable
    classification=SECRET,
    subject='The "goat"\x1b[31m',
)
BARE = Known(cable_id="08OSLO2")


FIRST = '07OSLO1             2007-03-14  S    The "goat"\u241b[31m'


def state_of(cable_id: str) -> State | None:
    return {"07OSLO1": State.READ, "08OSLO2": State.ASIDE}.get(cable_id)


@pytest.fixture
def chains() -> Chains:
    absent = Link("09NOWHERE3", None, Mark.ABSENT)
    again = Link("07OSLO1", OSLO, Mark.CYCLE)
    below = Link("08OSLO2", BARE, links=(absent, again))
    return (
        (Way.CITES, Link("07OSLO1", OSLO, links=(below,), more=4)),
        (Way.CITED_BY, Link("07OSLO1", OSLO, links=(Link("08OSLO2", BARE),))),
    )


def text(row: Row) -> str:
    return "".join(piece.text for piece in row).rstrip()


def test_the_tree_shows_both_ways(chains: Chains) -> None:
    rows = [text(each.row) for each in chain_rows(chains, state_of)]
    assert rows == [
        FIRST,
        "cited by: 1",
        "`- 08OSLO2                         ?  x no subject",
        "cites: 5",
        "|- 08OSLO2                         ?  x no subject",
        "|  |- 09NOWHERE3          not here",
        f"|  `- {FIRST}  a cycle: stands above",
        "`- and 4 more",
    ]
    assert chain_counts(chains) == "cited by: 1, cites: 5"


def test_a_cable_without_any_says_so() -> None:
    alone = tuple((way, Link("07OSLO1", OSLO)) for way in Way)
    rows = [text(each.row) for each in chain_rows(alone, lambda _: None)]
    assert rows[1:] == ["cited by: nothing", "cites: nothing"]


def test_rows_lead_to_their_cables(chains: Chains) -> None:
    leads = [each.cable_id for each in chain_rows(chains, state_of)]
    assert leads[:5] == ["07OSLO1", None, "08OSLO2", None, "08OSLO2"]


def test_dot_has_every_cable_and_citation_once(chains: Chains) -> None:
    lines = list(dot(chains))
    assert lines[0] == "digraph citations {"
    assert lines[-1] == "}"
    nodes = [line for line in lines if "[label=" in line]
    assert len(nodes) == 3
    assert r'label="07OSLO1 2007-03-14 S\nThe \"goat\"␛[31m"' in nodes[0]
    assert "style=dashed" in next(line for line in nodes if "NOWHERE" in line)
    assert [line.strip() for line in lines if "->" in line] == [
        '"07OSLO1" -> "08OSLO2";',
        '"08OSLO2" -> "09NOWHERE3";',
        '"08OSLO2" -> "07OSLO1";',
    ]


def test_the_object_says_who_cites_whom(chains: Chains) -> None:
    found = chain_object(chains, state_of)
    assert found["id"] == "07OSLO1"
    assert found["left_out"] == 4
    first, second, third = found["cables"]
    assert first["created"] == "2007-03-14T16:41"
    assert first["classification"]["level"] == "SECRET"
    assert (first["state"], second["state"], third["state"]) == ("read", "aside", None)
    assert (second["here"], third["here"]) == (True, False)
    assert found["citations"][0] == {"citing": "07OSLO1", "cited": "08OSLO2"}
