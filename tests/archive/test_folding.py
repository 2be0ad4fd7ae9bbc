"""What a word is: the same to us and to SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cablereader.archive.words.folding import fold, storable, word_spans, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The GOAT, twice", ["the", "goat", "twice"]),
        ("O'Brien U.S. C-17 AT&T", ["o", "brien", "u", "s", "c", "17", "at", "t"]),
        ("Señor Ünal, São Paulo", ["senor", "unal", "sao", "paulo"]),
        ("Senor with a mark of its own: n\u0303", [
            "senor", "with", "a", "mark", "of", "its", "own", "n",
        ]),
        ("straße ﬁne", ["strasse", "fine"]),
        ("Москва Χαλκίς 北京", ["москва", "χαλκισ", "北京"]),
        ("snake_case x\x00y a\ud800b", ["snake", "case", "x", "y", "a", "b"]),
        ("\ue000c", ["c"]),
        ("", []),
    ],
)  # fmt: skip
def test_a_text_has_these_words(text: str, words: list[str]) -> None:
    assert list(words_of(text)) == words


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(":memory:")
    db.execute(
        "CREATE VIRTUAL TABLE t USING fts5 (x, content = '', tokenize = 'ascii')"
    )
    db.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, instance)")
    yield db
    db.close()


@given(st.text() | st.text("aB1é\u0301 -'ß\x00\ud800北"))
@example("½ cup of Ⅷ ㎏ İstanbul ŉ")
def test_sqlite_finds_the_same_words(index: sqlite3.Connection, text: str) -> None:
    index.execute("INSERT INTO t (t) VALUES ('delete-all')")
    index.execute("INSERT INTO t (rowid, x) VALUES (1, ?)", (fold(text),))
    found = index.execute("SELECT term FROM v ORDER BY offset").fetchall()
    assert tuple(term for (term,) in found) == words_of(text)


@given(st.text())
def test_spans_stand_where_the_words_do(text: str) -> None:
    spans = list(word_spans(text))
    assert tuple(word for word, _, _ in spans) == words_of(text)
    stops = 0
    for word, start, stop in spans:
        assert start < stop <= len(text)
        assert stops <= start or word_spans_share_a_character(text[start])
        assert word in words_of(text[start:stop])
        stops = stop


def word_spans_share_a_character(character: str) -> bool:
    """Whether one character is the end of a word and the beginning of the next."""
    return len(words_of(f"a{character}b")) > 1


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert words_of(" ".join(words_of(text))) == words_of(text)


@given(st.text())
def test_what_is_storable_is_as_long_and_can_be_stored(text: str) -> None:
    assert len(storable(text)) == len(text)
    assert storable(text).encode("utf-8").decode("utf-8") == storable(text)
    assert words_of(storable(text)) == words_of(text)
