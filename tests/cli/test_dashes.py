"""Words with a dash: options, and what a query must not find."""

from __future__ import annotations

import pytest

from cablereader.cli import main
from cablereader.cli.arguments import (
    COMMON_WITH_VALUE,
    SUBCOMMANDS,
    parse_words,
    parser_of,
)
from cablereader.errors import UsageError


@pytest.mark.parametrize("command", ["search", "export"])
@pytest.mark.parametrize(
    ("words", "query"),
    [
        (["-goat", "walrus"], ["-goat", "walrus"]),
        (["walrus", "-goat"], ["walrus", "-goat"]),
        (["--", "-goat"], ["-goat"]),
        (["walrus", "--", "--no-color"], ["walrus", "--no-color"]),
        (["-goat", "--no-color", "-fish"], ["-goat", "-fish"]),
        (["--archive", "x", "-(goat lake)", '-"a b"'], ["-(goat lake)", '-"a b"']),
        (["-1", "-class:s"], ["-1", "-class:s"]),
    ],
)
def test_a_query_may_begin_with_a_dash_or_have_one_anywhere(
    command: str, words: list[str], query: list[str]
) -> None:
    assert parse_words([command, *words]).query == query


def test_options_are_understood_wherever_they_stand() -> None:
    words = ["search", "-goat", "--limit", "3", "walrus", "--ids", "-fish"]
    options = parse_words(words)
    assert options.query == ["-goat", "walrus", "-fish"]
    assert (options.limit, options.ids) == (3, True)


@pytest.mark.parametrize("words", [["--query", "-goat"], ["--query=-goat"]])
def test_a_value_may_begin_with_a_dash(words: list[str]) -> None:
    assert parse_words(["report", *words]).query == "-goat"


def test_an_unknown_option_is_none_of_the_query() -> None:
    with pytest.raises(UsageError, match="unrecognized arguments: --goat"):
        parse_words(["search", "walrus", "--goat"])


def test_without_a_goat_the_walrus_is_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = []
    for words in (["-goat", "walrus"], ["walrus", "-goat"], ["--", "-goat", "walrus"]):
        assert main(["search", "--ids", *words]) == 0
        found.append(capsys.readouterr().out)
    assert found[0]
    assert len(set(found)) == 1


@pytest.mark.parametrize("command", SUBCOMMANDS)
def test_options_of_every_subcommand_that_take_words_are_told(command: str) -> None:
    parser = parser_of(command)
    assert {*COMMON_WITH_VALUE} <= parser.with_value
    assert not parser.with_value & {"--help", "-h", "--no-color", "--version"}
