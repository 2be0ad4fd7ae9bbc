"""However an archive is asked, the same cables come: as a set, or one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import generator
import pytest
from building import add

from cablereader.archive.connection import connect
from cablereader.archive.finding import search, searcher
from cablereader.archive.finding.functions import add_functions
from cablereader.archive.finding.looking import stands_in
from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.archive.texts import Texts
from cablereader.model.cable import Cable
from cablereader.model.query import Contains, InParagraph
from cablereader.parse.cable import read_cable
from cablereader.source.sample import find_in_sample

CABLES = 60
QUERIES = (
    "the",
    "=the",
    "class:c the",
    "para:(paraclass:c the)",
    "the OR body:of",
    "subject:the OR header:de",
    "subject:the subject:of",
    "the -class:s",
    "-para:(paraclass:s)",
    "header:de the",
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("made") / "archive.db"
    add(path, generator.cables(CABLES))
    with Archive(path) as opened:
        yield opened


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("first", [1, 5, CABLES])
def test_the_first_cables_are_the_same_where_all_are_many(
    archive: Archive, query: str, first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = list(archive.places(read_query(query)))
    for many in ("MANY_CABLES", "MANY_PASSAGES"):
        monkeypatch.setattr(search, many, 1)
    with Archive(archive.path) as fresh:
        pages = list(fresh.growing(read_query(query), first))
    page, is_all = pages[0]
    assert list(page)[:first] == every[: len(page)][:first]
    assert is_all is (len(every) < first)
    assert list(pages[-1][0]) == every


@pytest.mark.parametrize("query", ["the sort:subject", "the group:origin", ""])
def test_what_is_told_meanwhile_grows_to_all(
    archive: Archive, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searcher, "PAUSE", 0.0)
    monkeypatch.setattr(searcher, "TOGETHER", 7)
    asked = read_query(query)
    with Archive(archive.path) as fresh:
        pages = [(list(page), is_all) for page, is_all in fresh.growing(asked, 3)]
    every = list(archive.places(asked))
    assert pages[-1] == (every, True)
    assert [is_all for _, is_all in pages].count(True) == 1
    assert all(every[: len(page)] == page for page, _ in pages)


@pytest.mark.parametrize(
    ("query", "stands"),
    [
        ("body:goat", True),
        ("body:lighthouse", False),
        ("subject:keeper", True),
        ("header:oslo", True),
        ("goat", True),
        ("para:(goat -lighthouse)", True),
        ("para:(goat OR lighthouse)", True),
        ("para:(lighthouse paraclass:c)", False),
        ("para:(goat paraclass:ts)", False),
    ],
)
def test_a_look_at_a_cable_tells_what_stands_in_it(
    query: str,
    stands: bool,  # noqa: FBT001  # by the parameter's name
) -> None:
    raw = find_in_sample("09OSLO9066")
    assert raw
    condition = read_query(query).condition
    assert isinstance(condition, Contains | InParagraph)
    assert stands_in(condition, read_cable(raw)) is stands


@pytest.fixture
def db(archive: Archive) -> Iterator[sqlite3.Connection]:
    with closing(connect(archive.path)) as db:
        yield db


def stopped(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("from within")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "said"),
    [(sqlite3.SQLITE_INTERRUPT, "interrupted"), (sqlite3.SQLITE_IOERR, "user-defined")],
)
def test_who_gives_up_a_look_gives_up_the_search(
    db: sqlite3.Connection, code: int, said: str
) -> None:
    def cable_at(place: int) -> Cable:
        raise stopped(code)

    add_functions(db, Texts(db), cable_at)
    with pytest.raises(sqlite3.OperationalError, match=said):
        db.execute(
            "SELECT place FROM cable WHERE stands(place, 'para:(the)')"
        ).fetchall()


def test_what_is_no_text_stands_nowhere(
    db: sqlite3.Connection, archive: Archive
) -> None:
    add_functions(db, Texts(db), archive.at)
    told = db.execute(
        "SELECT DISTINCT stands(place, 'is:unread') FROM cable"
    ).fetchall()
    assert told == [(0,)]
