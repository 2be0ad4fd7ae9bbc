"""How many cables the choices stand for that complete a query."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from textual.worker import get_current_worker

from cablereader.app.panes.list_pane import ListPane
from cablereader.app.part import Host
from cablereader.app.searches import Searches
from cablereader.archive.query.typed import read_query
from cablereader.library.session import Session
from cablereader.model.query import Query


class Sizing:
    """Counts beside the screen; the last choices that are shown are those that count.

    What was counted is known as long as the same words are asked for.
    """

    def __init__(self, host: Host, session: Session, listing: ListPane) -> None:
        """The sizes of choices in a list.

        Args:
            host: The screen.
            session: Whose labels and bookmarks queries can name.
            listing: The list that a limit is of.
        """
        self._host = host
        self._listing = listing
        self._searches = Searches(listing.archive.path, session.attached_notebook)
        self._counts: dict[str, int] = {}

    def begin(self) -> None:
        """Forget what was counted: words are asked for anew."""
        self._counts = {}

    def stop(self) -> None:
        """Count no further."""
        self._searches.stop()

    def count(self, kind: str) -> None:
        """Count what the choices that the prompt shows stand for.

        Args:
            kind: With ``limit`` they are counted in the list, else in the archive.
        """
        self.stop()
        choices = self._host.prompt.shown_choices
        queries = {
            each.query: read_query(each.query)
            for each in choices
            if each.query and each.query not in self._counts
        }
        if kind == "limit":
            listed = self._listing.listing.query
            queries = {text: listed.narrowed_to(each) for text, each in queries.items()}
        if queries:
            self._host.beside(partial(self._count, kind, queries), "choices")

    def _count(self, kind: str, queries: Mapping[str, Query]) -> None:
        worker = get_current_worker()

        def tell(counts: Mapping[str, int]) -> None:
            self._host.from_beside(self._show, kind, counts)

        self._searches.counts(queries, tell, lambda: not worker.is_cancelled)

    def _show(self, kind: str, counts: Mapping[str, int]) -> None:
        if self._host.prompt.kind == kind:
            self._counts = {**self._counts, **counts}
            self._host.prompt.show_counts(self._counts)
