"""What may have been meant by a query that finds nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from building import add
from hypothesis import given, note, settings
from hypothesis import strategies as st
from oracle import World, field_parts, words

from cablereader.archive.finding.part import Sql
from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.archive.words.spelling import slips_between
from cablereader.model.query import Contains, Is, Matches, Word
from cablereader.parse.cable import read_cable
from cablereader.source.sample import read_sample

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SLIPS = st.sampled_from(("less", "more", "other", "turned"))
SAMPLE = tuple(map(read_cable, read_sample()))
LONG_WORDS = sorted(
    {
        word
        for cable in SAMPLE
        for part in field_parts(cable, None)
        for word in words(part.text)
        if len(word) > 5 and set(word) <= set(LETTERS)
    }
)


class Named:
    """The notebook of somebody who has two labels and one search."""

    def attach(self, db: sqlite3.Connection) -> None:
        """It is small enough to be a table of the connection's own."""
        db.execute("CREATE TEMP TABLE labelled AS SELECT '07OSLO9012' AS id")

    def condition(self, asked: Is | Contains | Matches) -> Sql | None:
        if asked == Is("label", "fish"):
            return Sql("cable.id IN (SELECT id FROM labelled)")
        return Sql("0")

    def saved(self, name: str) -> str | None:
        return "goat" if name == "my goats" else None

    def names(self, field: str) -> list[str]:
        return ["fish", "trust"] if field == "label" else ["my goats"]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("sample") / "archive.db"
    add(path, read_sample())
    with Archive(path, notebook=Named()) as opened:
        yield opened


def meant(archive: Archive, query: str) -> list[str]:
    return [str(each.query) for each in archive.suggestions(read_query(query))]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("gaot", "goat"),
        ("embasy", "embassy"),
        ("mebassy", "embassy"),
        ("=Embasy", "=embassy"),
        ("embassy goaat class:c", "embassy goat class:c"),
        ("gaot -lake", "goat -lake"),
        ("para:(gaot)", "para:(goat)"),
        ("atleast:2:gaot", "atleast:2:goat"),
        ("gaot NEAR/20 the", "goat NEAR/20 the"),
        ('"the gaot"', '"the goat"'),
        ("subject:gaot", "subject:goat"),
        ("body:gaot", "body:goat"),
        ("origin:olso", "origin:oslo"),
        ('origin:"embasy oslo"', 'origin:"embassy oslo"'),
        ("country:norwya", "country:norway"),
        ("tag:PERL", "tag:PREL"),
        ('tag:"externl political relations"', 'tag:"external political relations"'),
        ("to:secsate", "to:secstate"),
        ("label:fsih", "label:fish"),
        ('saved:"my goat"', 'saved:"my goats"'),
        ("embassy limit:1 gaot sort:id", "embassy goat"),
    ],
)
def test_the_nearest_comes_first(archive: Archive, query: str, first: str) -> None:
    assert meant(archive, query)[0] == first


@pytest.mark.parametrize(
    "query",
    [
        *("", "qzqzqzqz", "qz", "id:99OSLO1", "goat date:1950", "decl:2039"),
        *("note:gaot", '"lighthouse goat"'),
    ],
)
def test_where_nothing_is_near_nothing_is_suggested(
    archive: Archive, query: str
) -> None:
    assert meant(archive, query) == []


def slip(word: str, kind: str, at: int, letter: str) -> str:
    """The word with a slip of the pen."""
    at %= len(word) - 1
    match kind:
        case "less":
            return word[:at] + word[at + 1 :]
        case "more":
            return word[:at] + letter + word[at:]
        case "other":
            return word[:at] + letter + word[at + 1 :]
        case _:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


@given(st.sampled_from(LONG_WORDS), SLIPS, st.integers(0, 20), st.sampled_from(LETTERS))
@settings(max_examples=150, deadline=None)
def test_what_is_suggested_is_found_and_a_slip_away(
    archive: Archive, word: str, kind: str, at: int, letter: str
) -> None:
    typed = slip(word, kind, at, letter)
    note(typed)
    query = read_query(typed)
    if archive.count(query):
        return
    suggestions = archive.suggestions(query)
    assert suggestions
    world = World(SAMPLE)
    for each in suggestions:
        assert each.cables == len(world.find(each.query.condition)) > 0
        assert isinstance(each.query.condition, Contains)
        pattern = each.query.condition.pattern
        assert isinstance(pattern, Word)
        assert slips_between(typed, pattern.text, 1) == 1


@given(st.text(LETTERS[:4], max_size=7), st.text(LETTERS[:4], max_size=7))
def test_slips_are_counted_both_ways(one: str, other: str) -> None:
    counted = slips_between(one, other, 99)
    assert counted == slips_between(other, one, 99)
    assert counted is not None
    assert (counted == 0) is (one == other)
    assert abs(len(one) - len(other)) <= counted <= max(len(one), len(other))
    assert slips_between(one, other, counted - 1) is None


@given(
    st.text(LETTERS[:4], min_size=2, max_size=7),
    SLIPS,
    st.integers(0, 20),
    st.sampled_from(LETTERS),
)
def test_a_slip_counts_as_one(word: str, kind: str, at: int, letter: str) -> None:
    typed = slip(word, kind, at, letter)
    assert slips_between(word, typed, 2) == (0 if typed == word else 1)
