"""Pointers in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.model.citation import Citation, CitationKind
from cablereader.parse.citation import find_citations
from cablereader.parse.reference import read_references

REFERENCE, CABLE = CitationKind.REFERENCE, CitationKind.CABLE
PARAGRAPH, SEPTEL = CitationKind.PARAGRAPH, CitationKind.SEPTEL


def find(text: str) -> list[tuple[str, CitationKind, tuple[str, ...]]]:
    return [
        (citation.span.of(text), citation.kind, citation.targets)
        for citation in find_citations(text, year=2009)
    ]


@pytest.mark.parametrize(
    ("pointed", "kind", "targets"),
    [
        pytest.param("(<ref A>) said", REFERENCE, "A", id="06MEXICO456"),
        pytest.param("(<reftels C/D>).", REFERENCE, "C D", id="07BERN881"),
        pytest.param("See <refs D and E> for", REFERENCE, "D E", id="08PARIS1698"),
        pytest.param("(<refs A-C>)", REFERENCE, "A B C", id="08NAIROBI2290"),
        pytest.param("Per <ref E>, a court", REFERENCE, "E", id="09CAIRO79"),
        pytest.param("in <ref b> report from", REFERENCE, "B", id="09NAIROBI1830"),
        pytest.param("(<REFTEL>). EMBASSY", REFERENCE, "", id="02BOGOTA3281"),
        pytest.param("(<reftel \nA>).", REFERENCE, "A", id="wrapped"),
        pytest.param("the <ref> a report cited", REFERENCE, "", id="an article"),
        pytest.param("deliver <reftel> to them", REFERENCE, "", id="a word"),
        pytest.param("(<septel>) held", SEPTEL, "", id="09LONDON2768"),
        pytest.param("see <paras 6-7>).", PARAGRAPH, "6 7", id="04THEHAGUE4"),
        pytest.param("in <paras 10 and 11>.", PARAGRAPH, "10 11", id="10KABUL131"),
        pytest.param("SEE <PARA. 2>.", PARAGRAPH, "2", id="08STATE79112"),
        pytest.param("in <paragraph eight>.", PARAGRAPH, "8", id="08SANJOSE195"),
        pytest.param("as <08 CAIRO 123> said", CABLE, "08CAIRO123", id="dated"),
        pytest.param("(<09CAIRO0561>)", CABLE, "09CAIRO561", id="compact"),
        pytest.param("(<05 Mexico 184>).", CABLE, "05MEXICO184", id="06MEXICO2220"),
        pytest.param("(<NEW DELHI 3025>) it", CABLE, "09NEWDELHI3025", id="undated"),
    ],
)
def test_finds_a_pointer(pointed: str, kind: CitationKind, targets: str) -> None:
    before, pointer, after = pointed.replace(">", "<").split("<")
    assert find(before + pointer + after) == [(pointer, kind, tuple(targets.split()))]


@pytest.mark.parametrize(
    "text",
    [
        "REF: A. STATE 1",
        "paragraph 4 of the agreement",
        "the reference to it, reform and reflex",
        "PARIS 1968",
        "IN PARIS 12345",
        "BY 01 MAY 2009",
        "Article 12 March 1999",
        "para la libertad",
        "",
    ],
)
def test_finds_nothing_where_there_is_nothing(text: str) -> None:
    assert find(text) == []


def test_a_citation_names_entries_of_the_block() -> None:
    references = read_references(
        "REF: A. SMITH EMAIL B. OSLO 1 C. OSLO 2", year=2009, post="RIGA"
    )

    def meant(text: str) -> list[str | None]:
        (citation,) = find_citations(text, year=2009)
        return [reference.label for reference in citation.among(references)]

    assert meant("ref A") == ["A"]
    assert meant("refs B and C") == ["B", "C"]
    assert meant("ref X") == []
    assert meant("reftel") == ["B"]
    assert meant("reftels") == ["B", "C"]
    assert meant("09 OSLO 2") == ["C"]
    assert meant("septel") == []
    assert meant("para 5") == []


@given(st.text() | st.from_regex(r"(?i:refs? a-z|paras 1-999|08 oslo 1 )+"))
def test_citations_stand_in_order_inside_the_text(text: str) -> None:
    stop = 0
    for citation in find_citations(text, year=2009):
        assert isinstance(citation, Citation)
        assert stop <= citation.span.start < citation.span.stop <= len(text)
        stop = citation.span.stop
