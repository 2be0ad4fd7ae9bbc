"""A small cable, and what there is to copy of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from cablereader.model.addressee import Addressee
from cablereader.model.block import PageMarker, Paragraph, Passage, PassageKind
from cablereader.model.cable import Cable, Source
from cablereader.model.classification import Level, Marking
from cablereader.model.defect import Span
from cablereader.model.header import Header

FIRST = "5. (S/NF) The harbour\nfreezes [early]. \n"
PAGE = "\nOSLO 00009066 002 OF 003 \n"
REST = "Ships wait. \n"
SECOND = "6. (U) A list:\n- nets\n- ropes\n"
THIRD = "5. No marking here.\n"


@pytest.fixture
def cable() -> Cable:
    """Fictional, with a page line inside a paragraph and a number that comes again."""
    body = FIRST + PAGE + REST + SECOND + THIRD
    ends = [len(FIRST), len(FIRST + PAGE), len(FIRST + PAGE + REST)]
    ends += [ends[-1] + len(SECOND), len(body)]
    first, page, rest, second, third = (
        Span(start, stop) for start, stop in zip([0, *ends], ends, strict=False)
    )
    return Cable(
        cable_id="09OSLO9066",
        source=Source("text"),
        body=body,
        blocks=(
            Paragraph(
                span=first,
                label="5",
                number="5",
                marking=Marking("S/NF", Level.SECRET, ("NOFORN",)),
                text="The harbour freezes [early]. Ships wait.",
            ),
            PageMarker(span=page, number=2, of=3),
            Passage(kind=PassageKind.TEXT, span=rest, continues="5"),
            Paragraph(
                span=second,
                label="6",
                number="6",
                marking=Marking("U", Level.UNCLASSIFIED),
                text="A list:\n- nets\n- ropes",
            ),
            Paragraph(
                span=third,
                label="5~2",
                number="5",
                marking=None,
                text="No marking here.",
            ),
        ),
        header=Header(
            text="",
            sender=Addressee(name="AMEMBASSY OSLO"),
            action=(Addressee(name="SECSTATE WASHDC"),),
        ),
        created=datetime.fromisoformat("2009-11-05T08:30"),
        released=datetime.fromisoformat("2011-08-30T01:44"),
        classification=Marking("SECRET//NOFORN", Level.SECRET, ("NOFORN",)),
        origin="Embassy Oslo",
        tags=("EFIS", "NO"),
        subject='HARBOUR OF "NORTH" & SOUTH',
    )


@pytest.fixture
def bare() -> Cable:
    """A fragment: one unnumbered paragraph, and nothing known about it."""
    body = "Some words."
    return Cable(
        cable_id=None,
        source=Source("text"),
        body=body,
        blocks=(
            Paragraph(
                span=Span(0, len(body)),
                label="p1",
                number=None,
                marking=None,
                text=body,
            ),
        ),
        header=Header(text=""),
    )


@pytest.fixture
def undated(cable: Cable) -> Cable:
    """The small cable without a date."""
    return replace(cable, created=None)
