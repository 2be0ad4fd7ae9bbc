"""What to say of a query, on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cablereader.cli.complaint import complain

if TYPE_CHECKING:
    from cablereader.archive.store import Archive
    from cablereader.model.query import Query


def say_remarks(archive: Archive, query: Query) -> None:
    """Say which conditions of a query nothing can fulfil."""
    for remark in archive.remarks(query):
        complain(remark)


def say_nothing_found(archive: Archive, query: Query) -> None:
    """Say that a query found nothing, and what was perhaps meant."""
    from cablereader.model.nearest import meant

    near = [str(each) for each in archive.suggestions(query)]
    complain(f"nothing found{meant(near)}")
