"""Laws of the parser: whatever the text, nothing is lost and nothing is raised."""

from __future__ import annotations

import pytest
from documents import HEADER, page
from hypothesis import example, given
from hypothesis import strategies as st

from cablereader.model.block import Heading, PageMarker, Paragraph, Passage
from cablereader.model.cable import Cable, Source
from cablereader.model.raw import RawCable
from cablereader.parse.cable import read_cable
from cablereader.parse.document import parse
from cablereader.parse.line import split_lines
from cablereader.parse.marking import take_marking
from cablereader.parse.normalise import legible
from cablereader.parse.pages import find_pages

LINES = st.sampled_from(
    [
        "",
        " ",
        "S E C R E T SECTION 01 OF 02 PRAIA 000123",
        "S E C R E T SECTION 02 OF 02 PRAIA 000123",
        "UNCLAS PRAIA 000123 SIPDIS E.O. 12958: N/A TAGS: PREL",
        "SIPDIS",
        "NOFORN",
        "DEPT FOR AF/W; NSC FOR OSGOOD",
        "E.O. 12958: DECL: 06/17/2018",
        "TAGS: PREL, PGOV, CV",
        "SUBJECT: (C) A TREATY AND",
        "FOLDING CHAIRS",
        "REF: A. OSLO 9044",
        "     B. 07 OSLO 9012",
        "Classified By: Political Counselor Miriam Osgood for reasons 1.4 (b)",
        "and (d).",
        "1. (C) Summary. The minister said so. End Summary.",
        "¶2. (S/NF) He said it again",
        "2.",
        "2.(U) and again, in the",
        "(SBU) 3. The rest. 4. (C) More.",
        "(U) 3. ",
        "12. (S//REL TO USA,",
        "GBR) Posts should",
        "-------",
        "--------------------------------------------- ----",
        "The Players",
        "PRAIA 00000123  002 OF 002",
        "text PRAIA 00000123  001.2 OF 002 more text",
        "CONFIDENTIAL",
        "PAGE 02        PRAIA  00123  01 OF 02  082030Z",
        "R 100013Z NOV 09",
        "FM AMEMBASSY PRAIA",
        "TO SECSTATE WASHDC",
        "VZCZCXRO3884",
        "-- one bullet",
        "A.  letter",
        "heroin (kilos)    1,000    2",
        "cocaine 7,000 21",
        "Visit Embassy Praia's Classified Website: http://x",
        "OSGOOD",
        "=====CABLE ENDS=====",
        "NNNN",
        "...",
        "11.1 . (S/NF) The  minister  said",
        "* Missing Section 002 *",
        "This record is a partial extract of the original cable.",
        "----------------- header ends ----------------",
        "\ufeff\u2028\x85\\",
        '""quoted""',
    ]
)
TEXTS = st.lists(LINES | st.text(max_size=40), max_size=40).map("\n".join)
TYPED = st.lists(LINES, max_size=40).map("\n".join)
TEASER_BUT_FOR_A_LINE = """DEPT FOR AF/W; NSC FOR OSGOOD
SUBJECT: (C) A TREATY AND
12. (S//REL TO USA,
R 100013Z NOV 09
Visit Embassy Praia's Classified Website: http://x
\ufeff\u2028\x85\\
...
S E C R E T SECTION 01 OF 02 PRAIA 000123"""
"""Just too short for the cut start of a body, the empty lines above it apart."""


ITEMS = st.lists(
    st.sampled_from(
        [
            "1) no chairs",
            "2) no singers",
            "3)no roof",
            "(4) no doors",
            "1.one",
            "2: two",
            "5, 2008, he came",
            "-- a bullet",
            "a) a letter",
            "(C) Words without a number.",
            "See para 2. (C) is clear",
        ]
    ),
    max_size=5,
)


def raw_cables() -> st.SearchStrategy[RawCable]:
    return st.builds(
        RawCable,
        source=st.just(Source("text")),
        cable_id=st.none() | st.just("09PRAIA123") | st.text(max_size=12),
        created=st.none() | st.just("2009-11-10 00:12") | st.text(max_size=12),
        classification=st.none() | st.just("SECRET//NOFORN") | st.text(max_size=12),
        header=TEXTS,
        body=TEXTS,
        header_at=st.integers(0, 200),
        anchors=st.lists(st.integers(0, 200), max_size=3).map(tuple),
        scanned=st.booleans(),
    )


def tiles(cable: Cable) -> bool:
    return "".join(block.span.of(cable.body) for block in cable.blocks) == cable.body


@given(TEXTS)
@example("1.\n\n(U) 3. ")
@example("1. \n(U) 3. ")
def test_blocks_tile_any_text(text: str) -> None:
    assert tiles(parse(text))


@given(TYPED)
@example(TEASER_BUT_FOR_A_LINE)
def test_a_page_and_its_text_have_the_same_paragraphs(text: str) -> None:
    """Its page has anchors before some of them, and its newlines as entities."""
    cable = parse(f"{HEADER}\n\n{text}")
    linked = text.replace("\n2.", "\n<a id='par2' href='#par2'>¶</a>2.")
    assert read(parse(page(linked))) == read(cable)


def read(cable: Cable) -> list[tuple[object, ...]]:
    """All that is said of the paragraphs but where they stand."""
    return [
        (each.label, each.marking, each.section, each.text) for each in cable.paragraphs
    ]


@given(raw_cables())
def test_blocks_tile_whatever_a_source_says(raw: RawCable) -> None:
    cable = read_cable(raw)
    assert tiles(cable)
    assert all(len(block.span) for block in cable.blocks)


@given(raw_cables())
def test_labels_are_unique_and_known_to_what_continues(raw: RawCable) -> None:
    cable = read_cable(raw)
    labels = [paragraph.label for paragraph in cable.paragraphs]
    assert len(set(labels)) == len(labels)
    for block in cable.blocks:
        if isinstance(block, Passage) and block.continues:
            assert block.continues in labels


@given(
    lists=st.lists(ITEMS, min_size=1, max_size=7), gap=st.sampled_from(["\n", "\n\n"])
)
def test_a_whole_run_of_numbers_is_the_paragraphs(
    lists: list[list[str]], gap: str
) -> None:
    """Whatever looks like a number between them."""
    text = "\n\n".join(
        gap.join([f"{number}. (U) They fold.", *items])
        for number, items in enumerate(lists, 1)
    )
    numbers = [each.number for each in parse(f"{HEADER}\n\n{text}").paragraphs]
    assert numbers == [str(number) for number, _ in enumerate(lists, 1)]


@given(TEXTS)
def test_a_cable_has_a_json_form(text: str) -> None:
    assert parse(text).to_dict()["blocks"] is not None


@given(TEXTS)
def test_defects_are_inside_the_text(text: str) -> None:
    cable = parse(text)
    for defect in cable.defects:
        assert 0 <= defect.span.start <= defect.span.stop


@given(TEXTS)
def test_the_copy_is_as_long_as_the_body(text: str) -> None:
    assert len(legible(text)) == len(text)


@given(TEXTS)
def test_lines_and_page_markers_cover_the_text(text: str) -> None:
    copy = legible(text)
    pages = find_pages(copy)
    lines = split_lines(copy, 0, [page.span for page in pages])
    covered = [False] * (len(copy) + 1)
    for start, stop in [
        *((line.start, line.stop) for line in lines),
        *((each.span.start, each.span.stop) for each in pages),
    ]:
        covered[start:stop] = [True] * (stop - start)
    assert all(covered[offset] or sign == "\n" for offset, sign in enumerate(copy))


@given(TYPED)
def test_no_word_of_a_text_without_page_lines_is_lost(text: str) -> None:
    """Paragraphs, headings, fronts and passages hold every word between them."""
    cable = parse(text)
    for block in cable.blocks:
        words = block.span.of(cable.body).split()
        if isinstance(block, Paragraph) and block.text and not _is_continued(cable):
            assert block.text.split()[-1] in cable.body
        assert words or isinstance(block, Paragraph | Passage | PageMarker | Heading)


def _is_continued(cable: Cable) -> bool:
    return any(isinstance(block, Passage) and block.continues for block in cable.blocks)


@given(text=st.text("(SUCNFBREL/ )-,\n", max_size=30), scanned=st.booleans())
def test_a_marking_ends_behind_its_parenthesis(text: str, *, scanned: bool) -> None:
    taken = take_marking(text, scanned=scanned)
    if taken:
        assert 0 < taken.stop <= len(text)
        assert taken.marking.text == taken.marking.text.strip()


@pytest.mark.parametrize("scanned", [False, True], ids=["typed", "scanned"])
def test_an_empty_body_has_no_blocks(*, scanned: bool) -> None:
    raw = RawCable(source=Source("text"), scanned=scanned)
    assert not read_cable(raw).blocks
