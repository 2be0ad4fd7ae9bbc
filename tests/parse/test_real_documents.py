"""The real documents beside the project, against what their markup says of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest

from cablereader.model.block import Heading, PageMarker, Paragraph
from cablereader.model.cable import Cable
from cablereader.parse.document import parse
from cablereader.parse.html_page import read_page

Truth: TypeAlias = Mapping[str, Any]
Numbered: TypeAlias = tuple[str, str]

SCAN: Final = "09MEXICO3195.ocr.txt"
SCANNED: Final = "cable/2009/11/09MEXICO3195.html"
UNLINKED: Final = {"00HARARE5461"}
"""Its first TAGS line has no links, and its second cuts ZANU-PF in two."""
LISTED_TWICE: Final = {"09BERLIN1148"}
"""Its table of contents bears the number of a paragraph a second time."""
TEASED: Final = {"10LIMA97"}
"""A newspaper's summary above it bears a marking of its own."""


def documents(folder: Path) -> Iterator[tuple[Truth, str]]:
    """What is known of each page, and the page."""
    for line in (folder / "truth.jsonl").read_text("utf-8").strip().split("\n"):
        truth = json.loads(line)
        yield truth, (folder / "pages" / truth["path"]).read_text("utf-8")


def numbered(cable: Cable) -> list[Numbered]:
    """Number and marking of the numbered paragraphs, as the site writes them."""
    return [
        (each.number, f"({each.marking.text})".replace(" ", "") if each.marking else "")
        for each in cable.paragraphs
        if each.number
    ]


def anchored(truth: Truth) -> list[Numbered]:
    """The same from the site's anchors."""
    return [
        (number, (marking or "").replace(" ", ""))
        for number, marking in truth["markings"]
        if number.isdigit()
    ]


def once_each(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))


@pytest.fixture(scope="module")
def cables(real_documents: Path) -> list[tuple[Truth, Cable]]:
    return [(truth, parse(page)) for truth, page in documents(real_documents)]


def test_every_page_is_tiled(cables: list[tuple[Truth, Cable]]) -> None:
    for truth, cable in cables:
        text = "".join(block.span.of(cable.body) for block in cable.blocks)
        assert text == cable.body, truth["id"]


def test_clean_pages_are_read_exactly(cables: list[tuple[Truth, Cable]]) -> None:
    for truth, cable in cables:
        if truth["clean"]:
            assert numbered(cable) == anchored(truth), truth["id"]


def test_every_paragraph_of_the_sequence_is_found(
    cables: list[tuple[Truth, Cable]],
) -> None:
    for truth, cable in cables:
        found = Counter(number for number, _ in numbered(cable))
        missed = Counter(map(str, truth["sequence"])) - found
        assert missed.total() <= (truth["id"] in LISTED_TWICE), truth["id"]


def test_every_marking_of_the_sequence_is_read(
    cables: list[tuple[Truth, Cable]],
) -> None:
    for truth, cable in cables:
        numbers = {str(number) for number in truth["sequence"]}
        marked = Counter(each for each in anchored(truth) if all(each))
        wanted = Counter({each: n for each, n in marked.items() if each[0] in numbers})
        missed = wanted - Counter(numbered(cable))
        assert missed.total() <= (truth["id"] in TEASED), truth["id"]


def test_the_linked_tags_are_read(cables: list[tuple[Truth, Cable]]) -> None:
    for truth, cable in cables:
        linked = once_each(truth["tags"])
        if truth["id"] not in UNLINKED:
            assert list(cable.tags)[: len(linked)] == linked, truth["id"]


def test_the_row_of_the_page_is_kept(cables: list[tuple[Truth, Cable]]) -> None:
    for truth, cable in cables:
        assert cable.cable_id == truth["id"]
        assert cable.origin == truth["origin"]
        assert cable.classification
        assert cable.classification.text == truth["classification"]
        assert f"{cable.released:%Y-%m-%d %H:%M}" == truth["released"], truth["id"]


def test_the_minute_comes_from_the_header(cables: list[tuple[Truth, Cable]]) -> None:
    for truth, cable in cables:
        sent = cable.header.dtg.time if cable.header.dtg else None
        if sent and cable.created:
            assert f"{cable.created:%Y-%m-%d %H}" == truth["created"][:13], truth["id"]
            assert cable.created.minute == sent.minute, truth["id"]


def test_pasted_references_are_found(cables: list[tuple[Truth, Cable]]) -> None:
    for truth, cable in cables:
        record = truth["db_record"] or {}
        pasted = set(record.get("refs") or ()) - {truth["id"]}
        assert pasted <= {each.cable_id for each in cable.references}, truth["id"]


def test_a_page_and_its_text_have_the_same_paragraphs(real_documents: Path) -> None:
    for truth, page in documents(real_documents):
        raw = read_page(page)
        text = parse(f"{raw.header}\n\n{raw.body}")
        assert paragraphs(text) == paragraphs(parse(page)), truth["id"]


def paragraphs(cable: Cable) -> list[tuple[object, ...]]:
    """All that is said of the paragraphs but where they stand."""
    return [
        (each.label, each.number, each.marking, each.section, each.text)
        for each in cable.paragraphs
    ]


@pytest.fixture(scope="module")
def scan(real_documents: Path) -> Cable:
    return parse((real_documents / SCAN).read_text("utf-8"))


@pytest.fixture(scope="module")
def twin(real_documents: Path) -> Cable:
    """The page that was scanned."""
    return parse((real_documents / "pages" / SCANNED).read_text("utf-8"))


def test_a_scan_has_the_fields_of_its_page(scan: Cable, twin: Cable) -> None:
    for name in (
        "cable_id",
        "created",
        "classification",
        "origin",
        "captions",
        "attention",
        "executive_order",
        "tags",
        "subject",
        "classified_by",
        "reasons",
        "references",
        "signers",
    ):
        assert getattr(scan, name) == getattr(twin, name), name


def test_a_scan_has_the_structure_of_its_page(scan: Cable, twin: Cable) -> None:
    def structure(cable: Cable) -> list[object]:
        return [
            block.text
            if isinstance(block, Heading)
            else (block.number, block.marking)
            if isinstance(block, Paragraph)
            else (block.number, block.of)
            for block in cable.blocks
            if isinstance(block, Heading | Paragraph | PageMarker)
        ]

    assert structure(scan) == structure(twin)


def test_a_scan_has_the_words_of_its_page(scan: Cable, twin: Cable) -> None:
    for ours, theirs in zip(scan.paragraphs, twin.paragraphs, strict=True):
        words = Counter(theirs.text.split())
        lost = words - Counter(ours.text.split())
        assert lost.total() <= 0.05 * words.total(), theirs.label
