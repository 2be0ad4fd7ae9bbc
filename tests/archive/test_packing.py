"""Raw cables as the bytes that an archive keeps."""

from __future__ import annotations

import json
import zlib
from itertools import groupby, pairwise
from random import Random

import pytest
from generator import cables as generated
from hypothesis import given
from hypothesis import strategies as st

from cablereader.archive.packing import (
    BUNDLE,
    BZIP2,
    DamagedError,
    PackedRaw,
    only,
    pack,
    texts_in,
    unpack,
    unpack_alone,
)
from cablereader.model.cable import Source
from cablereader.model.frozen import replace
from cablereader.model.raw import RawCable
from cablereader.source.sample import read_sample

BASE = RawCable(source=Source("csv", "a.csv", line=3), cable_id="07OSLO1")


def noise(seed: int) -> str:
    """A text that fills half of a bundle."""
    return Random(seed).randbytes(BUNDLE // 4).hex()


RAWS = st.builds(
    lambda header, body, references: replace(
        BASE, header=header, body=body, references=tuple(references)
    ),
    header=st.text(),
    body=st.text() | st.integers(0, 99).map(noise),
    references=st.lists(st.text()),
)


def unpacked(packed: PackedRaw) -> RawCable:
    return unpack(texts_in(packed.bundle.packed)[packed.position])


def alone(raw: RawCable) -> bytes:
    (packed,) = pack((raw,))
    return packed.bundle.packed


@given(st.lists(RAWS, max_size=6))
def test_what_is_packed_comes_back(raws: list[RawCable]) -> None:
    assert [*map(unpacked, pack(raws))] == raws


@given(st.lists(RAWS, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_what_is_left_of_a_bundle_stays_in_its_place(
    raws: list[RawCable], random: Random
) -> None:
    for bundle, group in groupby(pack(raws), lambda packed: packed.bundle):
        all_of_it = [unpacked(packed) for packed in group]
        kept = set(random.sample(range(bundle.size), random.randint(0, bundle.size)))
        left = texts_in(only(bundle, kept))
        assert len(left) == bundle.size
        assert {at: unpack(text) for at, text in enumerate(left) if text} == {
            at: all_of_it[at] for at in kept
        }


def test_neighbours_are_packed_together_as_long_as_there_is_room() -> None:
    packed = [*pack(generated(100))]
    bundles = list(dict.fromkeys(each.bundle for each in packed))
    assert sum(bundle.size for bundle in bundles) == 100
    texts = [sum(map(len, texts_in(bundle.packed))) for bundle in bundles]
    assert all(size <= BUNDLE for size in texts)
    assert all(one + other > BUNDLE for one, other in pairwise(texts))
    assert [each.position for each in packed if each.bundle == bundles[0]] == [
        *range(bundles[0].size)
    ]


def test_many_are_smaller_together_than_each_alone() -> None:
    raws = [*generated(60)]
    together = {each.bundle for each in pack(raws)}
    assert all(bundle.packed.startswith(BZIP2) for bundle in together)
    size = sum(len(bundle.packed) for bundle in together)
    assert size < 0.85 * sum(len(alone(raw)) for raw in raws)


def test_digests_tell_what_is_said_and_not_where_it_was_read() -> None:
    moved = replace(BASE, source=Source("csv", "b.csv", line=9))
    changed = replace(BASE, body="other")
    first, second, third = pack((BASE, moved, changed))
    assert first.digest == second.digest != third.digest


def test_texts_that_older_versions_packed_one_by_one_are_read() -> None:
    for raw in read_sample():
        said = {
            name: value
            for name in RawCable.__annotations__
            if name != "source" and (value := getattr(raw, name))
        }
        plain = f"{json.dumps(raw.source.to_dict())}\n{json.dumps(said)}"
        assert unpack_alone(zlib.compress(plain.encode("ascii"), 1)) == raw


def test_the_dictionary_is_the_one_that_archives_were_packed_with() -> None:
    """zlib writes its number into each bundle, so that a changed one is told."""
    assert int.from_bytes(alone(BASE)[2:6]) == 2463269507


@pytest.mark.parametrize("words", [200, 9_000], ids=["zlib", "bzip2"])
def test_bytes_that_are_damaged_or_cut_off_are_told(words: int) -> None:
    random = Random(5)
    made = ("".join(random.choices("abcdefghij", k=8)) for _ in range(words))
    packed = alone(replace(BASE, body=" ".join(made)))
    assert packed.startswith(BZIP2) == (words > 200)
    for at in range(0, len(packed) - 1, max(len(packed) // 40, 1)):
        with pytest.raises(DamagedError):
            texts_in(packed[:at])
        flipped = bytearray(packed)
        flipped[at] ^= 4
        try:
            left = texts_in(bytes(flipped))
        except DamagedError:
            continue
        assert left == texts_in(packed), "a bit that means nothing"


def test_half_a_cable_is_none() -> None:
    packed = zlib.compress(b'{"format": "csv"}\n{}\n{"format": "csv"}\n')
    with pytest.raises(DamagedError):
        texts_in(packed)
