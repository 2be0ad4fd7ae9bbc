"""How a query was read, where its words stand, and what is most relevant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from asking import conditions, patterns
from building import add
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cablereader.archive.finding.lookup import Lookup
from cablereader.archive.finding.ranking import weighed
from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.archive.words.matching import spans_of
from cablereader.model.entry import Entry
from cablereader.model.query import AtLeast, Contains, texts_in
from cablereader.parse.cable import read_cable
from cablereader.source.sample import read_sample

CABLES = tuple(map(read_cable, read_sample()))
CONDITIONS = conditions(CABLES)
PATTERNS = patterns(CABLES, None)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("sample") / "archive.db"
    add(path, read_sample())
    with Archive(path) as archive:
        yield archive


READINGS = {
    "": "everything",
    "wine": 'text prefix "wine"',
    "EU": 'text word "eu"',
    "=wine": 'text word "wine"',
    "=Wine": 'text word as written "Wine"',
    'body:"state secret"': 'body phrase "state secret"',
    '"state secret"~3': 'text phrase "state secret" (3 words)',
    "ale NEAR/4 gin": 'text prefix "ale" near prefix "gin" (4 words)',
    "ale THEN gin": 'text prefix "ale" before prefix "gin" (10 words)',
    "atleast:5:goat": 'text 5 times prefix "goat"',
    "origin:oslo": "origin = Embassy Oslo",
    "origin:e": "origin = Embassy Bridgetown or Embassy Copenhagen or Embassy Lisbon"
    " or 6 more",
    "origin:atlantis": "origin = nothing called atlantis",
    "country:norway": "origin = Embassy Oslo",
    "tag:prel": "TAGS = PREL",
    "class:>=c": "class ≥ CONFIDENTIAL",
    "class:s/nf": "class = SECRET//NOFORN",
    "class:sbu": "class = UNCLASSIFIED//SBU",
    "class:noforn": "class = NOFORN",
    "date:2009-11": "date 2009-11",
    "date:2007..": "date 2007 to …",
    "date:07OSLO9012~7d": "date within 7 days of 07OSLO9012",
    "date:~7d": "date within 7 days of the open cable",
    "is:UNREAD has:note": "is unread AND has note",
    "len:>1500": "len > 1500",
    "subject:/^GOAT/": "subject matches /^GOAT/",
    "ale -(gin | rum) | tea": '(text prefix "ale" AND NOT'
    ' (text prefix "gin" OR text prefix "rum")) OR text prefix "tea"',
    "(ale | gin) rum": '(text prefix "ale" OR text prefix "gin") AND text prefix "rum"',
    "para:(ale gin) paraclass:s": 'one paragraph (text prefix "ale" AND'
    ' text prefix "gin" AND paraclass = SECRET)',
    "wine sort:-date limit:5 group:origin": 'text prefix "wine", sorted by date'
    " downwards, the first 5, grouped by origin",
}


@pytest.mark.parametrize("text", READINGS)
def test_how_a_query_was_read(sample: Archive, text: str) -> None:
    assert sample.reading(read_query(text)) == READINGS[text]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("origin:oslow", "origin:oslow: nothing here is called so; did you mean oslo?"),
        ("tag:PREK", "tag:PREK: no TAG here is called so; did you mean PREL?"),
        ("is:unread", "is:unread: there is no notebook that could tell"),
        ("label:x", "label:x: there is no notebook that could tell"),
        ("note:call", "note:call: there is no notebook that could tell"),
        ("saved:wine", "saved:wine: no search has this name"),
        ("date:~7d", "date:~7d: no cable is open; name another, date:ID~7d"),
        (
            "date:09X1~7d",
            "date:09X1~7d: 09X1 is not here, or has no date; name another, date:ID~7d",
        ),
    ],
)
def test_what_finds_nothing_says_why(sample: Archive, text: str, remark: str) -> None:
    assert sample.remarks(read_query(text)) == (remark,)
    assert sample.count(read_query(text)) == 0


def test_what_finds_something_needs_no_remark(sample: Archive) -> None:
    assert sample.remarks(read_query("goat origin:oslo tag:PREL class:c in:all")) == ()


def test_hits_say_which_paragraphs_and_where(sample: Archive) -> None:
    query = read_query("goat")
    for entry in sample.each(query):
        hits = sample.hits(query, entry.place)
        assert hits
        for hit in hits:
            for span in hit.spans:
                assert span.of(hit.text).lower().startswith("goat")
        labels = [hit.label for hit in hits if hit.label]
        assert labels == [
            paragraph.label
            for paragraph in sample.at(entry.place).paragraphs
            if spans_of(next(texts_in(query.condition)).pattern, paragraph.text)
        ]


def test_hits_of_one_paragraph_are_in_that_paragraph(sample: Archive) -> None:
    query = read_query("para:(goat | sheep) paraclass:s")
    for entry in sample.each(query):
        for hit in sample.hits(query, entry.place):
            assert hit.marking is not None
            assert hit.marking.upper().startswith("S")


@given(st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_spans_are_in_order_and_apart(sample: Archive, data: st.DataObject) -> None:
    query = read_query(str(data.draw(CONDITIONS)))
    cable = data.draw(st.sampled_from(CABLES))
    place = sample.place_of(cable.cable_id or "")
    assert place is not None
    for hit in sample.hits(query, place):
        assert hit.spans
        for span in hit.spans:
            assert 0 <= span.start < span.stop <= len(hit.text)
        for one, other in pairwise(hit.spans):
            assert one.stop < other.start


@given(st.data())
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_cable_found_by_one_text_has_hits_of_it(
    sample: Archive, data: st.DataObject
) -> None:
    text = data.draw(PATTERNS.filter(lambda text: not isinstance(text, AtLeast)))
    query = read_query(str(Contains(text)))
    for entry in sample.each(query):
        found = sample.hits(query, entry.place)
        cable = sample.at(entry.place)
        elsewhere = "\n".join((*map(str, cable.references), *cable.tags))
        assert found or elsewhere


def test_relevance_puts_what_is_about_a_word_first(sample: Archive) -> None:
    query = read_query("goat sort:relevance")
    ranked = [entry.cable_id for entry in sample.each(query)]
    assert sorted(ranked) == sorted(e.cable_id for e in sample.each(read_query("goat")))
    assert "GOAT" in sample.rows(query)[0].subject
    assert ranked[:2] != [e.cable_id for e in sample.rows(read_query("goat"))][:2]


@pytest.mark.parametrize(
    "words",
    ["goat", "goat minister", "the goat", "lamp OR harbour OR goat", "class:u OR goat"],
)
def test_relevance_finds_what_is_found_without_it(sample: Archive, words: str) -> None:
    every = sample.places(read_query(f"{words} sort:relevance"))
    assert sorted(every) == sorted(sample.places(read_query(words)))


@pytest.mark.parametrize("words", ["goat", "goat minister", "lamp OR goat"])
def test_relevance_is_the_same_among_few_and_among_many(
    sample: Archive, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = read_query(f"{words} sort:relevance")
    among_few = list(sample.places(query))
    monkeypatch.setattr("cablereader.archive.finding.ranking.FEW", 0)
    sample.refresh()
    assert list(sample.places(query)) == among_few


def test_rare_words_tell_more_and_those_of_every_cable_nothing(sample: Archive) -> None:
    condition = read_query("=the =goat =lamplighter").condition
    goat, rare = weighed(sample._db, condition, Lookup(sample._db).expand)
    assert '"goat"' in goat.expression
    assert '"lamplighter"' in rare.expression
    assert goat.weight < rare.weight


def test_words_that_every_cable_has_leave_the_newest_first(sample: Archive) -> None:
    newest = list(sample.places(read_query("=the")))
    assert list(sample.places(read_query("=the sort:relevance"))) == newest


def test_relevance_without_a_text_is_the_order_of_time(sample: Archive) -> None:
    newest = [entry.cable_id for entry in sample.each(read_query("class:>=c"))]
    query = read_query("class:>=c sort:relevance")
    assert [entry.cable_id for entry in sample.each(query)] == newest
    assert [e.cable_id for e in sample.rows(read_query("class:>=c limit:2"))] == newest[
        :2
    ]


KEYS: dict[str, Callable[[Entry], tuple[int | str, ...]]] = {
    "released": lambda entry: (entry.released is not None, str(entry.released)),
    "origin": lambda entry: (entry.origin or "",),
    "class": lambda entry: (
        entry.classification.level if entry.classification else -1,
    ),
    "length": lambda entry: (entry.words,),
    "id": lambda entry: (entry.cable_id,),
    "subject": lambda entry: (entry.subject.upper(),),
}


@pytest.mark.parametrize("key", KEYS)
def test_lists_are_sorted(sample: Archive, key: str) -> None:
    up = [KEYS[key](entry) for entry in sample.each(read_query(f"sort:{key}"))]
    down = [KEYS[key](entry) for entry in sample.each(read_query(f"sort:-{key}"))]
    assert up == sorted(up)
    assert down == sorted(up, reverse=True)
