"""Limits and searches: queries that are typed, weighed while they are, and taken."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from textual.timer import Timer

from cablereader.app.panes.list_pane import ListPane
from cablereader.app.part import Host, Part
from cablereader.app.parts.sizing import Sizing
from cablereader.app.state.completion import Completions, query_completions
from cablereader.app.state.fault import Fault
from cablereader.app.state.words import Words
from cablereader.archive.query.scanner import QueryError
from cablereader.archive.query.typed import read_query
from cablereader.library.query_names import query_names
from cablereader.library.session import Session
from cablereader.model.counted import counted
from cablereader.model.query import Match, texts_in

PAUSES: Final = (0.15, 0.4)
"""Seconds without a key after which what is typed is counted: near, and far away."""


class Limits(Part):
    """Makes another list of what is typed; the keys go there."""

    def __init__(
        self,
        host: Host,
        session: Session,
        listing: ListPane,
        begin_listing: Callable[[], object],
        in_list: Callable[[], bool],
        sought_anew: Callable[[], object],
    ) -> None:
        """Limits of a list.

        Args:
            host: The screen.
            session: Whose labels and bookmarks queries can name.
            listing: The list.
            begin_listing: Lets the keys go to the list.
            in_list: Whether they do.
            sought_anew: Told that words were searched for, be it the same ones again.
        """
        self._host = host
        self._session = session
        self._listing = listing
        self._begin_listing = begin_listing
        self._in_list = in_list
        self._sought_anew = sought_anew
        self._match = Match(session.settings.match)
        self._pause: Timer | None = None
        self._sizing = Sizing(host, session, listing)
        self.words = {
            kind: Words(
                enter=kind,
                is_query=True,
                take=partial(self._take_typed, kind),
                begun=self._sizing.begin,
                typed=partial(self._weigh_soon, kind),
                left=self._sizing.stop,
                fault=_fault_of_query,
                completions=self._completions,
            )
            for kind in ("limit", "search")
        }

    def take(self, kind: str, query: str) -> None:
        """Limit the list, or with ``search`` make another; no words drop a limit."""
        self._listing.take_query(kind, query)
        self._begin_listing()

    def _take_typed(self, kind: str, query: str) -> None:
        self._sizing.stop()
        self._listing.take_query(kind, query, self._match)
        if any(True for _ in texts_in(read_query(query).condition)):
            self._sought_anew()
        self._begin_listing()

    def limit(self, query: str | None) -> None:
        """Limit the list to what was chosen somewhere, if anything was."""
        if query:
            self.take("limit", query)

    def search(self, query: str) -> None:
        """Show all cables that a query finds."""
        self.take("search", query)

    def action_home(self) -> None:
        """All cables."""
        self.search("")

    def action_pop(self) -> None:
        """The list without its last limit."""
        self.take("limit", "")

    def escape(self) -> bool:
        """Leave a selection, or a limit that finds nothing."""
        listing = self._listing.listing
        if not self._in_list():
            return False
        if listing.selection(self._listing.row):
            self._listing.action_select_none()
        elif listing.limits and not listing.places:
            self._listing.action_pop_limit()
        else:
            return False
        return True

    def show_weighed(self, event: ListPane.Weighed) -> None:
        """Show how much a query would find that is still being typed."""
        prompt = self._host.prompt
        if prompt.kind in self.words and prompt.value == event.text:
            prompt.name_anew(f"{prompt.kind} ({counted(event.cables, 'cable')}):")

    async def list_fields(self, kind: str, label: str) -> None:
        """What a query can be; one goes on from the field that is chosen."""
        from cablereader.app.screens.field_list import FieldList

        await self._host.push(
            FieldList(), lambda begun: self._host.ask(kind, label, begun or "")
        )

    def _weigh_soon(self, kind: str, text: str) -> None:
        """Count what is typed when no key has been pressed for a while."""
        if self._pause:
            self._pause.stop()
        weigh = partial(self._weigh, kind, text)
        self._pause = self._host.set_timer(PAUSES[self._session.terminal.far], weigh)

    def _weigh(self, kind: str, text: str) -> None:
        prompt = self._host.prompt
        if prompt.kind != kind:
            return
        self._sizing.count(kind)
        if not self._listing.weigh(kind, text, self._match):
            prompt.name_anew(f"{kind}:")

    def _completions(self) -> Completions:
        names = query_names(self._listing.archive, self._session.triage_file)
        return query_completions(names)


def _fault_of_query(words: str) -> Fault | None:
    try:
        _ = read_query(words)
    except QueryError as error:
        return Fault(f"column {error.column}: {error.what}", error.column)
    return None
