"""Saved searches: a list is kept under a name, and gone on with where it was left."""

from __future__ import annotations

from collections.abc import Callable

from cablereader.app.panes.list_pane import ListPane
from cablereader.app.part import Host, Part
from cablereader.app.searches import Searches
from cablereader.app.state.words import Words
from cablereader.library.session import Session
from cablereader.model.saved_search import SavedSearch, saving
from cablereader.model.step import Step


class Saved(Part):
    """The searches of a session that have a name."""

    def __init__(
        self,
        host: Host,
        session: Session,
        listing: ListPane,
        begin_listing: Callable[[], object],
        apply: Callable[[Step], object],
    ) -> None:
        """Searches of a list.

        Args:
            host: The screen.
            session: Whose searches they are.
            listing: The list.
            begin_listing: Lets the keys go to the list.
            apply: Does a step of the notebook; it is how a search is saved.
        """
        self._host = host
        self._session = session
        self._file = session.triage_file
        self._listing = listing
        self._begin_listing = begin_listing
        self._apply = apply
        self.words = {
            "save": Words(asked="save search as:", enter="save", take=self._save)
        }

    async def action_list(self) -> None:
        """The saved searches; the one that is chosen goes on where it was left."""
        from cablereader.app.screens.saved_searches import SavedSearches

        path = self._listing.archive.path
        counting = Searches(path, self._session.attached_notebook)
        await self._host.push(SavedSearches(self._file, counting), self._resume)

    def _resume(self, search: SavedSearch | None) -> None:
        if search:
            self._listing.resume(
                search.query, self._file.whereabouts.stop_of(search.query)
            )
            self._begin_listing()

    def _save(self, text: str) -> None:
        """Save the list's query under a name; a letter may stand behind the name."""
        from cablereader.app.screens.saved_searches import KEYS

        name, _, letter = text.strip().rpartition(" ")
        if not name or len(letter) != 1:
            name, letter = text.strip(), ""
        if letter and letter in KEYS:
            why = f"{letter} is a key of the screen of saved searches"
            self._host.say(f"not saved: {why}")
        elif name:
            search = SavedSearch(name, str(self._listing.listing.query), letter)
            self._apply(saving(search, self._file.searches()))
