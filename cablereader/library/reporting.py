"""What was read when and of whom, and what is left, from notebook and archive."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.frozen import replace
from cablereader.model.query import Query
from cablereader.model.report import Coverage, Report, days_of, origins_of
from cablereader.model.triage import MOMENT, Triage
from cablereader.parse.cable_id import canonical_id

READ: Final = read_query("is:read")
ASIDE: Final = read_query("is:aside")
DECIDED: Final = read_query("is:read OR is:aside")


def report_on(file: TriageFile, archive: Archive | None, query: Query) -> Report:
    """The report on the list of a query, or without an archive on all that was read.

    It may take a second: for a worker.

    Args:
        file: The notebook.
        archive: With that notebook attached.
        query: Its order and its limit count for nothing.
    """
    decided = {
        cable_id: triage for cable_id, triage in file.touched() if triage.is_decided
    }
    if archive is None:
        return _of_days("", decided)
    query = replace(query, sort=None, limit=None)
    if query != Query():
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
