"""A glance at the strings of a cable says no only where reading it says no."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from generator import cables as generated
from oracle import field_parts

from cablereader.archive.glance import can_stand, written_words
from cablereader.archive.packing import pack, strings_in
from cablereader.archive.query import read_query
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


def check(raws: Iterable[RawCable]) -> None:
    for raw in raws:
        strings = strings_in(pack(raw).strings)
        for written, field in dict.fromkeys(words_in(raw)):
            needed = written_words(cased(written, field))
            assert can_stand(needed, strings), (raw.cable_id, written, field)


def test_no_word_of_the_sample_is_overlooked() -> None:
    check(read_sample())


def test_no_word_of_generated_cables_is_overlooked() -> None:
    check(generated(40))


@pytest.mark.slow
def test_no_word_of_real_cables_is_overlooked(real_documents: Path) -> None:
    check(read_raw([str(real_documents / "pages")], report=lambda _: None))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("=Wine", [b"Wine"]),
        ("=wine", []),
        ("=Rice", []),
        ("wine", []),
        ("=NATO", []),
        ("=Ågot", []),
        ("=Political", []),
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
    assert list(written_words(condition)) == words


def test_a_cable_without_a_word_is_not_read() -> None:
    raw = next(iter(read_sample()))
    strings = strings_in(pack(raw).strings)
    near = read_query("=Zweltzilant THEN/3 the").condition
    assert not can_stand(written_words(near), strings)
    assert can_stand((), strings)


def test_an_ocrd_page_is_always_read() -> None:
    raw = next(iter(generated(1)))
    scanned = type(raw)(source=raw.source, body=raw.body, scanned=True)
    assert can_stand((b"Zweltzilant",), strings_in(pack(scanned).strings))
