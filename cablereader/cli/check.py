"""``cablereader check FILE``: what is odd in documents, like a compiler."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from cablereader.cli.complaint import Complaints
from cablereader.parse.cable import read_cable
from cablereader.present.diagnostic import diagnostics
from cablereader.source.reading import read_raw


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``check``."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="FILE",
        help="pages, texts, CSV files, folders and archives of them; - for standard"
        " input. Lines of a page are those of `show --format raw`",
    )


def run(options: Namespace) -> int:
    """Print each defect with its place and its line."""
    complaints = Complaints()
    for raw in read_raw(options.paths, report=complaints):
        for line in diagnostics(raw, read_cable(raw)):
            print(line)
    return complaints.exit_status
