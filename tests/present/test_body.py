"""The lines of a body as they are laid out: laws on the sample, at every width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.model.block import Heading, Paragraph
from cablereader.model.cable import Cable, Source
from cablereader.model.raw import RawCable
from cablereader.parse.cable import read_cable
from cablereader.present.body import BodyLayout, Emphasis, LineKind, lay_out
from cablereader.present.cut import cells_of
from cablereader.present.visible import visible
from cablereader.source.sample import read_sample

CABLES = [read_cable(raw) for raw in read_sample()]
EVERY = st.sampled_from(CABLES)
WIDTHS = st.integers(20, 100)


@given(EVERY, WIDTHS, st.booleans())
def test_each_paragraph_begins_where_it_is_said_to(
    cable: Cable,
    width: int,
    received: bool,  # noqa: FBT001  # drawn
) -> None:
    layout = lay_out(cable, width, width, received=received)
    assert len(layout.starts) == len(cable.paragraphs)
    assert list(layout.starts) == sorted({*layout.starts})
    firsts = [at for at, line in enumerate(layout.lines) if line.first]
    assert firsts == list(layout.starts)
    assert [layout.paragraph_at(at) for at in firsts] == list(range(len(firsts)))
    assert all(cells_of(line.text) <= width for line in layout.lines)


@given(EVERY, WIDTHS)
def test_a_heading_is_of_the_paragraph_below_it(cable: Cable, width: int) -> None:
    layout = lay_out(cable, width, width)
    headed = {
        number
        for number, paragraph in enumerate(cable.paragraphs)
        for heading in cable.blocks
        if isinstance(heading, Heading) and follows(cable, heading, paragraph)
    }
    for number, start in enumerate(layout.starts):
        above = layout.heading_lines(start)
        kinds = [line.kind for line in layout.lines[start - above : start]]
        assert bool(above) == (number in headed)
        assert {*kinds} <= {LineKind.HEADING, LineKind.BLANK}
        assert not kinds or kinds[0] is LineKind.HEADING


def follows(cable: Cable, heading: Heading, paragraph: Paragraph) -> bool:
    at = cable.blocks.index(paragraph)
    return at > 0 and cable.blocks[at - 1] is heading


@given(EVERY, WIDTHS, WIDTHS)
def test_a_line_stays_in_its_paragraph_at_another_width(
    cable: Cable, width: int, other: int
) -> None:
    before, after = lay_out(cable, width, width), lay_out(cable, other, other)
    for line in range(len(before.lines)):
        paragraph = before.paragraph_at(line)
        if not before.starts or line < before.starts[0]:
            continue
        assert before.same_line(line, paragraph, before) == line
        there = after.same_line(line, paragraph, before)
        ends = (*after.starts[1:], len(after.lines))
        if line >= before.starts[paragraph]:
            assert after.starts[paragraph] <= there < ends[paragraph]


@given(EVERY)
def test_as_received_no_sign_is_lost_and_none_is_there_twice(cable: Cable) -> None:
    layout = lay_out(cable, 80, 10_000, received=True)
    shown = "".join(line.text for line in layout.lines)
    text = visible(f"{cable.header.text}\n{cable.body}")
    assert sorted("".join(shown.split())) == sorted("".join(text.split()))


def test_the_header_stands_above_the_text_as_received() -> None:
    raw = RawCable(source=Source("csv"), header="FM AMEMBASSY OSLO", body="1. (U) It.")
    layout = lay_out(read_cable(raw), 80, 80, received=True)
    assert [line.text for line in layout.lines] == ["FM AMEMBASSY OSLO", "1. (U) It."]


@pytest.mark.parametrize("width", [20, 33, 80])
def test_what_stands_out_does_so_on_each_line_that_it_wraps_to(width: int) -> None:
    text = "1. (C) He said that [the name of the harbour master was removed] did it."
    layout = lay_out(read_cable(RawCable(source=Source("text"), body=text)), width, 80)
    found = "".join(
        line.text[stretch.start : stretch.stop]
        for line in layout.lines
        for stretch in line.stretches
        if stretch.emphasis is Emphasis.REDACTION
    )
    assert found.replace(" ", "") == "[thenameoftheharbourmasterwasremoved]"


def test_a_cable_without_text_has_no_lines() -> None:
    layout = lay_out(read_cable(RawCable(source=Source("text"))), 80, 80)
    assert layout == BodyLayout((), ())
    assert (layout.paragraph_at(0), layout.first_of_text) == (0, 0)
