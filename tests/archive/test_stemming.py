"""Words of one stem, in the cables and in the archive."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from building import add

from cablereader.archive.finding.lookup import Lookup
from cablereader.archive.query.typed import read_query
from cablereader.archive.store import Archive
from cablereader.archive.words.matching import spans_of
from cablereader.archive.words.stemming import (
    root_of,
    spelled_out,
    stem_of,
    stems_of,
    widened,
)
from cablereader.model.query import AtLeast, Match, Near, Word
from cablereader.source.sample import read_sample

FORMS = (
    "visit visits visited visiting", "refinery refineries", "possible possibly",
    "relation relational relations", "hope hoping hopes", "sensibility sensible",
)  # fmt: skip


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("sample") / "archive.db"
    add(path, read_sample())
    with Archive(path) as archive:
        yield archive


@pytest.mark.parametrize("forms", [forms for forms in FORMS if "relation" not in forms])
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len(set(stems_of(forms.split()))) == 1


@pytest.mark.parametrize("forms", FORMS)
def test_all_forms_begin_with_the_root(forms: str) -> None:
    words = forms.split()
    for word in words:
        same = [each for each in words if stem_of(each) == stem_of(word)]
        assert all(each.startswith(root_of(word)) for each in same)


def test_stems_are_told_in_the_order_of_the_words() -> None:
    words = [word for forms in FORMS for word in forms.split()]
    assert stems_of(words) == [stem_of(word) for word in words]
    assert stems_of([]) == []


@pytest.mark.parametrize("word", ["ies", "s", "2009", "é", "zürich"])
def test_odd_words_have_a_stem_and_a_root(word: str) -> None:
    assert word.startswith(root_of(word))
    assert root_of(word)


def test_the_archive_knows_the_forms_that_it_has(sample: Archive) -> None:
    words = Lookup(sample._db).words_of_stem("visits")
    assert "visit" in words
    assert len(set(stems_of(words))) == 1
    assert Lookup(sample._db).words_of_stem("zweltzilant") == ()


def test_a_form_is_found_by_another_one(sample: Archive) -> None:
    found = set(sample.each(read_query("~visiting")))
    each = [set(sample.each(read_query(f"={word}"))) for word in FORMS[0].split()]
    assert found == set().union(*each)
    assert found


def test_words_without_a_sign_may_ask_for_stems(sample: Archive) -> None:
    stems = read_query("visiting =lake para:(visiting)", Match.STEM)
    assert str(stems) == "~visiting =lake para:(~visiting)"
    assert sample.count(stems) == sample.count(read_query(str(stems)))
    assert sample.reading(read_query("~visiting")) == 'text stem of "visiting"'


def test_forms_are_marked_in_the_text() -> None:
    text = "It visited, and it visits; a visitor is no visit."
    marked = spans_of(Word("visiting", Match.STEM), text)
    assert [span.of(text) for span in marked] == ["visited", "visits", "visit"]


def test_a_stem_is_spelled_out_where_it_can_be() -> None:
    def words(_: str) -> tuple[str, ...]:
        return ("visit", "visits")

    said = {
        "~visited": "=visit OR =visits",
        "para:(~visited lake)": "para:((=visit OR =visits) lake)",
        "~visited THEN/3 lake": "=visit THEN/3 lake OR =visits THEN/3 lake",
        "state-~visited": "state-~visited",
        "~state-visited": "=state-visit OR =state-visits",
        "-(a ~visited)": "-(=a (=visit OR =visits))",
        "atleast:3:~visited": "atleast:3:~visited",
        "header:~visited": "header:~visited",
    }
    for asked, spelled in said.items():
        condition = spelled_out(read_query(asked).condition, words)
        assert condition == read_query(spelled).condition, asked


def test_what_cannot_be_spelled_out_is_looked_for_by_the_root() -> None:
    stem = Word("visited", Match.STEM)
    root = Word("visi")
    assert widened(stem) == root
    assert widened(AtLeast(3, stem)) == AtLeast(3, root)
    assert widened(Near(stem, Word("lake"), 3)) == Near(root, Word("lake"), 3)
