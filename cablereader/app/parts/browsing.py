"""Browsing: all values of one facet of the list, to limit it to one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from cablereader.app.panes.list_pane import ListPane
from cablereader.app.part import Host, Part
from cablereader.app.parts.asking import ask_archive
from cablereader.archive.store import Archive
from cablereader.library.session import Session
from cablereader.model.facets import Count, Facets
from cablereader.model.frozen import frozen
from cablereader.model.query import Is, Query


@frozen
class Page:
    """A page to browse by."""

    title: str
    field: str
    """Of the queries for its values."""
    of: Callable[[Facets], tuple[Count, ...]] | None = None
    """Its counts among those of the list, if they are."""


PAGES: Final = {
    "origin": Page("Origins", "origin", lambda facets: facets.origins),
    "classification": Page(
        "Classifications", "class", lambda facets: facets.classifications
    ),
    "tag": Page("TAGS", "tag", lambda facets: facets.tags),
    "month": Page("Months of creation", "date", lambda facets: facets.months),
    "released": Page("Days of release", "released"),
    "label": Page("Your labels", "label"),
}


class Browsing(Part):
    """Shows the values of a facet with their counts, as soon as they are counted."""

    def __init__(
        self,
        host: Host,
        session: Session,
        listing: ListPane,
        limit: Callable[[str | None], None],
    ) -> None:
        """Pages of the facets of a list; ``limit`` takes the query that is chosen."""
        self._host = host
        self._session = session
        self._listing = listing
        self._limit = limit

    def action_by(self, name: str) -> None:
        """Show one of `PAGES`."""
        of, facets = PAGES[name].of, self._listing.facets
        if of and facets:
            self._show(name, of(facets))
            return
        self._host.say("counting")
        labels = self._session.triage_file.labels() if name == "label" else ()
        query = self._listing.listing.query
        ask_archive(
            self._host,
            "browse",
            self._connect,
            partial(_counted, name, query, tuple(label for label, _ in labels)),
            partial(self._show, name),
        )

    def _connect(self) -> Archive:
        notebook = self._session.attached_notebook()
        return Archive(self._listing.archive.path, notebook=notebook)

    def _show(self, name: str, counts: tuple[Count, ...]) -> None:
        from cablereader.app.screens.browse import Browse

        self._host.say("")
        page = PAGES[name]
        _ = self._host.push(Browse(page.title, page.field, counts), self._limit)


def _counted(
    name: str, query: Query, labels: Iterable[str], archive: Archive
) -> tuple[Count, ...]:
    """How many of the cables that a query finds have which value of a facet."""
    if name != "label":
        return archive.counts(name, query)
    queries = ((each, query.narrowed_to(Query(Is("label", each)))) for each in labels)
    return tuple(Count(label, archive.count(asked)) for label, asked in queries)
