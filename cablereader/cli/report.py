"""``cablereader report``: what was read when and of whom, and what is left."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from cablereader.archive.query import read_query
from cablereader.archive.store import Archive
from cablereader.cli.archive_path import archive_path
from cablereader.cli.complaint import complain
from cablereader.errors import UsageError
from cablereader.library import locations
from cablereader.library.own_notebook import OwnNotebook
from cablereader.library.triage import TriageFile
from cablereader.model.query import Query
from cablereader.model.report import Coverage, Report, days_of, origins_of
from cablereader.model.triage import MOMENT, Triage
from cablereader.parse.cable_id import canonical_id
from cablereader.present.json_line import json_line
from cablereader.present.report import report_lines

READ: Final = read_query("is:read")
ASIDE: Final = read_query("is:aside")
DECIDED: Final = read_query("is:read OR is:aside")


def add_arguments(parser: ArgumentParser) -> None:
    """Add the words of ``report``."""
    parser.add_argument(
        "--query", metavar="QUERY", help="of what it finds alone: 'origin:mexico'"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(options: Namespace) -> int:
    """Print the report."""
    with TriageFile(locations.triage(), to_read=True) as file:
        decided = {
            cable_id: triage for cable_id, triage in file.touched() if triage.is_decided
        }
    report = _report(options, decided)
    if options.json:
        sys.stdout.buffer.write(json_line(report.to_dict()))
    else:
        for line in report_lines(report):
            print(line)
    return 0


def _report(options: Namespace, decided: Mapping[str, Triage]) -> Report:
    path = archive_path(options)
    if not path.exists():
        if options.query:
            raise UsageError(f"--query asks an archive, and there is none: {path}")
        return _of_days("", decided)
    query = replace(read_query(options.query or ""), sort=None, limit=None)
    with Archive(path, notebook=OwnNotebook()) as archive:
        for remark in archive.remarks(query):
            complain(remark)
        if options.query:
            found = archive.each(query.narrowed_to(DECIDED))
            ids = {canonical_id(entry.cable_id) for entry in found}
            decided = {each: decided[each] for each in ids & decided.keys()}
        return _with_archive(archive, query, _of_days(str(query), decided))


def _of_days(query: str, decided: Mapping[str, Triage]) -> Report:
    times = {triage.since for triage in decided.values()}
    days = {time: day for time in times if (day := _day(time))}
    return Report(
        query=query,
        days=days_of(decided.values(), days),
        undated=sum(triage.since not in days for triage in decided.values()),
    )


def _with_archive(archive: Archive, query: Query, report: Report) -> Report:
    """The report with what only an archive can tell: origins, and what is left."""
    read, aside = (archive.facets(query.narrowed_to(each)) for each in (READ, ASIDE))
    every = archive.facets(query)
    return replace(
        report,
        origins=origins_of(every.origins, read.origins, aside.origins),
        coverage=Coverage(every.cables, read.cables, aside.cables),
    )


def _day(time: str) -> str | None:
    """The day of a time, by the clock of this machine; ``None`` if it is none."""
    try:
        moment = datetime.strptime(time, MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return f"{moment.astimezone():%Y-%m-%d}"
