"""``cablereader explain``: what the words of cables mean."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from cablereader.cli.complaint import complain
from cablereader.errors import NothingFoundError
from cablereader.explain.lookup import explain
from cablereader.model.explanation import Explanation
from cablereader.model.nearest import nearest

MOST_WORDS: Final = 8
"""Of one term: ``O P 261148Z NOV 08 ZFF6`` has six."""
LINES: Final = frozenset(("FM", "TO", "INFO", "DE", "XMT"))
"""What lines of a header begin with that have no colon."""
WIDEST: Final = 80
"""Cells; longer lines are hard to read."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``explain``."""
    parser.add_argument(
        "term",
        nargs="+",
        metavar="TERM",
        help="a TAG, caption, marking, acronym, routing indicator, precedence, signal,"
        " reason, post, or a whole header line: PREL, NOFORN, C/NF, GOM, RUEHZL, O P,"
        " ZNY, '1.4 (b)'",
    )
    parser.add_argument("--json", action="store_true", help="one object a reading")


def run(options: Namespace) -> int:
    """Print what each term means; name those that nothing is known of."""
    unknown: list[str] = []
    found: list[Explanation] = []
    for term, explanations in explained(options.term):
        found += explanations
        if not explanations:
            unknown.append(term)
    _write_json(found) if options.json else _write_text(found)
    for term in unknown:
        complain(f"{term}: not in the tables{_nearest(term)}")
    return NothingFoundError.exit_status if unknown else 0


def explained(words: Sequence[str]) -> Iterator[tuple[str, tuple[Explanation, ...]]]:
    """The terms that words on a command line are, and what is known of each.

    Words in quotes are a line, or a term by themselves. The most of the others that are
    a term together are one: ``NIACT IMMEDIATE``. If they begin as a line does, all are.
    """
    for quoted, group in groupby(words, key=lambda word: " " in word.strip()):
        together = tuple(group)
        line = " ".join(together)
        if quoted:
            for each in together:
                yield each, _line(each)
        elif len(together) > 1 and _begins_line(line) and (found := _line(line)):
            yield line, found
        else:
            yield from _terms(together)


def _line(line: str) -> tuple[Explanation, ...]:
    from cablereader.explain.lines import explain_line

    return explain_line(line)


def _begins_line(words: str) -> bool:
    first = words.partition(" ")[0]
    return first in LINES or first.endswith(":")


def _terms(words: Sequence[str]) -> Iterator[tuple[str, tuple[Explanation, ...]]]:
    at = 0
    while at < len(words):
        for count in range(min(MOST_WORDS, len(words) - at), 0, -1):
            term = " ".join(words[at : at + count])
            found = explain(term)
            if found or count == 1:
                yield term, found
                at += count
                break


def _nearest(term: str) -> str:
    from cablereader.explain.near import known_terms

    return nearest(term.upper(), known_terms(term.upper()), most=3)


def _write_text(found: Sequence[Explanation]) -> None:
    import os

    from cablereader.present.explanation import explanation_rows

    columns = os.get_terminal_size().columns if sys.stdout.isatty() else WIDEST
    for row in explanation_rows(found, min(columns or WIDEST, WIDEST)):
        print("".join(piece.text for piece in row))


def _write_json(found: Sequence[Explanation]) -> None:
    from cablereader.present.json_line import json_line

    sys.stdout.flush()
    for explanation in found:
        sys.stdout.buffer.write(json_line(explanation.to_dict()))
