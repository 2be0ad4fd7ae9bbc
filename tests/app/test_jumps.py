"""Going back and forward."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cablereader.app.state.jumps import Jumps
from cablereader.model.paragraph_ref import ParagraphRef

PLACES = st.builds(ParagraphRef, st.sampled_from("ABC"), st.sampled_from("123"))


def place(name: str) -> ParagraphRef:
    return ParagraphRef(name, "1")


def test_back_returns_to_the_place_left_last_and_forward_undoes_it() -> None:
    jumps = Jumps().left(place("A")).left(place("B"))
    target, jumps = jumps.back(place("C"))
    assert target == place("B")
    target, jumps = jumps.back(place("B"))
    assert target == place("A")
    target, jumps = jumps.forward(place("A"))
    assert target == place("B")
    target, jumps = jumps.forward(place("B"))
    assert target == place("C")


def test_there_is_nowhere_to_go_at_first() -> None:
    assert Jumps().back(place("A")) == (None, Jumps())
    assert Jumps().forward(place("A")) == (None, Jumps())


def test_going_elsewhere_forgets_what_was_ahead() -> None:
    _, jumps = Jumps().left(place("A")).back(place("B"))
    assert jumps.left(place("A")).ahead == ()


@given(st.lists(st.tuples(st.sampled_from(["left", "back", "forward"]), PLACES)))
def test_no_place_stands_twice_and_none_is_where_one_is(
    steps: list[tuple[str, ParagraphRef]],
) -> None:
    jumps = Jumps()
    for step, here in steps:
        if step == "left":
            jumps = jumps.left(here)
        else:
            target, jumps = getattr(jumps, step)(here)
            assert target != here
        for places in (jumps.behind, jumps.ahead):
            assert len(set(places)) == len(places)
