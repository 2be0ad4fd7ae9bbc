"""Regular expressions that somebody types: searched with, or refused with a reason."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import warnings
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.archive.words.typed_expression import ExpressionError, matcher
from cablereader.cli import main

TAKEN: Final = (
    *("goat", "^goat", "goats?", "fish.*goat", "(fish|goat)", "[fg]oat+", r"\bgoat\b"),
    *("a.*b.*c", "(?:fish|goat)s?", r"\d{4}", "fish.*?goat", "(?i)goat", "[*+]{2}"),
    *("(?P<x>goat)", "(ab)+", r"\(goat\)*", "a{2,5}", "(?=goat)", "[]a]+", "{", "a{b"),
)
REFUSED: Final = (
    *("(.*)*x", "(a+)+b", "(a|aa)+b", "(a|a)*b", "((a*)b)*", "(a?){30}", "(a?)*"),
    *(".*.*.*x", "((a*){3}){3}", "a?" * 9, "(?:a+){2,}", r"(\w+\s?)*x", "(a*)*?"),
)
WORST: Final = ("a" * 100_000, "ab" * 50_000, " " * 100_000, "a" * 999 + "!")
SECONDS: Final = 30
"""Of processor time for all of them; they take a tenth of it."""


@pytest.mark.parametrize("expression", TAKEN)
def test_it_is_searched_with(expression: str) -> None:
    texts = ("The GOAT of 2007, (goat) and fish", "abcabc", "[**++]", "a{b", "")
    search = re.compile(expression, re.IGNORECASE).search
    assert [matcher(expression)(text) for text in texts] == [
        bool(search(text)) for text in texts
    ]


@pytest.mark.parametrize("expression", REFUSED)
def test_what_may_search_for_ever_is_refused(expression: str) -> None:
    with pytest.raises(ExpressionError, match="may search for ever"):
        matcher(expression)


def test_what_python_warns_of_is_no_business_of_the_reader() -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        assert matcher("[[a]+")("[a")
    assert not told


def test_a_query_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "subject:/(.*)*x!/"]) == 2
    said = capsys.readouterr().err
    assert "column 9: no regular expression: a repeat of what is itself" in said


@given(st.text("ab.*+?|()[]{}2,3\\^$!-:<P=", max_size=12))
def test_no_expression_fails_or_takes_long(expression: str) -> None:
    try:
        matches = matcher(expression)
    except ExpressionError:
        return
    assert matches("a" * 40 + "!") in {True, False}


def test_what_is_taken_costs_little_on_the_worst_texts() -> None:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, __file__], env=env, check=False)
    assert done.returncode == 0


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    for each in (*TAKEN, ".*x", r"\w+!", r".*a.*!", r"a+b+c", r"\s+$", "a*a*b"):
        for text in WORST:
            matcher(each)(text)
