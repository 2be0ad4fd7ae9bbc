"""The tables: what any YAML tool reads is what the program finds line by line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from cablereader.explain import table
from cablereader.explain.acronyms import governments, spellings
from cablereader.explain.tags import SORTS
from cablereader.parse.posts import _rows as rows_of_posts
from cablereader.parse.posts import known_post

FOLDER = Path(table.TABLES)
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))

each_table = pytest.mark.parametrize("name", NAMES)


def loaded(name: str) -> dict[str, Any]:
    text = (FOLDER / f"{name}.yaml").read_text("utf-8")
    content: dict[str, Any] = yaml.safe_load(text)
    return content


def sections(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for section, entries in loaded(name).items():
        if section != "source":
            yield section, entries


@each_table
def test_yaml_reads_the_same(name: str) -> None:
    assert table.source(name) == loaded(name)["source"]
    for section, entries in sections(name):
        own = table.every(name, section)
        assert list(own) == list(entries)
        for term, facts in entries.items():
            assert own[term]._own == facts


@each_table
def test_one_entry_is_found_as_all_are(name: str) -> None:
    for section, entries in sections(name):
        for term in entries:
            found = table.find(name, section, term)
            assert found
            assert found._own == entries[term]
            assert table.mentions(name, section, term)


@each_table
def test_every_entry_has_a_line_of_its_own_and_none_stands_twice(name: str) -> None:
    text = (FOLDER / f"{name}.yaml").read_text("utf-8")
    lines = [line for line in text.split("\n") if line.startswith(table.INDENT)]
    assert all(line.startswith(f'{table.INDENT}"') for line in lines)
    assert len(lines) == sum(len(entries) for _, entries in sections(name))


def test_what_is_not_there_is_not_found() -> None:
    assert table.find("tags", "tags", "NOTHING") is None
    assert table.find("tags", "tags", 'PREL": {') is None
    assert table.find("tags", "tags", "") is None
    assert not table.mentions("tags", "tags", "NOTHING")


def test_facts_are_empty_where_nothing_is_known() -> None:
    facts = table.Facts({"meaning": "a goat", "seen": 3, "also": ["a kid"]})
    assert facts.text("meaning") == "a goat"
    assert facts.text("seen") == facts.text("use") == ""
    assert facts.texts("also") == ("a kid",)
    assert facts.texts("meaning") == ()
    assert facts.number("seen") == 3
    assert facts.number("meaning") == 0
    assert "seen" in facts
    assert not facts.doubtful
    assert table.Facts({"confidence": "inferred"}).doubtful


def test_slips_lead_to_codes_that_are_there() -> None:
    tags = table.every("tags", "tags")
    for code, facts in tags.items():
        meant = (*facts.texts("split"), facts.text("use"))
        assert all(each in tags for each in meant if each), code
        assert facts.text("kind") in SORTS
    indicators = table.every("routing", "indicators")
    slips = table.every("routing", "slips").values()
    assert all(facts.text("use") in indicators for facts in slips)
    captions = table.every("captions", "captions")
    aliases = table.every("captions", "aliases").values()
    assert all(facts.text("use") in captions for facts in aliases)
    levels = table.every("levels", "levels")
    portions = table.every("levels", "portions").values()
    assert all(facts.text("use") in levels for facts in portions)


def test_the_tables_and_the_parser_know_the_same_posts() -> None:
    posts = table.every("posts", "posts")
    assert all(known_post(name) == name for name in posts)
    assert {name for name, _, _ in rows_of_posts()} <= set(posts)
    tags = table.every("tags", "tags")
    assert all(facts.text("tag") in tags for facts in posts.values())


def test_every_indicator_has_a_family() -> None:
    families = tuple(table.every("routing", "families"))
    assert all(
        name.startswith(families) for name in table.every("routing", "indicators")
    )


def test_the_countries_of_a_government_are_named_as_elsewhere() -> None:
    posts = table.every("posts", "posts").values()
    tags = table.every("tags", "tags").values()
    named = {facts.text("country") for facts in posts}
    named |= {facts.text("meaning") for facts in tags}
    countries = {
        each for facts in governments().values() for each in facts.texts("countries")
    }
    assert countries - named == {"southern Sudan"}


def test_no_spelling_means_two_terms() -> None:
    terms = table.every("glossary", "terms")
    variants = [each for facts in terms.values() for each in facts.texts("variants")]
    assert len(variants) == len(set(variants))
    assert not set(variants) & set(terms)
    assert len(spellings()) == len(terms) + len(variants)


def test_the_tables_name_no_source_of_their_making() -> None:
    for path in FOLDER.iterdir():
        text = path.read_text("utf-8").lower()
        for word in ("github", "http", "wikileaks", "the site", "6,712"):
            assert word not in text, (path.name, word)
