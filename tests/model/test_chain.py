"""Chains of citations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.model.chain import Known, Link, Mark, Reach, Way, follow

DEEP = Reach(depth=50)


class Citations:
    """Who cites whom, by letters; capitals are here, small letters are not."""

    def __init__(self, cites: Mapping[str, str]) -> None:
        self._cites = cites

    def known(self, cable_id: str) -> Known | None:
        return Known(cable_id=cable_id) if cable_id.isupper() else None

    def references_of(self, cable_id: str) -> Sequence[str]:
        return self._cites.get(cable_id, "")

    def cited_by(self, cable_id: str) -> Sequence[str]:
        return [each for each in sorted(self._cites) if cable_id in self._cites[each]]


def drawn(link: Link) -> str:
    """``A(B C!)``: a mark is its first letter behind the cable."""
    below = " ".join(map(drawn, link.links))
    more = f" +{link.more}" if link.more else ""
    mark = f":{link.mark[:2]}" if link.mark else ""
    return f"{link.cable_id}{mark}" + (f"({below}{more})" if below else more)


@pytest.mark.parametrize(
    ("cites", "tree"),
    [
        ({}, "A"),
        ({"A": "BC", "B": "D"}, "A(B(D) C)"),
        ({"A": "BB"}, "A(B)"),
        ({"A": "Bx"}, "A(B x:ab)"),
        ({"A": "A"}, "A(A:cy)"),
        ({"A": "B", "B": "C", "C": "A"}, "A(B(C(A:cy)))"),
        ({"A": "BC", "B": "D", "C": "D"}, "A(B(D) C(D))"),
        ({"A": "BC", "B": "D", "C": "D", "D": "E"}, "A(B(D(E)) C(D:ag))"),
        ({"A": "BC", "B": "C", "C": "D"}, "A(B(C:ag) C(D))"),
    ],
)
def test_what_a_cable_cites(cites: dict[str, str], tree: str) -> None:
    assert drawn(follow("A", Way.CITES, Citations(cites), DEEP)) == tree


def test_what_cites_a_cable_even_one_that_nobody_has() -> None:
    citations = Citations({"B": "x", "C": "x", "D": "C"})
    assert drawn(follow("x", Way.CITED_BY, citations, DEEP)) == "x:ab(B C(D))"


def test_a_chain_ends_where_it_is_asked_to() -> None:
    citations = Citations({"A": "B", "B": "C", "C": "D"})
    reach = Reach(depth=2)
    assert drawn(follow("A", Way.CITES, citations, reach)) == "A(B(C:fa))"
    assert drawn(follow("C", Way.CITES, citations, reach)) == "C(D)"


def test_what_is_too_much_is_counted() -> None:
    citations = Citations({"A": "BCDEF"})
    reach = Reach(depth=3, breadth=2)
    assert drawn(follow("A", Way.CITES, citations, reach)) == "A(B C +3)"
    few = Reach(depth=3, links=3)
    branching = Citations({"A": "BC", "B": "D", "C": "E"})
    assert drawn(follow("A", Way.CITES, branching, few)) == "A(B:fa C:fa)"


def test_a_chain_as_long_as_can_be_asked_for_is_no_trouble() -> None:
    names = [chr(0x4E00 + number) for number in range(60)]
    cites = dict(pairwise(names))
    link = follow(names[0], Way.CITES, Citations(cites), DEEP)
    assert len(list(link.below())) == 50


GRAPHS = st.dictionaries(st.sampled_from("ABCDEFGH"), st.text("ABCDEFGHxy", max_size=8))


@given(GRAPHS, st.sampled_from(Way), st.integers(1, 6))
def test_every_cable_is_followed_once_at_most(
    cites: dict[str, str], way: Way, depth: int
) -> None:
    citations = Citations(cites)
    link = follow("A", way, citations, Reach(depth=depth))
    every = [link, *link.below()]
    followed = [each.cable_id for each in every if each.links]
    assert len(followed) == len(set(followed))
    assert all(not each.links for each in every if each.mark is Mark.CYCLE)
    assert {each.cable_id for each in every} >= {"A"}
    for each in every:
        assert (each.known is None) == each.cable_id.islower()
