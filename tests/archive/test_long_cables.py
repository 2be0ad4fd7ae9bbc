"""Cables with more passages than one place of the archive has rows for."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import add
from hypothesis import given
from hypothesis import strategies as st

from cablereader.archive.place import PASSAGES, further_places, passage_row
from cablereader.archive.query.typed import read_query
from cablereader.archive.schema import PASSAGE_BITS
from cablereader.archive.store import Archive
from cablereader.model.cable import Source
from cablereader.model.raw import RawCable

LONG = 3 * PASSAGES + 2


def cable(cable_id: str, paragraphs: int, released: str | None = None) -> RawCable:
    """A cable of numbered paragraphs, each with its number in words, and a goat."""
    texts = (
        f"{n}. ({'S' if n % 2 else 'U'}) Paragraph {cable_id} word{n} of a goat."
        for n in range(1, paragraphs + 1)
    )
    return RawCable(
        source=Source("csv", "a.csv", line=1),
        cable_id=cable_id,
        created="2007-03-14 16:04",
        released=released,
        origin="Embassy Oslo",
        classification="SECRET",
        body="S E C R E T OSLO 000001\n\nSUBJECT: FISH\n\n" + "\n\n".join(texts),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "archive.db"
    sizes = {"07OSLO1": 3, "07OSLO2": LONG, "07OSLO3": PASSAGES, "07OSLO4": LONG}
    add(path, [cable(name, size) for name, size in sizes.items()])
    return path


def found(path: Path, query: str) -> list[str]:
    with Archive(path) as archive:
        asked = read_query(query)
        ids = [entry.cable_id for entry in archive.rows(asked)]
        assert archive.count(asked) == len(ids)
        assert [entry.cable_id for entry in archive.each(asked)] == ids
    return ids


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("goat", "4321"),
        (f"word{LONG}", "42"),
        (f"para:(word{LONG} goat)", "42"),
        (f"para:(word{LONG} word{LONG - 1})", ""),
        (f"para:(word{PASSAGES + 1} 07oslo4)", "4"),
        (f"para:(07oslo3 -word{PASSAGES})", "3"),
        (f"para:(=word{LONG} paraclass:s)", "42" if LONG % 2 else ""),
        (f"para:(=word{LONG} paraclass:u)", "" if LONG % 2 else "42"),
        (f'"word{LONG} of a goat"', "42"),
        (f"atleast:{LONG}:goat", "42"),
        (f"atleast:{LONG + 1}:goat", ""),
        (f"atleast:{PASSAGES}:goat -atleast:{LONG}:goat", "3"),
        ("goat sort:relevance", "4321"),
        ("date:2007-03-14", "4321"),
        ("date:2007-03-14 para:goat", "4321"),
    ],
)
def test_all_of_a_long_cable_is_found(path: Path, query: str, expected: str) -> None:
    ids = found(path, query)
    wanted = [f"07OSLO{number}" for number in expected]
    assert (sorted(ids) if "relevance" in query else ids) == (
        sorted(wanted) if "relevance" in query else wanted
    )


def test_what_a_former_version_said_in_its_further_places_is_gone(path: Path) -> None:
    add(path, [cable("07OSLO2", 2, released="2011-08-30 01:44")])
    assert found(path, f"para:word{LONG}") == ["07OSLO4"]
    assert found(path, "goat") == ["07OSLO2", "07OSLO4", "07OSLO3", "07OSLO1"]
    assert found(path, f"atleast:{LONG}:goat") == ["07OSLO4"]


@given(st.lists(st.integers(0, 4 * PASSAGES), min_size=1, max_size=9))
def test_no_two_passages_have_one_row(sizes: list[int]) -> None:
    place, rows = 1, []
    for size in sizes:
        own = [passage_row(place, number) for number in range(size + 1)]
        last = place + further_places(size)
        assert all(place <= row >> PASSAGE_BITS <= last for row in own)
        fronts = [row for row in own if row % (1 << PASSAGE_BITS) == 0]
        assert fronts == own[:1]
        rows += own
        place = last + 1
    assert rows == sorted(set(rows))
