"""What an archive keeps, and how it is asked for."""

from __future__ import annotations

import gc
from collections import Counter
from itertools import permutations
from pathlib import Path
from sys import getrefcount
from weakref import ref

import pytest
from building import add
from documents import BODY, HEADER, page
from hypothesis import given, settings
from hypothesis import strategies as st

from cablereader.archive.importing.writing import MOST_NAMED, Tally
from cablereader.archive.place import ROOM
from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.model.cable import Source
from cablereader.model.entry import Window
from cablereader.model.facets import Count
from cablereader.model.frozen import replace
from cablereader.model.query import Query
from cablereader.model.query_field import GROUP_KEYS
from cablereader.model.raw import RawCable
from cablereader.parse.cable import read_cable
from cablereader.parse.html_page import read_page
from cablereader.present.group_name import NONE, group_name
from cablereader.source.sample import read_sample


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    path = tmp_path_factory.mktemp("sample") / "archive.db"
    add(path, read_sample())
    return Archive(path)


BASE = RawCable(
    source=Source("html", "a.html"),
    created="2007-03-14 16:04",
    origin="Embassy Oslo",
    classification="CONFIDENTIAL",
    header=HEADER,
    body=BODY,
)


def raw(cable_id: str, created: str | None = BASE.created) -> RawCable:
    """A raw cable with little in it."""
    return replace(BASE, cable_id=cable_id, created=created)


def ids(archive: Archive, query: str) -> list[str]:
    return [entry.cable_id for entry in archive.rows(read_query(query))]


def test_a_cable_comes_back_as_it_was_read(sample: Archive) -> None:
    for own in read_sample():
        cable = read_cable(own)
        assert sample.get(cable.cable_id or "") == cable


def test_any_spelling_of_an_id_finds_the_cable(sample: Archive) -> None:
    for spelling in ("07OSLO9012", "07 oslo 009012", "2007OSLO9012", "07Oslo9012"):
        found = sample.get(spelling)
        assert found is not None
        assert found.cable_id == "07OSLO9012"
    assert sample.get("07OSLO1") is None
    assert sample.place_of("no id") is None


def test_a_cable_with_a_broken_id_is_found_by_both(tmp_path: Path) -> None:
    add(tmp_path / "a.db", [raw("09EFTOLONDON2187")])
    with Archive(tmp_path / "a.db") as archive:
        assert archive.place_of("09EFTOLONDON2187") == archive.place_of("09LONDON2187")


def test_an_id_of_its_own_comes_before_one_that_is_meant(tmp_path: Path) -> None:
    add(tmp_path / "a.db", [raw("09EFTOLONDON2187"), raw("09LONDON2187")])
    with Archive(tmp_path / "a.db") as archive:
        for own in ("09EFTOLONDON2187", "09LONDON2187"):
            cable = archive.get(own)
            assert cable is not None
            assert cable.cable_id == own


def test_the_list_is_in_the_order_of_time(tmp_path: Path) -> None:
    times = {
        "07A1": "2007-01-01 00:00",
        "66B1": "1966-12-28 18:48",
        "10C1": "2010-02-28 23:59",
        "07D1": "2007-01-02 00:00",
        "07E1": None,
    }
    add(
        tmp_path / "a.db",
        [replace(raw(name, time), header="") for name, time in times.items()],
    )
    with Archive(tmp_path / "a.db") as archive:
        assert ids(archive, "") == ["10C1", "07D1", "07A1", "66B1", "07E1"]
        assert ids(archive, "sort:date") == ["07E1", "66B1", "07A1", "07D1", "10C1"]
        assert ids(archive, "date:..2006") == ["66B1"]
        assert ids(archive, "-date:1900..") == ["07E1"]


def test_a_day_that_is_full_goes_on_in_the_next(tmp_path: Path) -> None:
    times = ("2007-01-01 12:00", "2007-01-02 00:00")
    raws = [raw(f"07OSLO{n}", times[n % 3 == 0]) for n in range(1, 3 * ROOM)]
    add(tmp_path / "a.db", raws)
    with Archive(tmp_path / "a.db") as archive:
        for day, share in (("2007-01-01", False), ("2007-01-02", True)):
            expected = {
                f"07OSLO{n}" for n in range(1, 3 * ROOM) if (n % 3 == 0) is share
            }
            found = archive.each(read_query(f"date:{day}"))
            assert {entry.cable_id for entry in found} == expected
            assert archive.count(read_query(f"date:{day} goat")) == len(expected)


def test_rows_are_a_window_into_the_list(sample: Archive) -> None:
    query = read_query("sort:id")
    every = sample.rows(query, Window(0, 100))
    assert [entry.cable_id for entry in every] == sorted(e.cable_id for e in every)
    for start in range(0, 25, 3):
        sample.refresh()
        assert sample.rows(query, Window(start, 4)) == every[start : start + 4]
    for position, entry in enumerate(every):
        assert sample.position(query, entry.cable_id) == position
    assert sample.position(query, "07OSLO1") is None


def test_the_list_stays_while_cables_are_imported(tmp_path: Path) -> None:
    add(tmp_path / "a.db", [raw("07OSLO1"), raw("07OSLO2")])
    with Archive(tmp_path / "a.db") as archive:
        assert len(archive.places(Query())) == 2
        add(tmp_path / "a.db", [raw("07OSLO3")])
        assert archive.count(Query()) == len(archive.rows(Query())) == 2
        archive.refresh()
        assert archive.count(Query()) == len(archive.rows(Query())) == 3


def test_facets_count_what_the_list_has(sample: Archive) -> None:
    for text in ("", "norway", "class:>=c", "date:2009", "tag:PREL limit:5", "xyzzy"):
        query = read_query(text)
        entries = tuple(sample.each(query))
        facets = sample.facets(query)
        assert facets.cables == len(entries)
        assert counted(facets.origins) == Counter(e.origin for e in entries if e.origin)
        assert counted(facets.tags) == Counter(tag for e in entries for tag in e.tags)
        assert counted(facets.classifications) == Counter(
            str(e.classification) for e in entries if e.classification
        )
        months = Counter(f"{e.created:%Y-%m}" for e in entries if e.created)
        assert counted(facets.months) == months
        assert [count.value for count in facets.months] == sorted(months)
        assert sum(counted(facets.years).values()) == sum(months.values())


def counted(counts: tuple[Count, ...]) -> Counter[str]:
    return Counter({count.value: count.cables for count in counts})


def test_pages_to_browse_by(sample: Archive) -> None:
    entries = tuple(sample.each(Query()))
    assert counted(sample.counts("year")) == Counter(
        f"{e.created:%Y}" for e in entries if e.created
    )
    assert counted(sample.counts("released")) == Counter(
        f"{e.released:%Y-%m-%d}" for e in entries if e.released
    )
    for by, of in (("origin", "origins"), ("tag", "tags"), ("month", "months")):
        assert sample.counts(by) == getattr(sample.facets(Query()), of)


def test_what_cites_a_cable_need_not_have_it(sample: Archive) -> None:
    for own in map(read_cable, read_sample()):
        for reference in own.references:
            if reference.cable_id:
                citing = sample.citing(reference.cable_id)
                assert own.cable_id in {entry.cable_id for entry in citing}


def test_the_same_cable_twice_is_one(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    assert add(path, [raw("07OSLO1"), raw("07OSLO1")]) == Tally(new=1, known=1)
    assert add(path, [raw("07OSLO1")]) == Tally(known=1)


def test_versions_of_a_cable_are_kept_and_the_last_released_is_shown(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.db"
    first, second, third = (
        replace(raw("07OSLO1"), released=time, body=f"{BODY}\n\n3. (C) {word}")
        for time, word in (
            ("2010-12-01 21:09", "early XXXXXXXXXXXX"),
            ("2011-02-01 21:09", "middle"),
            ("2011-08-30 01:44", "final"),
        )
    )
    assert add(path, [second]) == Tally(new=1)
    assert add(path, [third]) == Tally(changed=1, named=("07OSLO1",))
    assert add(path, [first]) == Tally(changed=1, named=("07OSLO1",))
    assert add(path, [first, second, third]) == Tally(known=3)
    with Archive(path) as archive:
        assert archive.versions("07 Oslo 1") == (third, second, first)
        (entry,) = archive.rows(Query())
        assert entry.versions == 3
        assert f"{entry.released:%Y-%m-%d %H:%M}" == third.released
        assert ids(archive, "final") == ids(archive, "has:releases") == ["07OSLO1"]
        for gone in ("middle", "early", "is:redacted", "final middle"):
            assert ids(archive, gone) == []
            assert archive.count(read_query(gone)) == 0
        assert archive.versions("07OSLO2") == ()


def document(source: str, *, released: str | None, scanned: bool = False) -> RawCable:
    """The same cable as it was read of another sort of document."""
    return replace(
        raw("07OSLO1"),
        source=Source(source, f"07OSLO1.{source}"),
        released=released,
        scanned=scanned,
        body=f"{BODY}\n\n3. (C) {source} {'scanned' * scanned}",
    )


PAGE = document("html", released="2010-12-01 21:09")
DUMP = document("csv", released=None)
TEXT = document("text", released="2011-02-01 21:09")
SCAN = document("text", released="2011-08-30 01:44", scanned=True)


@pytest.mark.parametrize(
    "documents",
    [
        (PAGE, DUMP),
        (PAGE, TEXT),
        (PAGE, SCAN),
        (DUMP, TEXT),
        (DUMP, SCAN),
        (TEXT, SCAN),
    ],
    ids=lambda each: "-".join(str(raw.kind) for raw in each),
)
def test_which_version_is_shown_depends_on_what_it_is_not_on_when_it_came(
    documents: tuple[RawCable, RawCable], tmp_path: Path
) -> None:
    together, path = tmp_path / "together.db", tmp_path / "apart.db"
    add(together, documents[::-1])
    for each in documents[::-1]:
        add(path, [each])
    add(tmp_path / "first.db", documents)
    for made in (together, path, tmp_path / "first.db"):
        with Archive(made) as archive:
            assert archive.versions("07OSLO1") == documents


def test_all_orders_of_three_versions_show_the_same(tmp_path: Path) -> None:
    for number, order in enumerate(permutations((SCAN, TEXT, PAGE))):
        add(tmp_path / f"{number}.db", order)
        with Archive(tmp_path / f"{number}.db") as archive:
            assert archive.versions("07OSLO1")[0] == PAGE


def test_changed_cables_are_named_while_they_are_few(tmp_path: Path) -> None:
    def versions(count: int, word: str) -> list[RawCable]:
        return [
            replace(raw(f"07OSLO{n}"), body=f"{BODY}\n\n3. (C) {word}")
            for n in range(1, count + 1)
        ]

    path = tmp_path / "a.db"
    assert not add(path, versions(20, "one")).named
    assert add(path, versions(2, "two") * 2).named == ("07OSLO1", "07OSLO2")
    assert len(add(path, versions(20, "three")).named) == MOST_NAMED + 1


def test_versions_in_one_batch_are_the_same_as_in_several(tmp_path: Path) -> None:
    versions = [
        replace(
            raw("07OSLO1"), released=f"2011-0{n}-01 21:09", body=f"{BODY}\n\nword{n}"
        )
        for n in (2, 5, 1, 4)
    ]
    together, apart = tmp_path / "a.db", tmp_path / "b.db"
    add(together, versions)
    for version in versions:
        add(apart, [version])
    for path in (together, apart):
        with Archive(path) as archive:
            assert [
                v.released[:7] for v in archive.versions("07OSLO1") if v.released
            ] == [f"2011-0{n}" for n in (5, 4, 2, 1)]
            assert [ids(archive, f"word{n}") for n in (1, 2, 4, 5)] == [
                [], [], [], ["07OSLO1"],
            ]  # fmt: skip


def test_pages_and_articles_come_back(tmp_path: Path) -> None:
    own = read_page(page(articles=("http://www.guardian.co.uk/world",)), "a.html")
    add(tmp_path / "a.db", [own])
    with Archive(tmp_path / "a.db") as archive:
        assert archive.versions("07OSLO9001") == (own,)
        assert ids(archive, "article:guardian") == ids(archive, "has:article")


TEXTS = st.text(max_size=30) | st.sampled_from(
    (
        "\x00",
        "\ud800",
        "(S//NF) 1. \u0130",
        "X" * 9,
        "2009-13-45 99:99",
        "\ue000",
        "TAGS: \ue004",
    )
)
RAWS = st.builds(
    RawCable,
    source=st.just(Source("csv", "a\ud800.csv", 3)),
    cable_id=st.sampled_from(("07OSLO1", "", "\ud800", "07OSLO2 ")) | TEXTS,
    title=st.none() | TEXTS,
    created=st.none() | TEXTS | st.just("2007-03-14 16:04"),
    released=st.none() | TEXTS | st.just("1066-10-14 12:00"),
    classification=st.none() | TEXTS | st.just("SECRET//NOFORN"),
    origin=st.none() | TEXTS,
    articles=st.lists(TEXTS, max_size=2).map(tuple),
    references=st.lists(TEXTS, max_size=2).map(tuple),
    tags=st.lists(TEXTS, max_size=2).map(tuple),
    header=TEXTS | st.just(HEADER),
    body=TEXTS | TEXTS.map(lambda text: f"{BODY}\n\n3. (S/NF) {text}"),
)


@given(raws=st.lists(RAWS, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_whatever_a_source_says_can_be_kept(
    raws: list[RawCable], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.db"
    named = [each for each in raws if read_cable(each).cable_id]
    tally = add(path, named)
    assert tally.total == len(named)
    with Archive(path) as archive:
        assert archive.size == tally.new
        kept = sum(len(archive.versions(e.cable_id)) for e in archive.each(Query()))
        assert kept == tally.new + tally.changed
        assert archive.facets(Query()).cables == tally.new


@pytest.mark.parametrize("sort", ["", "sort:id", "sort:relevance", "limit:7"])
@pytest.mark.parametrize("key", GROUP_KEYS)
def test_a_group_stands_together_in_the_order_of_the_list(
    sample: Archive, key: str, sort: str
) -> None:
    plain = list(
        sample.each(read_query(f"(goat | embassy) {sort}".replace("limit:7", "")))
    )
    query = read_query(f"(goat | embassy) group:{key} {sort}")
    found = list(sample.each(query))
    names = [group_name(entry, key) for entry in plain]
    if key == "class":
        marked = [entry for entry in plain if entry.classification]
        markings = {entry.classification for entry in marked if entry.classification}
        ranked = sorted(markings, key=lambda each: (each.level, each.text))
        order = [each.text for each in reversed(ranked)]
    else:
        order = sorted({*names} - {NONE}, reverse=key not in ("origin", "tag"))
    ends = [NONE] if NONE in names else []
    order = [*order, *ends] if key not in ("origin", "tag") else [*ends, *order]
    expected = [
        entry for name in order for entry in plain if group_name(entry, key) == name
    ]
    assert found == expected[: query.limit]
    assert list(sample.rows(query, Window(0, 3))) == found[:3]


def grown(archive: Archive, query: str) -> list[str]:
    """What is found in the end, by a list that grows."""
    found, is_all = list(archive.growing(read_query(query), 3))[-1]
    assert is_all
    return [entry.cable_id for entry in archive.entries(found)]


@pytest.mark.parametrize("query", ["goat", "origin:oslo", "", "subject:/go.t/"])
def test_a_list_that_grows_ends_as_the_whole_list(sample: Archive, query: str) -> None:
    assert grown(sample, "sea") == ids(sample, "sea")
    assert grown(sample, query) == ids(sample, query)
    assert grown(sample, query) == ids(sample, query)


def test_what_an_archive_lacks_is_told(sample: Archive) -> None:
    own = ids(sample, "goat")
    assert sample.missing([*own, "07NOWHERE1"]) == {"07NOWHERE1"}
    assert sample.missing([]) == frozenset()


def test_a_closed_archive_lets_go_of_what_it_found_and_read(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    add(path, [raw("07OSLO1"), raw("07OSLO2")])
    query = read_query("origin:oslo")
    gc.disable()
    try:
        with Archive(path) as archive:
            found = ref(archive.places(query))
            (place, _) = archive.places(query)
            cable = archive.at(place)
            kept = getrefcount(cable)
            assert found() is not None
        assert found() is None
        assert getrefcount(cable) < kept
    finally:
        gc.enable()
