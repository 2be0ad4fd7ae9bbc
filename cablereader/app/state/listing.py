"""What the list of cables shows, as one value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablereader.model.counted import counted
from cablereader.model.frozen import frozen, replace
from cablereader.model.query import NEWEST_FIRST, Everything, Query, Sort

ORDERS: Final = {
    "date": ("oldest first", "newest first"),
    "released": ("first released first", "last released first"),
    "origin": ("by origin", "by origin, from Z"),
    "class": ("least secret first", "most secret first"),
    "relevance": ("best first", "worst first"),
    "length": ("shortest first", "longest first"),
    "id": ("by reference id", "by reference id, from the end"),
    "subject": ("by subject", "by subject, from Z"),
}
"""Of each order, what it is called upwards and downwards."""


@frozen
class Limit:
    """One narrowing of the list: what was typed, and how it was read."""

    text: str
    query: Query

    @property
    def crumb(self) -> str:
        """What was typed, without the order, which is said in words elsewhere."""
        if self.query.sort is None:
            return self.text
        if self.query.condition == Everything():
            return ""
        return " ".join(w for w in self.text.split() if not w.startswith("sort:"))


@frozen(kw_only=True)
class ListState:
    """A list of cables, how it came about, and what is selected in it."""

    limits: tuple[Limit, ...] = ()
    """From the widest to the narrowest; none of them is all cables."""
    sort: Sort | None = None
    places: Sequence[int] = ()
    """Of all its cables, in its order."""
    complete: bool = False
    """Whether ``places`` are all of them, or the first only."""
    seconds: float = 0.0
    """That the search took."""
    reading: str = ""
    """How the query was read, in words."""
    selected: frozenset[int] = frozenset()
    """Places of the cables that the next change is of."""
    range_from: int | None = None
    """Row at which a range of selected cables was begun."""

    @property
    def query(self) -> Query:
        """All limits as one query, in the order chosen."""
        query = Query()
        for limit in self.limits:
            query = query.narrowed_to(limit.query)
        return replace(query, sort=self.sort) if self.sort else query

    @property
    def breadcrumb(self) -> str:
        """``all > origin:mexico > wine``."""
        crumbs = filter(None, (limit.crumb for limit in self.limits))
        return " > ".join(("all", *crumbs))

    @property
    def order(self) -> str:
        """The order in words: ``newest first``."""
        sort = self.query.sort or NEWEST_FIRST
        return ORDERS[sort.key][sort.descending]

    def summary(self, unread: int | None, *, brief: bool = False) -> str:
        """How many cables in which order, and how many are unread, if it is known.

        Args:
            unread: So many are, if that was counted.
            brief: Whether there is room for the numbers of cables alone.
        """
        total = len(self.places)
        if not self.complete:
            return f"{total:,}+ cables, {self.order}, searching"
        summary = counted(total, "cable") + ("" if brief else f", {self.order}")
        if unread is None or not total:
            return summary
        done = 100 * (total - unread) // total
        share = "" if brief else f", {done}% done"
        return f"{summary}  {unread:,} unread{share}"

    def limited(self, limit: Limit) -> ListState:
        """The list with one more limit, not yet searched."""
        return self._unsearched((*self.limits, limit))

    def searched(self, limit: Limit | None) -> ListState:
        """A list of the whole archive with that limit alone, not yet searched."""
        return self._unsearched((limit,) if limit else ())

    def widened(self) -> ListState:
        """The list without its last limit, not yet searched."""
        return self._unsearched(self.limits[:-1])

    def sorted_by(self, sort: Sort) -> ListState:
        """The list in another order, not yet searched; the same again reverses it."""
        again = self.sort is not None and self.sort.key == sort.key
        down = not self.sort.descending if again and self.sort else sort.descending
        return replace(self._unsearched(self.limits), sort=Sort(sort.key, down))

    def _unsearched(self, limits: tuple[Limit, ...]) -> ListState:
        """The list with other limits, yet to be searched; its rows are the old ones."""
        return replace(self, limits=limits, complete=False, range_from=None)

    def found(
        self, places: Sequence[int], seconds: float, reading: str, *, complete: bool
    ) -> ListState:
        """The list with what was found so far, in the order that it is to have.

        What is not in it when all are found is selected no longer.
        """
        selected = self.selected
        if complete and selected:
            selected = selected.intersection(places)
        return replace(
            self,
            places=places,
            selected=selected,
            seconds=seconds,
            reading=reading,
            complete=complete,
        )

    def selection(self, row: int) -> frozenset[int]:
        """Places of all that is selected, an open range up to a row among them."""
        if self.range_from is None:
            return self.selected
        rows = self._range(row)
        return self.selected | set(self.places[rows.start : rows.stop])

    def selects(self, row: int, current: int) -> bool:
        """Whether a row is selected, or in the open range up to the current one."""
        return row in self._range(current) or self.places[row] in self.selected

    def count_selected(self, current: int) -> int:
        """How many are selected, with an open range up to the current row."""
        if self.range_from is None or not self.selected:
            return len(self._range(current)) or len(self.selected)
        return len(self.selection(current))

    def _range(self, current: int) -> range:
        """The rows of the open range; none where none is open."""
        if self.range_from is None:
            return range(0)
        first, last = sorted((self.range_from, current))
        return range(first, min(last + 1, len(self.places)))

    def toggled(self, row: int) -> ListState:
        """The list with the cable of a row selected, or no longer."""
        return replace(self, selected=self.selected ^ {self.places[row]})

    def range_toggled(self, row: int) -> ListState:
        """The list with a range begun at a row, or ended there."""
        if self.range_from is None:
            return replace(self, range_from=row)
        return replace(self, selected=self.selection(row), range_from=None)

    def all_selected(self) -> ListState:
        """The list with all of its cables selected."""
        return replace(self, selected=frozenset(self.places), range_from=None)

    def none_selected(self) -> ListState:
        """The list with nothing selected."""
        return replace(self, selected=frozenset(), range_from=None)
