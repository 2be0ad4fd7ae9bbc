"""What an archive asks of a notebook."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from building import add

from cablereader.archive.finding.part import Sql
from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.model.query import Contains, Is, Matches
from cablereader.source.sample import read_sample


class OneRead:
    """The notebook of somebody who has read one cable, and saved a few searches."""

    def __init__(self) -> None:
        self.searches = {
            "goats": "goat | sheep",
            "read goats": "saved:goats is:read",
            "wrong": "(",
            "loop": "saved:pool",
            "pool": "saved:loop",
        }

    def attach(self, db: sqlite3.Connection) -> None:
        """It is small enough to be a table of the connection's own."""
        db.execute("CREATE TEMP TABLE was_read (id TEXT PRIMARY KEY)")
        db.execute("INSERT INTO was_read VALUES ('07OSLO9012')")

    def condition(self, asked: Is | Contains | Matches) -> Sql | None:
        if asked == Is("is", "read"):
            return Sql("cable.id IN (SELECT id FROM was_read)", few=True)
        return None

    def saved(self, name: str) -> str | None:
        return self.searches.get(name)

    def names(self, field: str) -> list[str]:
        return list(self.searches) if field == "saved" else []


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    add(tmp_path / "archive.db", read_sample())
    return Archive(tmp_path / "archive.db", notebook=OneRead())


def ids(archive: Archive, query: str) -> list[str]:
    return [entry.cable_id for entry in archive.each(read_query(query))]


def test_a_state_is_a_condition_like_any_other(archive: Archive) -> None:
    assert ids(archive, "is:read") == ["07OSLO9012"]
    assert ids(archive, "is:read goat class:>=c") == ["07OSLO9012"]
    assert ids(archive, 'is:read "no such phrase"') == []
    unread = ids(archive, "-is:read")
    assert sorted([*unread, "07OSLO9012"]) == sorted(ids(archive, ""))
    assert "07OSLO9012" in ids(archive, "is:read | lake")


def test_a_saved_search_is_a_condition_like_any_other(archive: Archive) -> None:
    assert ids(archive, "saved:goats") == ids(archive, "goat | sheep")
    assert ids(archive, "-saved:goats") == ids(archive, "-(goat | sheep)")
    assert ids(archive, 'saved:"read goats"') == ["07OSLO9012"]
    assert archive.remarks(read_query("saved:goats")) == ()


@pytest.mark.parametrize(
    ("query", "remark"),
    [
        ("saved:wrong", "saved:wrong: query, column 2: a condition is missing here"),
        ("saved:loop", "saved:loop: it asks for itself"),
        ("saved:none", "saved:none: no search has this name"),
        ("in:list", "in:list: only where there is a list on the screen"),
        ("is:starred", "is:starred: there is no notebook that could tell"),
    ],
)
def test_what_cannot_be_asked_finds_nothing_and_says_why(
    archive: Archive, query: str, remark: str
) -> None:
    assert ids(archive, query) == []
    assert archive.remarks(read_query(query)) == (remark,)


def test_the_open_cable_is_what_a_time_is_around(tmp_path: Path) -> None:
    add(tmp_path / "archive.db", read_sample())
    with Archive(tmp_path / "archive.db", open_cable="07OSLO9012") as archive:
        assert ids(archive, "date:~3d") == ids(archive, "date:07OSLO9012~3d")
        assert "07OSLO9012" in ids(archive, "date:~3d")
        assert len(ids(archive, "date:~40y")) == archive.size
