"""Laws of headers, ids and references: total, faithful, idempotent."""

from __future__ import annotations

from headers import FULL, SHORT, TABLE
from hypothesis import example, given
from hypothesis import strategies as st

from cablereader.parse.cable_id import canonical_id, read_cable_id
from cablereader.parse.dtg import read_dtg
from cablereader.parse.header import read_header
from cablereader.parse.header_place import split_header
from cablereader.parse.reference import read_references

PIECES = st.sampled_from(
    [
        *f"{FULL}\n{SHORT}\n{TABLE}".split("\n"),
        "XMT AMEMBASSY RIGA",
        "TO ",
        "INFO",
        "TO PAGE 02        STATE   015113  182333Z",
        "S E C R E T RIGA 000412",
        "RUEHSGAMEMBASSY SANTIAGO PRIORTY 12",
        "R 321261Z NOV 09",
        "",
    ]
)
HEADERS = st.lists(PIECES | st.text(max_size=30), max_size=20).map("\n".join)
PRINTED = (
    "REF: A. (B) C) 08 2008 '08 OSLO THE HAGUE N'DJAMENA STATE 123 00431 (NOTAL) AND"
    " ; , / - #12 EMAIL IIR 7 (08) MAY 123Z O12 1234567 12345678 TOSEC"
)
WORDS = st.sampled_from(["\n", *PRINTED.split()])
BLOCKS = st.lists(WORDS | st.text(max_size=5), max_size=30).map(" ".join)
IDS = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["09", "2009", "094", "7575", "O4", " 08 ", "'08-", ""]),
    st.sampled_from(["", "EFTO", "SECTION01OF03", "AMEMBASSY", "USMISSION", " "]),
    st.sampled_from(["RIO", "TAIPEI", "ST. PETERSBURG", "COTON0U", "ISLAMBAD", "é"]),
    st.sampled_from(["1", " 00012", "#5", "", "O12", "TOSEC1"]),
    st.text(max_size=3),
)


@given(text=st.text() | HEADERS, scanned=st.booleans())
def test_a_header_is_read_from_any_text_and_keeps_it(
    *, text: str, scanned: bool
) -> None:
    header, defects = read_header(text, scanned=scanned)
    assert header.text == text
    for defect in defects:
        assert defect.code.startswith("header-")
        assert 0 <= defect.span.start < defect.span.stop <= len(text)


@given(HEADERS)
def test_every_line_behind_to_is_an_addressee_or_reported(text: str) -> None:
    header, defects = read_header(f"FM AMEMBASSY RIGA\nTO A\n{text}\nRUEHNY/OSLO")
    assert [one.name for one in (*header.action, *header.info)].count("OSLO") == 1
    assert {defect.code for defect in defects} <= {
        "header-unknown-line",
        "header-slash-lost",
        "header-precedence-misspelt",
        "header-dtg-no-time",
    }


@given(st.text() | HEADERS)
@example("000000Z MAY 00\nA A A A A\nFM A")
@example("FM A\nA A A A A\nTO")
def test_a_place_of_a_header_lies_in_the_text(text: str) -> None:
    start, stop = split_header(text)
    assert 0 <= start <= stop <= len(text)
    if start < stop:
        assert text[start:stop].strip()
        assert split_header(text[start:stop]) != (0, 0)


@given(st.text())
def test_a_time_is_read_from_any_line(line: str) -> None:
    read_dtg(line)


@given(st.text() | IDS | st.from_regex(r"[0-9O]{2,4}[A-Z0]{1,20}[0-9]{1,8}"))
def test_a_canonical_id_is_its_own_canonical_form(text: str) -> None:
    once = canonical_id(text)
    assert canonical_id(once) == once
    if cable_id := read_cable_id(text):
        assert str(cable_id) == once
        assert read_cable_id(once) == cable_id


@given(st.text() | BLOCKS, st.none() | st.integers(1966, 2010))
def test_references_are_read_from_any_block(block: str, year: int | None) -> None:
    for reference in read_references(f"REF: {block}", year=year, post="RIGA"):
        assert reference.text == " ".join(reference.text.split())
        if reference.cable_id is not None:
            assert canonical_id(reference.cable_id) == reference.cable_id
