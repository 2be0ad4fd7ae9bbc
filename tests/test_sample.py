"""The sample archive is what its sources say, and parses to what its author meant.

What is expected of each cable stands beside its source, written by hand from what was
meant; ``*`` and a lone number of pages leave open what the format leaves open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any, Final

import pytest
import yaml
from make_sample import CLASSIFICATIONS, NOTICE, SAMPLE, SOURCES, main

from cablereader.model.addressee import Addressee
from cablereader.model.block import Heading, PageMarker, Passage, PassageKind
from cablereader.model.cable import Cable, minute
from cablereader.model.reference import Reference, ReferenceKind
from cablereader.source.reading import read
from cablereader.source.sample import sample_folder

CABLES: Final = tuple(sorted(path.stem for path in SOURCES.glob("*.yaml")))
NUMBERED_LINE: Final = re.compile(r"^(\d{1,2})[.)](?=[ (])[ ]*([^\n]*)", re.MULTILINE)
MARKING: Final = re.compile(
    r"^\((?:s|c|u|sbu|nc|snf|secret|confidential)\b(?:[^)]{0,80}\))?[ ]*",
    re.IGNORECASE,
)
NEXT_NUMBER: Final = re.compile(r"[ ]\d\.[ ]\(")
MARKER: Final = re.compile(r"⟪[^⟫]*⟫|[A-Z]+ \d{8}  \d{3}(?:\.\d)? OF \d{3}")
WRAPPED_BY_HAND: Final = "09PRAIA9022"
REDACTION: Final = re.compile(r"X{12}|\[[A-Z ]+ REMOVED\]")

every_cable = pytest.mark.parametrize("cable_id", CABLES)


@cache
def archive() -> dict[str, Cable]:
    """The cables of the sample by their ids."""
    return {cable.cable_id or "": cable for cable in read(sample_folder())}


@cache
def expected(cable_id: str) -> dict[str, Any]:
    fields = yaml.load(
        (SOURCES / f"{cable_id}.yaml").read_text("utf-8"), yaml.BaseLoader
    )
    assert isinstance(fields, dict)
    return fields


def source_text(cable_id: str) -> str:
    return (SOURCES / f"{cable_id}.txt").read_text("utf-8")


def source_paragraphs(cable_id: str) -> dict[str, str]:
    """By their numbers, those that are one line of their source each."""
    source = source_text(cable_id)
    (signer,) = expected(cable_id)["signers"]
    return {
        number: MARKING.sub(
            "", NEXT_NUMBER.split(one_line(MARKER.sub(" ", line)))[0]
        ).removesuffix(f" {signer}")
        for number, line in NUMBERED_LINE.findall(source.split("%%\n")[2])
        if cable_id != WRAPPED_BY_HAND
    }


def one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def addressees(lines: tuple[Addressee, ...]) -> list[str]:
    return [address_line(each) for each in lines]


def address_line(each: Addressee) -> str:
    name = f"{each.routing}/{each.name}" if each.routing else each.name
    precedence = str(each.precedence) if each.precedence else None
    line = " ".join(filter(None, (name, precedence, each.number)))
    return " - ".join((line, *each.excluded))


def reference_line(reference: Reference) -> str:
    label = f"{reference.label}. " if reference.label else ""
    cited = (
        f"-> {reference.cable_id}"
        if reference.kind is ReferenceKind.CABLE
        else f"= {reference.kind}"
    )
    return f"{label}{reference.text} {cited}"


def header_lines(cable: Cable) -> dict[str, Any]:
    header = cable.header
    return {
        "transmission_id": header.transmission_id,
        "relay": " ".join(header.relay),
        "station": one_line(
            f"{header.station or ''} {header.serial or ''} {header.filed or ''}"
        ),
        "security_prosign": header.security_prosign,
        "dtg": str(header.dtg) if header.dtg else None,
        "from": header.sender.name if header.sender else None,
        "action": addressees(header.action),
        "info": addressees(header.info),
    }


def about(cable: Cable) -> dict[str, Any]:
    order = cable.executive_order
    by = cable.classified_by
    return {
        "captions": list(cable.captions),
        "attention": one_line(cable.attention),
        "executive_order": f"{order.order} {order.declassify or '-'}" if order else "",
        "tags": " ".join(cable.tags),
        "subject": one_line(cable.subject),
        "classified_by": f"{by.name}, {by.title}" if by else "",
        "reasons": " ".join(cable.reasons),
        "message": (
            f"{cable.message.post} {cable.message.number} {cable.message.cable_id}"
            if cable.message
            else ""
        ),
        "section": (
            f"{cable.section.number}/{cable.section.of}" if cable.section else ""
        ),
    }


def agrees(actual: dict[str, Any], cable_id: str) -> None:
    """Asserts that the cable's own file says the same, and nothing of what it lacks."""
    meant = expected(cable_id)
    empty: dict[str, Any] = {
        name: type(value)() if value is not None else None
        for name, value in actual.items()
    }
    said = {
        name: one_line(value) if isinstance(value, str) else value
        for name, value in {**empty, **meant}.items()
        if name in actual
    }
    assert actual == said


def test_the_files_are_what_the_sources_make(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made = tmp_path_factory.mktemp("sample")
    main(made)
    assert {path.name: path.read_bytes() for path in made.iterdir()} == {
        path.name: path.read_bytes() for path in SAMPLE.iterdir()
    }


def test_reading_the_folder_finds_every_cable_and_nothing_else() -> None:
    found = [cable.cable_id for cable in read(sample_folder())]
    assert sorted(map(str, found)) == list(CABLES)


@every_cable
def test_each_says_that_it_is_fiction(cable_id: str) -> None:
    assert "FICTION" in archive()[cable_id].body
    page = SAMPLE / f"{cable_id}.html"
    assert not page.exists() or page.read_text("utf-8").count(NOTICE) == 2


@every_cable
def test_blocks_tile_the_body(cable_id: str) -> None:
    cable = archive()[cable_id]
    assert "".join(block.span.of(cable.body) for block in cable.blocks) == cable.body


@every_cable
def test_the_source_fields_are_kept(cable_id: str) -> None:
    cable = archive()[cable_id]
    agrees(
        {
            "created": minute(cable.created),
            "released": minute(cable.released),
            "origin": cable.origin,
            "articles": list(cable.articles),
            "partial": str(cable.partial).lower() if cable.partial else "",
        },
        cable_id,
    )


@every_cable
def test_the_header_is_read_line_by_line(cable_id: str) -> None:
    agrees(header_lines(archive()[cable_id]), cable_id)


@every_cable
def test_the_top_is_read_field_by_field(cable_id: str) -> None:
    agrees(about(archive()[cable_id]), cable_id)


@every_cable
def test_references_name_what_is_cited(cable_id: str) -> None:
    references = [reference_line(each) for each in archive()[cable_id].references]
    assert references == expected(cable_id).get("references", [])


@every_cable
def test_paragraphs_have_their_numbers_and_markings(cable_id: str) -> None:
    meant = one_line(expected(cable_id)["paragraphs"]).split(", ")
    found = [
        f"{each.number or each.label} {each.marking or '-'}".replace(",", ";")
        for each in archive()[cable_id].paragraphs
    ]
    open_ends = {each.split()[0] for each in meant if each.endswith("*")}
    assert [
        f"{each.split()[0]} *" if each.split()[0] in open_ends else each
        for each in found
    ] == meant


@every_cable
def test_headings_stand_between_paragraphs(cable_id: str) -> None:
    found = [one_line(each.text) for each in blocks_of(cable_id, Heading)]
    assert found == expected(cable_id).get("headings", [])


@every_cable
def test_page_markers_are_no_text(cable_id: str) -> None:
    meant = expected(cable_id).get("pages", "0")
    markers = blocks_of(cable_id, PageMarker)
    found = " ".join(f"{each.number}/{each.of}" for each in markers)
    assert meant in {found, str(len(markers))}
    for paragraph in archive()[cable_id].paragraphs:
        assert not MARKER.search(paragraph.text)


@every_cable
def test_the_signer_ends_the_text(cable_id: str) -> None:
    assert list(archive()[cable_id].signers) == expected(cable_id)["signers"]


@every_cable
def test_what_stands_before_the_cable_is_preamble(cable_id: str) -> None:
    cable = archive()[cable_id]
    before = "".join(
        block.span.of(cable.body)
        for block in cable.blocks
        if isinstance(block, Passage) and block.kind is PassageKind.PREAMBLE
    )
    assert bool(before.strip()) == ("preamble" in expected(cable_id))


@every_cable
def test_the_summary_is_all_that_is_called_so(cable_id: str) -> None:
    first, _, last = expected(cable_id).get("summary", "").partition(" ... ")
    summary = one_line(archive()[cable_id].summary)
    assert summary.startswith(first)
    assert summary.endswith(last)
    assert bool(summary) == bool(first)


def test_the_tables_keep_their_lines() -> None:
    tables = [
        block.text or ""
        for block in archive()["09LONDON9021"].blocks
        if isinstance(block, Passage) and block.kind is PassageKind.TABLE
    ]
    assert [table.strip().count("\n") + 1 for table in tables] == [6, 5]
    assert "Scotland                88        97" in tables[0]


@every_cable
def test_a_paragraph_has_the_words_of_its_line(cable_id: str) -> None:
    meant = expected(cable_id)
    found = {
        str(each.number): one_line(each.text) for each in archive()[cable_id].paragraphs
    }
    for number, line in source_paragraphs(cable_id).items():
        text = found[number]
        if number in meant.get("continued", "").split():
            assert text.startswith(line)
            assert text != line
        else:
            assert text == line


def test_the_page_of_the_worked_example_comes_first() -> None:
    assert min(SAMPLE.iterdir()).stem == "07OSLO9012"


def test_the_references_make_a_web() -> None:
    cited = {
        cable_id: {each.cable_id for each in cable.references} & set(CABLES)
        for cable_id, cable in archive().items()
    }
    counts = Counter(str(each) for ids in cited.values() for each in ids)
    assert sum(counts.values()) >= 8
    assert counts["86OSLO9003"] >= 4
    assert "08OSLO9044" in cited["08REYKJAVIK9031"]
    assert "08REYKJAVIK9031" in cited["08OSLO9044"]


def test_all_six_classifications_occur() -> None:
    found = {str(cable.classification) for cable in archive().values()}
    assert found >= set(CLASSIFICATIONS)


def test_the_hostile_characters_are_there() -> None:
    bodies = "\n".join(cable.body for cable in archive().values())
    for quirk in ("\u2028", "[@click=app.quit]", "[/]", "[red]", "<Israel>", "&", "\t"):
        assert quirk in bodies
    assert REDACTION.search(bodies)


@pytest.mark.parametrize(
    "cable_id", [each for each in CABLES if "station" in expected(each)]
)
def test_filing_times_agree_with_the_calendar(cable_id: str) -> None:
    meant = expected(cable_id)
    filed = meant["station"].split()[-1]
    created = datetime.fromisoformat(meant["created"])
    assert filed == f"{created:%j%H%M}"
    assert f"{created:%d%H%MZ %b %y}".upper() in meant["dtg"]


def blocks_of(cable_id: str, kind: Callable[..., Any]) -> list[Any]:
    assert isinstance(kind, type)
    return [block for block in archive()[cable_id].blocks if isinstance(block, kind)]
