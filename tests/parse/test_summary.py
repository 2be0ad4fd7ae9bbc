"""Run-in titles, and the summary that they open."""

from __future__ import annotations

import pytest

from cablereader.model.block import Block, Heading, Paragraph, Passage, PassageKind
from cablereader.model.defect import Span
from cablereader.parse.summary import read_summary
from cablereader.parse.titles import run_in_title, with_open_summary

NOWHERE = Span(0, 0)


def paragraph(text: str, section: str | None = None) -> Paragraph:
    return Paragraph(
        span=NOWHERE, label="1", number="1", marking=None, section=section, text=text
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Summary. He said so.", "Summary", id="09MEXICO3195"),
        pytest.param("SUMMARY: He said so.", "Summary", id="capitals"),
        pytest.param("(Comment: He said so.)", "Comment", id="parentheses"),
        pytest.param("COMMENT: He said so.", "Comment", id="comment"),
        pytest.param("Begin summary. He said so.", "Summary", id="begin"),
        pytest.param("ACTION REQUEST: See 9.", "Action request", id="action"),
        pytest.param("The summary is here.", None, id="sentence"),
        pytest.param("He said so.", None, id="none"),
    ],
)
def test_a_title_may_run_into_the_text(text: str, title: str | None) -> None:
    assert run_in_title(text) == title


@pytest.mark.parametrize(
    ("blocks", "summary"),
    [
        pytest.param([paragraph("Summary. One. End Summary.")], "One.", id="closed"),
        pytest.param(
            [paragraph("SUMMARY: One."), paragraph("Two.")], "One.", id="open"
        ),
        pytest.param(
            [paragraph("Summary: One."), paragraph("Two. END SUMMARY. Three.")],
            "One.\n\nTwo.",
            id="of two paragraphs",
        ),
        pytest.param(
            [
                Heading(span=NOWHERE, text="SUMMARY"),
                paragraph("One."),
                paragraph("Two."),
                Heading(span=NOWHERE, text="AIMS"),
                paragraph("Three."),
            ],
            "One.\n\nTwo.",
            id="under its heading",
        ),
        pytest.param(
            [Passage(kind=PassageKind.TEXT, span=NOWHERE, text="Summary: One.")],
            "One.",
            id="without a number",
        ),
        pytest.param([paragraph("One.")], None, id="none"),
        pytest.param([], None, id="nothing"),
    ],
)
def test_the_summary_is_put_together(blocks: list[Block], summary: str | None) -> None:
    assert read_summary(blocks) == summary


def test_all_paragraphs_of_an_open_summary_stand_in_its_section() -> None:
    blocks = [
        paragraph("Summary. One.", "Summary"),
        paragraph("Two. End Summary."),
        paragraph("Three.", "Aims"),
    ]
    sections = [getattr(block, "section", "") for block in with_open_summary(blocks)]
    assert sections == ["Summary", "Summary", "Aims"]
