"""Cables in which a literal text may stand, by the indexes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from building import add
from hypothesis import given
from hypothesis import strategies as st

from cablereader.archive.finding import candidates as under_test
from cablereader.archive.finding.word_list import WordList
from cablereader.archive.store import Archive
from cablereader.archive.words.folding import words_of
from cablereader.archive.words.indexing import front_of, passages_of
from cablereader.model.cable import Cable
from cablereader.model.query import Query
from cablereader.parse.cable import read_cable
from cablereader.present.body import words_shown
from cablereader.present.find import Sought, stands_in
from cablereader.source.sample import read_sample

CABLES = tuple(map(read_cable, read_sample()))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path: Path = tmp_path_factory.mktemp("candidates") / "archive.db"
    add(path, read_sample())
    with Archive(path) as archive:
        yield archive


def texts_of(cable: Cable) -> tuple[str, ...]:
    return (
        cable.title,
        cable.origin or "",
        cable.header.text,
        *(words_shown(block, cable.body) for block in cable.blocks),
    )


@st.composite
def typed(draw: st.DrawFn) -> str:
    """A few characters of any text of any cable, from anywhere in it."""
    text = draw(st.sampled_from(texts_of(draw(st.sampled_from(CABLES)))))
    start = draw(st.integers(0, max(len(text) - 1, 0)))
    length = draw(st.integers(1, 30))
    return text[start : start + length].lower()


@given(typed())
def test_no_cable_with_the_text_is_left_out(archive: Archive, text: str) -> None:
    having = {cable.cable_id for cable in CABLES if stands_in(cable, Sought((text,)))}
    places = archive.candidates((text,))
    if places is not None:
        assert having <= set(archive.ids(places))


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        pytest.param("lumpsucker", 2, 12, id="a word"),
        pytest.param("umpsucke", 2, 12, id="a piece of a word"),
        pytest.param("spotted lumpsucker", 1, 12, id="two words"),
        pytest.param("otted lump", 1, 12, id="pieces of two words"),
        pytest.param("amembassy lisbon", 1, 10, id="in headers only"),
        pytest.param("zzzz", 0, 0, id="nowhere"),
    ],
)
def test_few_others_are_among_them(
    archive: Archive, text: str, least: int, most: int
) -> None:
    places = archive.candidates((text,))
    assert places is not None
    assert least <= len(places) <= most < archive.count(Query())


@pytest.mark.parametrize("text", ["", "--", "\ud800", '"', "'; DROP TABLE cable"])
def test_signs_alone_narrow_nothing_and_harm_nothing(
    archive: Archive, text: str
) -> None:
    places = archive.candidates((text,))
    assert places is None or len(places) <= archive.count(Query())
    assert archive.count(Query()) == len(CABLES)


def test_a_piece_of_too_many_words_narrows_nothing(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "MOST_WORDS", 3)
    assert archive.candidates(("e",)) is None
    assert archive.candidates(("lumpsucker",)) is not None


def test_pieces_are_found_anywhere_in_words_and_at_their_ends() -> None:
    words = WordList("\nat\ncat\ncatch\nmatte\nпосол\nà\n".encode())
    assert list(words.with_piece("at")) == ["at", "cat", "catch", "matte"]
    assert list(words.with_piece("at", at_end=True)) == ["at", "cat"]
    assert list(words.with_piece("cat")) == ["cat", "catch"]
    assert list(words.with_piece("tc")) == ["catch"]
    assert list(words.with_piece("осо")) == ["посол"]
    assert list(words.with_piece("zz")) == []
    assert list(WordList(b"\n").with_piece("a")) == []


def test_all_words_of_an_archive_are_in_its_list(archive: Archive) -> None:
    words = set(archive.every_word().words.decode().split("\n"))
    for cable in CABLES:
        passages = (passage.text for passage in passages_of(cable))
        for text in (*front_of(cable).texts, *passages):
            assert words.issuperset(words_of(text))
    assert all(word < "\ue000" for word in words)


def test_words_that_are_known_are_not_found_out_again(archive: Archive) -> None:
    known = WordList(b"\nlumpsucker\n")
    assert archive.candidates(("umpsucke",), lambda: known) == archive.candidates(
        ("lumpsucker",)
    )
    none = archive.candidates(("umpsucke",), lambda: WordList(b"\n"))
    assert none is not None
    assert none < (archive.candidates(("umpsucke",)) or frozenset())
