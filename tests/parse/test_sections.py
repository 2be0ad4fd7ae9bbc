"""The tops of later sections are cut out of the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cablereader.model.block import PageMarker, Passage, PassageKind
from cablereader.parse.line import split_lines
from cablereader.parse.sections import find_sections, without

LATER = """had been
S E C R E T SECTION 02 OF 02 PRAIA 000123

SIPDIS

E.O. 12958: DECL: 06/17/2018
TAGS: PREL, CV
SUBJECT: A TREATY AND FOLDING CHAIRS

standing
"""


def test_the_top_of_a_later_section_is_cut_out() -> None:
    lines = split_lines(LATER, 0, [])
    ((stretch, block),) = find_sections(LATER, lines, 0)
    assert isinstance(block, Passage)
    assert block.kind is PassageKind.FRONT
    assert block.span.of(LATER).startswith("S E C R E T")
    kept = [line for line in without(lines, [stretch]) if line.text]
    assert [(line.text, line.broken) for line in kept] == [
        ("had been", False),
        ("standing", True),
    ]


def test_its_header_goes_with_it() -> None:
    header = "O 101200Z NOV 09\nFM AMEMBASSY PRAIA\nTO SECSTATE WASHDC 1234\n"
    text = LATER.replace("had been\n", f"had been\n{header}")
    lines = split_lines(text, 0, [])
    ((_, block),) = find_sections(text, lines, 0)
    assert block.span.of(text).startswith("O 101200Z NOV 09")


def test_sipdis_alone_on_a_line_is_furniture() -> None:
    text = "had\n\nSIPDIS\n\nbeen"
    lines = split_lines(text, 0, [])
    ((_, block),) = find_sections(text, lines, 0)
    assert isinstance(block, PageMarker)
    assert block.span.of(text).strip() == "SIPDIS"
    assert not list(find_sections("SIPDIS\nx", split_lines("SIPDIS\nx", 0, []), 0))


def test_a_lost_section_is_a_passage() -> None:
    text = "had\n****\n* Missing Section 002 *\n****\nbeen"
    ((_, block),) = find_sections(text, split_lines(text, 0, []), 0)
    assert isinstance(block, Passage)
    assert block.text == "Missing Section 002"


def test_an_ordinary_line_is_no_section() -> None:
    text = "SECRET talks were held\nSection 2 of the treaty\nConfidential"
    assert not list(find_sections(text, split_lines(text, 0, []), 0))


@given(st.integers(1, 12), st.sets(st.integers(0, 12)))
def test_only_what_is_cut_out_is_gone_and_the_cut_is_seen(
    count: int, cuts: set[int]
) -> None:
    lines = split_lines("\n".join(f"line {n}" for n in range(count)), 0, [])
    stretches = [range(at, at + 1) for at in sorted(cuts) if at < count]
    kept = without(lines, stretches)
    left = [at for at in range(count) if at not in cuts]
    assert [line.text for line in kept] == [f"line {at}" for at in left]
    assert [line.broken for line in kept] == [at - 1 in cuts for at in left]
