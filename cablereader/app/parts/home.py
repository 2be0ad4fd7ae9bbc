"""Home: how much there is in each of the places that one can go to from everywhere."""

from __future__ import annotations

from functools import partial
from typing import Final

from textual.timer import Timer
from textual.worker import get_current_worker

from cablereader.app.part import Host, Part
from cablereader.app.searches import Searches, Size
from cablereader.app.state.home import Places, home_places, home_rows
from cablereader.app.widgets.facet_pane import FacetPane
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.query import Query

DELAY: Final = 1.0
"""Seconds without a change after which it is counted anew."""


class Home(Part):
    """Counts beside the screen what the pane of facets shows above them."""

    def __init__(
        self, host: Host, pane: FacetPane, searches: Searches, file: TriageFile
    ) -> None:
        """Home in a pane of facets: the searches of a notebook among it."""
        self._host = host
        self._pane = pane
        self._searches = searches
        self._file = file
        self._delay: Timer | None = None

    def count_soon(self) -> None:
        """Count when nothing has changed for a while."""
        if self._delay:
            self._delay.stop()
        self._delay = self._host.set_timer(DELAY, self.count)

    def count(self) -> None:
        """Count anew, if it is shown."""
        if self._pane.display:
            self._searches.stop()
            places = home_places(self._file.searches())
            _ = self._host.beside(partial(self._count, places), "home")

    def _count(self, places: Places) -> None:
        worker, sizes = get_current_worker(), dict[Query, Size]()
        queries = [query for _, _, query in places]
        self._searches.sizes(
            queries, sizes.__setitem__, lambda: not worker.is_cancelled
        )
        if not worker.is_cancelled:
            rows = tuple(home_rows(places, sizes))
            self._host.from_beside(self._pane.show_home, rows)
