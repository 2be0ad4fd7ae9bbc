"""``cablereader parse``: files to JSON lines, without any archive."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Generator
from contextlib import closing

from cablereader.cli.complaint import Complaints
from cablereader.parse.cable import read_cable
from cablereader.parse.dialect import Dialect
from cablereader.present.json_line import json_line
from cablereader.source.failure import Report
from cablereader.source.reading import read_raw


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``parse``."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="pages, texts, CSV files, folders and archives of them; - for standard"
        " input",
    )
    parser.add_argument(
        "--dialect",
        choices=[str(dialect) for dialect in Dialect],
        help="of a CSV file, instead of the one its first rows are in",
    )
    parser.add_argument(
        "--jobs",
        type=_at_least_one,
        default=1,
        metavar="N",
        help="parse in N processes; the order stays",
    )


def _at_least_one(word: str) -> int:
    if not word.isdecimal() or int(word) < 1:
        raise ArgumentTypeError(f"not a number from 1 on: {word}")
    return int(word)


def run(options: Namespace) -> int:
    """Print a JSON object for each cable, in the order of the input."""
    complaints = Complaints()
    with closing(_lines(options, complaints)) as lines:
        for line in lines:
            sys.stdout.buffer.write(line)
    return complaints.exit_status


def _lines(options: Namespace, report: Report) -> Generator[bytes]:
    dialect = Dialect(options.dialect) if options.dialect else None
    raws = read_raw(options.paths, report=report, dialect=dialect)
    if options.jobs == 1:
        for raw in raws:
            yield json_line(read_cable(raw).to_dict())
    else:
        from cablereader.cli.workers import lines_of

        yield from lines_of(raws, options.jobs)
