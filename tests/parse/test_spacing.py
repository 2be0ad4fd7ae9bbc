"""Which bodies have an empty line behind every line."""

from __future__ import annotations

import pytest

from cablereader.parse.line import split_lines
from cablereader.parse.spacing import is_double_spaced, single_spaced

TOP = "UNCLAS\n\n\nSIPDIS\n\n\nE.O. 12958: N/A\n\nTAGS: CV\n\nSUBJECT: A\n\nB\n\nC"
WRAPPED = "\n\n".join(["He said that the chairs", "which had come by ship", "fold"] * 4)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(WRAPPED, id="08TALLINN326"),
        pytest.param(f"{TOP}\n\n\n1. One.\n\n\n2. Two.", id="text on one line each"),
        pytest.param(TOP.upper() + "\n\n\n1. IT FOLDS.\n\nTWICE.", id="capitals only"),
    ],
)
def test_an_empty_line_may_mean_nothing(text: str) -> None:
    assert is_double_spaced(split_lines(text, 0, []))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("A\n\nB\n\nC\n\nD\n\nE\n\nF\n\nG", id="paragraphs of one line"),
        pytest.param(
            "UNCLAS\n\n\nE.O.\nTAGS\nSUBJECT\n\nA\n\nB\n\nC\n\nD\n\n\nE",
            id="fields one under the other",
        ),
    ],
)
def test_an_empty_line_may_end_a_paragraph(text: str) -> None:
    assert not is_double_spaced(split_lines(text, 0, []))


def test_of_several_empty_lines_one_is_kept() -> None:
    lines = single_spaced(split_lines("A\n\nB\n\n\nC", 0, []))
    assert [line.text for line in lines] == ["A", "B", "", "C"]


def test_empty_lines_inside_a_sentence_are_none() -> None:
    text = "He said that the chairs,\n\n\nwhich fold,\n\n\nThey do."
    lines = single_spaced(split_lines(text, 0, []))
    assert [line.text for line in lines][:2] == [
        "He said that the chairs,",
        "which fold,",
    ]
