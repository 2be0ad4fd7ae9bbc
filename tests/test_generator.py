"""Generated cables are always the same, and as uneven as real ones."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator import cables, write_csv

from cablereader.model.cable import Source
from cablereader.model.raw import RawCable
from cablereader.parse.cable import read_cable
from cablereader.source.failure import Failure
from cablereader.source.reading import read_raw

FEW = 300
MANY = 4_000
NOWHERE = Source("csv")


@cache
def generated(number: int) -> tuple[RawCable, ...]:
    return tuple(cables(number))


def sizes() -> list[int]:
    return sorted(len(raw.body.encode()) for raw in generated(MANY))


def test_the_same_number_makes_the_same_cables() -> None:
    assert tuple(cables(FEW)) == generated(FEW)


def test_ids_are_unique_and_times_ascend() -> None:
    raws = generated(MANY)
    assert len({raw.cable_id for raw in raws}) == MANY
    times = [raw.created or "" for raw in raws]
    assert times == sorted(times)


def test_bodies_are_as_long_as_real_ones() -> None:
    ordered = sizes()
    assert 5_900 < ordered[MANY // 2] < 7_200
    assert 13_000 < ordered[MANY * 9 // 10] < 16_500
    assert 27_000 < ordered[MANY * 99 // 100] < 36_000
    assert ordered[-1] < 72_000


def test_three_of_ten_references_are_there_and_one_is_cited_by_many() -> None:
    raws = generated(MANY)
    ids = {raw.cable_id for raw in raws}
    cited = Counter(each for raw in raws for each in raw.references)
    there = sum(times for each, times in cited.items() if each in ids)
    assert 0.25 < there / cited.total() < 0.34
    (_, most), (_, next_most) = cited.most_common(2)
    assert most > 15 > next_most


def test_words_are_common_or_rare() -> None:
    texts = [set(raw.body.lower().split()) for raw in generated(MANY)]
    found_in = Counter(word for words in texts for word in words)
    assert found_in["government"] > MANY / 2
    assert sum(times == 1 for times in found_in.values()) > 5_000


def test_the_dump_is_read_back_as_it_was_made(tmp_path: Path) -> None:
    path = tmp_path / "cables.csv"
    write_csv(FEW, path)
    failures: list[Failure] = []
    read = [
        replace(raw, source=NOWHERE)
        for raw in read_raw([str(path)], report=failures.append)
    ]
    assert not failures
    assert read == [replace(raw, source=NOWHERE) for raw in generated(FEW)]


def test_the_parser_finds_what_was_written() -> None:
    for raw in generated(MANY)[::10]:
        cable = read_cable(raw)
        numbers = [int(each.number or 0) for each in cable.paragraphs]
        assert numbers == list(range(1, len(numbers) + 1)), raw.cable_id
        cited = {each.cable_id for each in cable.references if each.cable_id}
        assert cited == set(raw.references), raw.cable_id
