"""Texts packed alone, with what others have in a dictionary."""

from __future__ import annotations

from random import Random

import pytest
from generator import cables as generated
from hypothesis import given
from hypothesis import strategies as st

from cablereader.archive import packing
from cablereader.archive.damage import DamagedError
from cablereader.archive.packing import Dictionary, dictionary_of, shipped
from cablereader.archive.raw_text import text_of
from cablereader.archive.zstandard import ZstdCompressor

*TEXTS, LAST = (text_of(raw).text for raw in generated(201))
TRAINED = Dictionary.trained(TEXTS, 3)
assert TRAINED
MAGIC = b"\x28\xb5\x2f\xfd"
"""What each packed text begins with."""
both = pytest.mark.parametrize(
    "dictionary", [shipped(), TRAINED], ids=["shipped", "trained"]
)


@given(st.lists(st.binary() | st.sampled_from(TEXTS)), st.booleans())
def test_what_is_packed_comes_back(texts: list[bytes], is_trained: bool) -> None:  # noqa: FBT001
    dictionary = TRAINED if is_trained else shipped()
    assert dictionary
    assert [dictionary.unpack(dictionary.pack(text)) for text in texts] == texts


@both
def test_what_is_packed_names_its_dictionary(dictionary: Dictionary) -> None:
    assert dictionary.number == (0 if dictionary is shipped() else 3)
    assert dictionary_of(dictionary.pack(TEXTS[0])) == dictionary.number


def test_what_was_trained_reads_the_same_from_its_content() -> None:
    assert TRAINED
    again = Dictionary(TRAINED.content)
    assert again.number == TRAINED.number
    assert again.unpack(TRAINED.pack(TEXTS[7])) == TEXTS[7]


def test_what_cables_have_in_common_is_kept_once() -> None:
    assert TRAINED
    assert len(TRAINED.pack(LAST)) < 0.85 * len(shipped().pack(LAST))


@pytest.mark.parametrize(
    "samples",
    [(), [b""] * 600, [b"goat"] * 600, [bytes(600)] * 600, TEXTS[:2]],
    ids=["none", "empty", "short", "equal", "few"],
)
def test_what_has_too_little_in_common_makes_a_dictionary_that_works_or_none(
    samples: list[bytes],
) -> None:
    dictionary = Dictionary.trained(samples, 3)
    if dictionary:
        assert dictionary.unpack(dictionary.pack(TEXTS[0])) == TEXTS[0]


def test_the_dictionary_is_the_one_that_archives_were_packed_with() -> None:
    packed = (
        "28b52ffd243045010098414445464f524549474e204d494e49535445520500b2764618e32c9081"
        "d78ba7512d84731b03022ebc9012"
    )
    text = b"SUBJECT: THE AMBASSADOR MET THE FOREIGN MINISTER"
    assert shipped().unpack(bytes.fromhex(packed)) == text


@both
def test_bytes_that_are_damaged_or_cut_off_are_told(dictionary: Dictionary) -> None:
    packed = dictionary.pack(TEXTS[4])
    for at in range(len(packed)):
        with pytest.raises(DamagedError):
            dictionary.unpack(packed[:at])
        flipped = bytearray(packed)
        flipped[at] ^= 1 << Random(at).randrange(8)
        try:
            left = dictionary.unpack(bytes(flipped))
        except DamagedError:
            continue
        assert left == TEXTS[4], "a bit that means nothing"


def test_another_dictionary_reads_nothing() -> None:
    assert TRAINED
    other = Dictionary.trained(TEXTS[::-1], 3)
    assert other
    for packed in (TRAINED.pack(TEXTS[0]), shipped().pack(TEXTS[0])):
        with pytest.raises(DamagedError):
            other.unpack(packed)


@pytest.mark.parametrize(
    "strange", [None, 7, "text", b"", b"text", b"\x28\xb5\x2f\xfd"]
)
def test_what_is_none_is_damage(strange: object) -> None:
    for read in (shipped().unpack, dictionary_of):
        with pytest.raises(DamagedError):
            read(strange)


def test_a_text_that_grows_without_end_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packing, "LONGEST", 1_000_000)
    packer = ZstdCompressor()
    packed = packer.compress(bytes(900_000), packer.FLUSH_BLOCK)
    with pytest.raises(DamagedError, match="it has no end"):
        shipped().unpack(packed + packer.compress(bytes(200_000), packer.FLUSH_FRAME))
    assert shipped().unpack(shipped().pack(bytes(1_000_000))) == bytes(1_000_000)


def test_a_text_that_says_it_is_a_terabyte_is_none() -> None:
    size = (2**40).to_bytes(8, "little")
    for descriptor in (0xE0, 0xC0):  # in one segment, and with a window of its own
        window = b"" if descriptor & 0x20 else b"\xf8"
        claim = MAGIC + bytes([descriptor]) + window + size
        with pytest.raises(DamagedError):
            shipped().unpack(claim + b"\x0b\x00\x00\x00")
