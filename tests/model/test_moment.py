"""What a query means by the list, the selection and the open cable."""

from __future__ import annotations

import pytest

from cablereader.archive.query.typed import read_query
from cablereader.model.moment import Moment, asks_selection, settled
from cablereader.model.query import Everything

LISTED = Moment(
    listed=read_query("goat | lake").condition,
    selected=("07OSLO9012", "09OSLO9066"),
    open_cable="09OSLO9066",
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wine", "wine"),
        ("in:list", "goat OR lake"),
        ("wine in:LIST", "wine (goat OR lake)"),
        ("-in:list", "-(goat OR lake)"),
        ("in:selection", "id:07OSLO9012 OR id:09OSLO9066"),
        ("date:~7d", "date:09OSLO9066~7d"),
        ("date:10OSLO1~7d", "date:10OSLO1~7d"),
        ("in:bookmarks sort:id limit:3", "in:bookmarks sort:id limit:3"),
    ],
)
def test_it_becomes_what_it_means(typed: str, meant: str) -> None:
    query = settled(read_query(typed), LISTED)
    assert str(query) == meant
    assert read_query(meant) == query


def test_without_limits_the_list_is_all() -> None:
    query = settled(read_query("-in:list"), Moment(listed=Everything()))
    assert str(query) == "-in:all"


def test_where_nothing_is_selected_or_open_it_stays() -> None:
    for typed in ("in:selection", "date:~7d"):
        assert settled(read_query(typed), Moment()) == read_query(typed)


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        ("in:selection", True),
        ("wine -(in:Selection | goat)", True),
        ("in:list date:~7d", False),
        ('"in:selection"', False),
    ],
)
def test_it_is_known_whether_the_selection_is_asked_for(
    typed: str, *, asks: bool
) -> None:
    assert asks_selection(read_query(typed)) is asks
