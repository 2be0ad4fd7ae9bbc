"""``cablereader report``: what was read when and of whom, and what is left."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from cablereader.archive.store import Archive
from cablereader.cli.archive_path import archive_to_search
from cablereader.cli.query_words import query_of
from cablereader.cli.remarks import say_remarks
from cablereader.library import locations
from cablereader.library.notebook.triage import TriageFile
from cablereader.library.own_notebook import OwnNotebook
from cablereader.library.reporting import report_on
from cablereader.model.query import Query
from cablereader.model.report import Report
from cablereader.present.json_line import json_line
from cablereader.present.report import report_lines


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``report``."""
    parser.add_argument(
        "--query", metavar="QUERY", help="of what it finds alone: 'origin:mexico'"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(options: Namespace) -> int:
    """Print the report."""
    query = query_of((options.query or "",), options)
    with TriageFile(locations.triage(), to_read=True) as file:
        report = _report(options, file, query)
    if options.json:
        sys.stdout.buffer.write(json_line(report.to_dict()))
    else:
        for line in report_lines(report):
            print(line)
    return 0


def _report(options: Namespace, file: TriageFile, query: Query) -> Report:
    with Archive(archive_to_search(options), notebook=OwnNotebook()) as archive:
        say_remarks(archive, query)
        return report_on(file, archive, query)
