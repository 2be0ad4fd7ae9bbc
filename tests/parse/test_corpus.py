"""Small invented documents, one for each shape of format.md, and what they parse to.

A case is a folder of ``tests/corpus`` with ``source.txt``, ``.html`` or ``.csv`` and
``expected.yaml``: the values of any names of the JSON of interface.md, and of the short
forms below. What it does not name is not looked at. A new case needs no Python.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from cablereader.model.block import Block, Heading, PageMarker, Paragraph, Passage
from cablereader.model.cable import Cable
from cablereader.parse.document import parse

CORPUS: Final = Path(__file__).parents[1] / "corpus"
CASES: Final = sorted(path.parent for path in CORPUS.glob("*/expected.yaml"))


def paragraph(block: Paragraph) -> str:
    """``5 (S/NF) Its words``, with the label where there is no number."""
    marking = f" ({block.marking})" if block.marking else ""
    return f"{block.label}{marking} {block.text}"


def passage(block: Passage) -> str:
    """``table of 3: its words``; a rest whose words are elsewhere is ``text of 3``."""
    owner = f" of {block.continues}" if block.continues else ""
    return f"{block.kind}{owner}" + (f": {block.text}" if block.text else "")


def page(block: PageMarker) -> str:
    return f"{block.number or '?'} of {block.of or '?'}"


def kind(block: Block) -> str:
    return str(block.to_dict()["kind"])


SHORT: Final[dict[str, Callable[[Cable], Any]]] = {
    "kinds": lambda cable: " ".join(map(kind, cable.blocks)),
    "paragraphs": lambda cable: [paragraph(each) for each in cable.paragraphs],
    "caveats": lambda cable: [
        [str(each.marking.level), *each.marking.caveats] if each.marking else []
        for each in cable.paragraphs
    ],
    "under": lambda cable: [each.section for each in cable.paragraphs],
    "headings": lambda cable: [
        f"({each.marking}) {each.text}" if each.marking else each.text
        for each in cable.blocks
        if isinstance(each, Heading)
    ],
    "passages": lambda cable: [
        passage(each)
        for each in cable.blocks
        if isinstance(each, Passage) and (each.text is not None or each.continues)
    ],
    "pages": lambda cable: [
        page(each) for each in cable.blocks if isinstance(each, PageMarker)
    ],
    "oddities": lambda cable: [defect.code for defect in cable.defects],
    "written_tags": lambda cable: cable.tags_text,
    "station": lambda cable: cable.header.station,
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.name))
def test_a_document_parses_to_what_stands_beside_it(case: Path) -> None:
    (source,) = case.glob("source.*")
    expected = yaml.safe_load((case / "expected.yaml").read_text("utf-8"))
    cable = parse(source.read_bytes().decode("utf-8"))
    json = cable.to_dict()
    found = {
        name: SHORT[name](cable) if name in SHORT else json[name] for name in expected
    }
    assert found == expected
    assert "".join(block.span.of(cable.body) for block in cable.blocks) == cable.body


def test_there_is_a_corpus() -> None:
    assert len(CASES) > 50
