"""What a query means by the list, the selection and the open cable, put in its place.

A query is asked again later: for its counts, after a change, in another session. So
``in:list``, ``in:selection`` and ``date:~7d`` become what they mean at the moment in
which they are typed.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from cablereader.model.frozen import frozen, replace
from cablereader.model.query import (
    Around,
    Condition,
    Everything,
    Is,
    Query,
    any_of,
)
from cablereader.model.rewriting import Leaf, rewritten

MOST_SELECTED: Final = 1_000
"""Cables that ``in:selection`` may mean."""


@frozen(kw_only=True)
class Moment:
    """What is on the screen."""

    listed: Condition = Everything()
    """By which the list was found."""
    selected: tuple[str, ...] = ()
    """Ids, at most `MOST_SELECTED`."""
    open_cable: str | None = None
    """Id of the cable that is read."""


def settled(query: Query, moment: Moment) -> Query:
    """The query with what it means by the moment in it."""
    condition = rewritten(query.condition, partial(_settled, moment))
    return replace(query, condition=condition)


def asks_selection(query: Query) -> bool:
    """Whether a query asks for what is selected."""
    return settled(query, Moment(selected=("",))) != settled(query, Moment())


def _settled(moment: Moment, leaf: Leaf) -> Condition:
    match leaf:
        case Is(field="in", value=scope):
            return _scope(scope.lower(), moment) or leaf
        case Around(cable_id=None) if moment.open_cable:
            return replace(leaf, cable_id=moment.open_cable)
        case _:
            return leaf


def _scope(name: str, moment: Moment) -> Condition | None:
    if name == "list":
        return Is("in", "all") if moment.listed == Everything() else moment.listed
    if name == "selection" and moment.selected:
        return any_of(tuple(Is("id", each) for each in moment.selected))
    return None
