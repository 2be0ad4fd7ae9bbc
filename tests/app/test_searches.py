"""What is told of a list in the background, at the first time and at the next."""

from __future__ import annotations

from dataclasses import replace
from threading import Event, Thread
from time import monotonic

import pytest

from cablereader.app.searches import Found, Searches
from cablereader.archive.finding import searcher
from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.errors import ArchiveError
from cablereader.library.files.small_file import stamp_of
from cablereader.library.kept.facets import keep_facets, kept_facets
from cablereader.model.facets import Facets
from cablereader.model.query import Query

PATIENCE = 20.0
"""Seconds for what takes a moment."""


def told(archive: Archive, query: Query) -> Facets:
    facets: list[Facets] = []
    Searches(archive.path).facets(query, facets.append, lambda: True)
    (only,) = facets
    return only


def test_a_whole_archive_is_counted_once(archive: Archive) -> None:
    counted = told(archive, Query())
    assert counted.cables == archive.size
    stamp = stamp_of(archive.path)
    assert kept_facets(archive.path, stamp) == counted
    marked = replace(counted, cables=4711)
    keep_facets(archive.path, stamp, marked)
    assert told(archive, Query()) == marked


def test_a_part_of_it_is_counted_each_time(archive: Archive) -> None:
    query = read_query("origin:oslo")
    told(archive, Query())
    assert told(archive, query) == archive.facets(query)
    assert told(archive, replace(query, limit=2)).cables == 2
    assert told(archive, Query(limit=2)).cables == 2


def found(archive: Archive, query: Query, first: int = 5) -> list[Found]:
    answers: list[Found] = []

    def tell(answer: Found | ArchiveError) -> None:
        assert isinstance(answer, Found)
        answers.append(answer)

    Searches(archive.path).search(query, tell, lambda: True, first)
    return answers


@pytest.mark.parametrize("text", ["", "sort:date", "sort:-date"])
def test_the_list_of_all_is_gone_through_once(archive: Archive, text: str) -> None:
    query = read_query(text)
    page, every = found(archive, query)
    assert list(every.places)[:5] == list(page.places)
    assert (page.complete, every.complete) == (False, True)
    (again,) = found(archive, query)
    assert again.complete
    assert list(again.places) == list(every.places) == list(archive.places(query))


def test_a_list_of_all_in_another_order_is_searched_for(archive: Archive) -> None:
    found(archive, Query())
    for text in ("sort:subject", "group:origin", "limit:7"):
        *_, every = found(archive, read_query(text))
        assert every.complete
        assert list(every.places) == list(archive.places(read_query(text)))


def test_a_list_that_takes_long_grows(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searcher, "PAUSE", 0.0)
    monkeypatch.setattr(searcher, "TOGETHER", 2)
    answers = found(archive, read_query("-tag:ZZZ"), 3)
    every = list(answers[-1].places)
    assert len(answers) > 3
    assert [answer.complete for answer in answers] == [
        *[False] * (len(answers) - 1),
        True,
    ]
    for answer in answers:
        assert list(answer.places) == every[: len(answer.places)]
    sizes = [len(answer.places) for answer in answers[1:]]
    assert sizes == sorted(sizes)


def test_a_search_can_be_given_up(archive: Archive) -> None:
    searches = Searches(archive.path)
    given_up = Event()

    def tell(answer: Found | ArchiveError) -> None:
        if isinstance(answer, ArchiveError):
            given_up.set()

    def search_on() -> None:
        while not given_up.is_set():
            searches.search(read_query("sort:subject"), tell, lambda: True, 5)

    searching = Thread(target=search_on, daemon=True)
    searching.start()
    until = monotonic() + PATIENCE
    while not given_up.is_set() and monotonic() < until:
        searches.stop()
    searching.join(PATIENCE)
    assert given_up.is_set()
