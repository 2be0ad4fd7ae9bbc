"""The state of the reader, and what the status line says of it, without a screen."""

from __future__ import annotations

import pytest

from cablereader.app.state.place import place_of
from cablereader.app.state.reader import ReaderState
from cablereader.model.cable import Cable
from cablereader.model.frozen import replace
from cablereader.parse.cable import read_cable
from cablereader.source.sample import find_in_sample


@pytest.fixture
def cable() -> Cable:
    raw = find_in_sample("07OSLO9012")
    assert raw
    return read_cable(raw)


def place(state: ReaderState, hit: str = "", width: int = 80) -> tuple[str, ...]:
    return tuple(place_of(state, percent=40, hit=hit, width=width))


def test_reading_goes_on_where_it_was_left(cable: Cable) -> None:
    state = ReaderState(cable=cable)
    assert state.resumed_at("2", read=True).here.label == "2"
    assert state.resumed_at("2", read=False).here.label == "2"
    assert state.resumed_at("99", read=True) == state


def test_only_what_was_read_to_its_end_begins_anew(cable: Cable) -> None:
    state, last = ReaderState(cable=cable), cable.paragraphs[-1].label
    assert state.resumed_at(last, read=True) == state
    assert state.resumed_at(last, read=False).here.label == last


def test_the_place_names_paragraph_marking_and_cable(cable: Cable) -> None:
    state = ReaderState(cable=cable, position=5, total=1_153)
    count = len(cable.paragraphs)
    marking = cable.paragraphs[0].marking
    assert marking
    assert place(state) == (
        f"para 1 of {count} ({marking.text})  40%",
        "cable 6/1,153",
    )
    assert place(state, hit="1/7")[1:] == ("hit 1/7", "cable 6/1,153")


def test_the_place_tells_what_is_selected_and_how_to_go_back(cable: Cable) -> None:
    state = ReaderState(cable=cable).jumped().moved(1).selection_toggled()
    assert place(state)[-2:] == ("selected 1", "back 1")
    assert "not in the list" in place(replace(state, listed=False))


def test_a_long_marking_leaves_room_for_the_rest(cable: Cable) -> None:
    first, *others = place(ReaderState(cable=cable), width=10)
    assert len(first) < len(place(ReaderState(cable=cable))[0])
    assert others == ["cable 1/1"]


def test_a_cable_without_text_has_no_paragraph(cable: Cable) -> None:
    state = ReaderState(cable=replace(cable, blocks=()))
    assert place(state) == ("cable 1/1",)
