"""The names and words of an archive."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from building import add

from cablereader.archive.finding import lookup
from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.source.sample import read_sample


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("sample") / "archive.db"
    add(path, read_sample())
    with Archive(path) as archive:
        yield archive


def test_a_beginning_is_looked_up_once_a_query(sample: Archive) -> None:
    asked: list[str] = []
    sample._db.set_trace_callback(asked.append)
    sample.rows(read_query("(goat | lake) -(goat lake) para:(goat lake)"))
    sample._db.set_trace_callback(None)
    words = [statement for statement in asked if "gist_term" in statement]
    assert len(words) == 2


@pytest.mark.parametrize("most", [0, 1, 10_000])
def test_words_one_by_one_and_by_their_beginning_find_the_same(
    sample: Archive, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = read_query("goa | lak | embas -fish")
    expected = sample.rows(query)
    assert expected
    monkeypatch.setattr(lookup, "MOST_WORDS_FIRST", most)
    sample.refresh()
    assert sample.rows(query) == expected
