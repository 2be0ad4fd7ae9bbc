"""``cablereader explain``."""

from __future__ import annotations

import json

import pytest

from cablereader.cli import main


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["explain", *words]) == 0
    streams = capsys.readouterr()
    assert not streams.err
    return streams.out


def test_it_says_what_a_term_means_and_where_that_is_from(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert printed(capsys, "PREL") == (
        "PREL  TAG\n"
        "  External political relations. A subject TAG of the group political.\n"
        "  source: TAGS/Terms Handbook (5 FAH-3 H-110) and the use of real cables\n"
    )


@pytest.mark.parametrize(
    ("words", "heads"),
    [
        (["PREL", "NIACT", "IMMEDIATE"], ["PREL  TAG", "NIACT IMMEDIATE  precedence"]),
        (["ZNY", "CCCCC", "ZZH", "SIPDIS"], ["ZNY  signal", "CCCCC  security line"]),
        (["1.4 (b),(d)"], ["1.4(b)  reason", "1.4(d)  reason"]),
        (["O", "P", "261148Z", "NOV", "08"], ["O P 261148Z NOV 08  date-time group"]),
        (["VISAS", "VIPER"], ["VISAS VIPER  caption"]),
        (["TAGS: PREL"], ["TAGS  field", "PREL  TAG"]),
        (["FM", "AMEMBASSY", "OSLO"], ["FM  signal", "AMEMBASSY OSLO  address"]),
        (["TAGS:", "PREL"], ["TAGS  field", "PREL  TAG"]),
        (
            ["R 141641Z MAR 07", "ZZH"],
            ["R 141641Z MAR 07  date-time group", "ZZH  signal, not certain"],
        ),
    ],
)
def test_words_that_belong_together_are_one_term(
    words: list[str], heads: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(capsys, *words).split("\n")
    assert [line for line in lines if line and line[0] != " "][: len(heads)] == heads


def test_json_has_one_reading_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "AF", "GOM", "--json").strip().split("\n")
    readings = [json.loads(line) for line in lines]
    assert [each["kind"] for each in readings] == ["TAG", "acronym", "acronym"]
    assert readings[2]["doubtful"] is True
    assert set(readings[0]) == {
        "term",
        "kind",
        "text",
        "source",
        "doubtful",
        "see_also",
    }


def test_an_unknown_term_is_named_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "NOFORM", "PREL"]) == 1
    streams = capsys.readouterr()
    assert streams.out.startswith("PREL  TAG\n")
    complaint = "cablereader: NOFORM: not in the tables; did you mean NOFORN, "
    assert streams.err.startswith(complaint)


def test_hostile_words_are_made_visible(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "goat\x1b[31m\n"]) == 1
    streams = capsys.readouterr()
    assert "\x1b" not in streams.err
    assert streams.err.count("\n") == 1
