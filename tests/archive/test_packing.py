"""Raw cables as the bytes that an archive keeps."""

from __future__ import annotations

import json
import zlib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablereader.archive.packing import DamagedError, pack, unpack
from cablereader.model.cable import Source
from cablereader.model.frozen import replace
from cablereader.model.raw import RawCable
from cablereader.source.sample import read_sample

BASE = RawCable(source=Source("csv", "a.csv", line=3), cable_id="07OSLO1")


@given(st.text(), st.text(), st.lists(st.text()))
def test_what_is_packed_comes_back(
    header: str, body: str, references: list[str]
) -> None:
    raw = replace(BASE, header=header, body=body, references=tuple(references))
    assert unpack(pack(raw).strings) == raw


def test_texts_of_an_archive_without_a_dictionary_are_read() -> None:
    for raw in read_sample():
        said = {
            name: value
            for name in RawCable.__annotations__
            if name != "source" and (value := getattr(raw, name))
        }
        plain = f"{json.dumps(raw.source.to_dict())}\n{json.dumps(said)}"
        assert unpack(zlib.compress(plain.encode("ascii"), 1)) == raw


def test_the_dictionary_is_the_one_that_archives_were_packed_with() -> None:
    """zlib writes its number into each cable, so that a changed one is told."""
    strings = pack(BASE).strings
    assert int.from_bytes(strings[2:6]) == 2463269507


def test_bytes_that_are_damaged_or_cut_off_are_told() -> None:
    random = Random(5)
    words = ("".join(random.choices("abcdefghij", k=8)) for _ in range(200))
    strings = pack(replace(BASE, body=" ".join(words))).strings
    for at in range(0, len(strings), 50):
        with pytest.raises(DamagedError):
            unpack(strings[:at])
        flipped = bytearray(strings)
        flipped[at] ^= 4
        with pytest.raises(DamagedError):
            unpack(bytes(flipped))
