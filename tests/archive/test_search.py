"""Every query finds what reading every cable finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from asking import conditions, near, patterns
from building import add
from generator import cables as generated
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from oracle import World

from cablereader.archive.finding import search
from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.errors import ArchiveError
from cablereader.model.entry import Window
from cablereader.model.query import Condition, Contains, Not, Or, all_of
from cablereader.model.raw import RawCable
from cablereader.parse.cable import read_cable
from cablereader.source.failure import Failure
from cablereader.source.reading import read_raw
from cablereader.source.sample import read_sample

MANY = 10_000


@dataclass(frozen=True, repr=False)
class Library:
    """The same cables in an archive, and one by one."""

    archive: Archive
    world: World
    conditions: SearchStrategy[Condition]

    def check(self, data: st.DataObject) -> None:
        """A query that is drawn finds the same in both."""
        query = read_query(str(data.draw(self.conditions)))
        note(f"query: {query}")
        assert read_query(str(query)) == query
        found = [entry.cable_id for entry in self.archive.each(query)]
        assert set(found) == self.world.find(query.condition)
        assert len(set(found)) == len(found) == self.archive.count(query)
        self.archive.refresh()
        page = self.archive.rows(query, Window(0, 5))
        assert [entry.cable_id for entry in page] == found[:5]


def library(folder: Path, raws: Iterable[RawCable]) -> Library:
    rest = tuple(raws)
    for start in range(0, len(rest), 1000):
        add(folder / "archive.db", rest[start : start + 1000])
    cables = tuple(map(read_cable, rest))
    return Library(Archive(folder / "archive.db"), World(cables), conditions(cables))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("sample"), read_sample())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("made"), generated(100))


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, real_documents: Path) -> Library:
    failures: list[Failure] = []
    pages = read_raw([str(real_documents / "pages")], report=failures.append)
    made = library(tmp_path_factory.mktemp("real"), pages)
    assert not failures
    return made


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("many"), generated(MANY))


patient = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@given(st.data())
@settings(patient, max_examples=150)
def test_it_finds_in_the_sample_what_reading_all_of_it_does(
    sample: Library, data: st.DataObject
) -> None:
    sample.check(data)


@pytest.mark.parametrize(
    ("many_words", "few", "many_looks"),
    [(1 << 30, 0, 1 << 30), (0, 0, 1 << 30), (0, 1 << 30, 0)],
    ids=["in few places", "in many places", "everywhere"],
)
@given(data=st.data())
@settings(patient, max_examples=40)
def test_number_and_order_are_told_by_the_index_and_by_looks(
    sample: Library, data: st.DataObject, many_words: int, few: int, many_looks: int
) -> None:
    cables = sample.world.cables
    asked = st.builds(Contains, near(cables, None) | patterns(cables, "body"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "MANY_WORDS", many_words)
        patch.setattr(search, "FEW", few)
        patch.setattr(search, "MANY_LOOKS", many_looks)
        Library(sample.archive, sample.world, asked | st.builds(Not, asked)).check(data)


@given(st.data())
@settings(patient, max_examples=30)
def test_it_finds_in_generated_cables_what_reading_all_does(
    made: Library, data: st.DataObject
) -> None:
    made.check(data)


@pytest.mark.slow
@given(st.data())
@settings(patient, max_examples=300)
def test_it_finds_in_real_ones_what_reading_all_does(
    real: Library, data: st.DataObject
) -> None:
    real.check(data)


@pytest.mark.slow
@given(st.data())
@settings(patient, max_examples=60)
def test_it_finds_in_ten_thousand_what_reading_all_does(
    many: Library, data: st.DataObject
) -> None:
    many.check(data)


DEEP = "-(" * 28 + "goat" + " OR wine)" * 28


@pytest.mark.parametrize("text", [f"{DEEP} OR class:s", f"para:({DEEP})"])
def test_what_the_index_cannot_follow_is_no_damage(sample: Library, text: str) -> None:
    with pytest.raises(ArchiveError, match="too many brackets in each other"):
        sample.archive.count(read_query(text))


def test_one_of_many_is_found(sample: Library) -> None:
    cables = [cable.cable_id for cable in sample.archive.each(read_query("tag:PREL"))]
    strange = " OR ".join(f"tag:Q{number}" for number in range(200))
    for query in (f"{strange} OR tag:PREL", f"tag:PREL OR {strange}"):
        found = [cable.cable_id for cable in sample.archive.each(read_query(query))]
        assert found == cables
        assert sample.archive.count(read_query(f"-({query})")) == (
            sample.archive.size - len(cables)
        )


@pytest.mark.parametrize("most", [1, 8])
@given(data=st.data())
@settings(patient, max_examples=40)
def test_alternatives_by_different_indexes_are_found_side_by_side(
    sample: Library, data: st.DataObject, most: int
) -> None:
    either = st.lists(sample.conditions, min_size=2, max_size=3).map(tuple)
    both = st.lists(st.builds(Or, either), min_size=1, max_size=2).map(tuple)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "MOST_ALTERNATIVES", most)
        Library(sample.archive, sample.world, both.map(all_of)).check(data)
