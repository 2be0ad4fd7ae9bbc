"""Texts packed by Zstandard, each alone, with a dictionary of what others have.

What cables have in common is in the dictionary, so that one alone is made as small as
among its neighbours, and is unpacked without them. The packed text names its
dictionary, and has a checksum: damage never passes as text.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path
from typing import Final, Self

from cablereader.archive.damage import DamagedError
from cablereader.archive.zstandard import (
    CompressionParameter,
    ZstdCompressor,
    ZstdDecompressor,
    ZstdDict,
    ZstdError,
    get_frame_info,
    train_dict,
)

LEVEL: Final = 6
"""Of Zstandard: 5 saves a third of the time and costs a fortieth of the size, 9 costs
two thirds more time and saves a fiftieth."""
LONGEST: Final = 100_000_000
"""Bytes of a text at most: each of the longest row of a dump may be written as six."""
SIZE: Final = 300_000
"""Bytes of a dictionary: with 500,000 texts are a fiftieth smaller, but every reader
takes half a megabyte more; with 112,640 they are a sixteenth larger."""
SHIPPED: Final = "dictionary.txt"
"""Never to be changed: what is packed with it cannot be read without it."""
NUMBER: Final = slice(4, 8)
"""Where a dictionary has its number."""
UNREADABLE: Final = (ZstdError, TypeError, ValueError)


class Dictionary:
    """What texts are packed with, and without which they cannot be read."""

    def __init__(self, content: bytes, *, is_raw: bool = False) -> None:
        """Begin with what it is made of.

        Args:
            content: As of `content`, or any text.
            is_raw: Whether it is just text.

        Raises:
            DamagedError: Where it is neither.
        """
        try:
            self._zstd = ZstdDict(content, is_raw=is_raw)
        except UNREADABLE as error:
            raise DamagedError(f"a dictionary cannot be read: {error}") from error

    @classmethod
    def trained(cls, samples: Iterable[bytes], number: int) -> Self | None:
        """That of what samples have in common; ``None`` where that is too little.

        Args:
            samples: Texts, as many as possible; a thousand take half a second.
            number: By which the texts name it that are packed with it.
        """
        try:
            content = bytearray(train_dict(samples, SIZE).dict_content)
        except (ZstdError, ValueError):
            return None
        content[NUMBER] = number.to_bytes(4, "little")
        return cls(bytes(content))

    @property
    def number(self) -> int:
        """By which the texts name it that are packed with it; 0 of one that is raw."""
        return self._zstd.dict_id

    @property
    def content(self) -> bytes:
        """All of it."""
        return self._zstd.dict_content

    def pack(self, text: bytes) -> bytes:
        """The text, packed."""
        return self._packer.compress(text, ZstdCompressor.FLUSH_FRAME)

    def unpack(self, packed: object) -> bytes:
        """The text that was packed.

        Raises:
            DamagedError: Where it is damaged, or was packed with another dictionary.
        """
        unpacker = ZstdDecompressor(self._zstd)
        try:
            text = unpacker.decompress(packed, LONGEST)  # type: ignore[arg-type]  # the archive may hold anything
        except UNREADABLE as error:
            raise DamagedError(f"a text cannot be unpacked: {error}") from error
        if not unpacker.eof:
            raise DamagedError("a text cannot be unpacked: it has no end")
        return text

    @cached_property
    def _packer(self) -> ZstdCompressor:
        options: dict[int, int] = {
            CompressionParameter.compression_level: LEVEL,
            CompressionParameter.checksum_flag: 1,
        }
        return ZstdCompressor(options=options, zstd_dict=self._zstd.as_digested_dict)


@cache
def shipped() -> Dictionary:
    """The one that comes with the program, of invented cables; its number is 0."""
    content = Path(__file__).with_name(SHIPPED).read_bytes()
    return Dictionary(content, is_raw=True)


def dictionary_of(packed: object) -> int:
    """The number of the dictionary that a text was packed with.

    Raises:
        DamagedError: Where it is damaged.
    """
    try:
        return get_frame_info(packed).dictionary_id  # type: ignore[arg-type]  # the archive may hold anything
    except UNREADABLE as error:
        raise DamagedError(f"a text cannot be unpacked: {error}") from error
