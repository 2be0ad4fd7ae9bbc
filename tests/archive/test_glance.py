"""A glance at the strings of a cable says no only where reading it says no."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from generator import cables as generated
from oracle import field_parts

from cablereader.archive.query.typed import read_query
from cablereader.archive.raw_text import text_of
from cablereader.archive.words.glance import can_stand, words_needed
from cablereader.model.query import Condition, Contains, Match, Word
from cablereader.model.raw import RawCable
from cablereader.parse.cable import read_cable
from cablereader.source.reading import read_raw
from cablereader.source.sample import read_sample

FIELDS = (None, "subject", "body")


def cased(word: str, field: str | None) -> Contains:
    return Contains(Word(word, Match.CASED), field)


def words_in(raw: RawCable) -> Iterable[tuple[str, str | None]]:
    cable = read_cable(raw)
    for field in FIELDS:
        for part in field_parts(cable, field):
            for _, written in part.tokens:
                yield written, field


def overlooked(raw: RawCable) -> list[tuple[str, str | None]]:
    """The words of a cable that a glance denies."""
    strings, tags = text_of(raw).text, read_cable(raw).tags
    return [
        (written, field)
        for written, field in dict.fromkeys(words_in(raw))
        if not can_stand(words_needed(cased(written, field)), strings, lambda: tags)
    ]


def test_no_word_of_the_sample_is_overlooked() -> None:
    assert not any(map(overlooked, read_sample()))


def test_no_word_of_generated_cables_is_overlooked() -> None:
    assert not any(map(overlooked, generated(40)))


@pytest.mark.slow
def test_no_word_of_real_cables_is_overlooked(real_documents: Path) -> None:
    pages = read_raw([str(real_documents / "pages")], report=lambda _: None)
    assert not any(map(overlooked, pages))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("=Wine", [b"Wine"]),
        ("=wine", []),
        ("=Rice", [b"Rice"]),
        ("wine", []),
        ("=NATO", []),
        ("=Ågot", []),
        ("=Political", [b"Political"]),
        ("body:=Political", [b"Political"]),
        ("header:=Wine", []),
        ("=Wine THEN =wine", [b"Wine"]),
        ("atleast:2:=Wine", [b"Wine"]),
        ("atleast:0:=Wine", []),
        ("para:(=Rice =Wine)", [b"Rice", b"Wine"]),
        ("para:(=Rice OR =Wine)", []),
        ("para:(wine -=Rice)", []),
    ],
)
def test_knows_which_words_there_must_be(query: str, words: list[bytes]) -> None:
    condition: Condition = read_query(query).condition
    assert [needed.word for needed in words_needed(condition)] == words


def no_tags() -> Sequence[str]:
    return ()


def test_a_cable_without_a_word_is_not_read() -> None:
    raw = next(iter(read_sample()))
    strings = text_of(raw).text
    near = read_query("=Zweltzilant THEN/3 the").condition
    assert not can_stand(words_needed(near), strings, no_tags)
    assert can_stand((), strings, no_tags)


def test_tags_stand_for_words_that_a_cable_does_not_say() -> None:
    needed = words_needed(read_query("=Fisheries").condition)
    assert not can_stand(needed, b"no such word", no_tags)
    assert not can_stand(needed, b"no such word", lambda: ["PREL"])
    assert can_stand(needed, b"no such word", lambda: ["PREL", "NAFO"])
    only = words_needed(read_query("body:=Fisheries").condition)
    assert not can_stand(only, b"no such word", lambda: ["NAFO"])


def test_an_ocrd_page_is_always_read() -> None:
    raw = next(iter(generated(1)))
    scanned = type(raw)(source=raw.source, body=raw.body, scanned=True)
    needed = words_needed(read_query("=Zweltzilant").condition)
    assert can_stand(needed, text_of(scanned).text, no_tags)
