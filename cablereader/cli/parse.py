"""``cablereader parse``: files to JSON lines, without any archive."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from cablereader.cli.complaint import Complaints
from cablereader.parse.cable import read_cable
from cablereader.parse.csv_row import Dialect
from cablereader.present.json_line import json_line
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


def run(options: Namespace) -> int:
    """Print a JSON object for each cable, in the order of the input."""
    complaints = Complaints()
    dialect = Dialect(options.dialect) if options.dialect else None
    for raw in read_raw(options.paths, report=complaints, dialect=dialect):
        sys.stdout.buffer.write(json_line(read_cable(raw).to_dict()))
    return complaints.exit_status
