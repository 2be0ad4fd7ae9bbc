"""The strings of a raw cable as bytes: what the archive keeps of a document.

Each cable is packed by itself, so that any can be read alone. What cables have in
common is in a dictionary that zlib begins with: it is made of fictional ones, and saves
an eighth. zlib names it in the packed bytes; those of older versions have none.
"""

from __future__ import annotations

import json
import zlib
from functools import cache
from pathlib import Path
from typing import Any, Final

from cablereader.model.cable import Source
from cablereader.model.frozen import frozen
from cablereader.model.raw import RawCable

LEVEL: Final = 4
"""Of zlib: lower ones save a third of the time and cost a twentieth of the size."""
MEMORY: Final = 9
"""Of zlib, in its own measure: the most."""
DICTIONARY: Final = "dictionary.txt"
"""Never to be changed: what is packed with it cannot be read without it."""
FIELDS: Final = tuple(name for name in RawCable.__annotations__ if name != "source")
DIGEST_SIZE: Final = 16


class DamagedError(Exception):
    """What the archive keeps of a cable is none."""


@frozen
class PackedRaw:
    """A raw cable, packed."""

    strings: bytes
    digest: bytes
    """Of all that it says, wherever it was read."""


def pack(raw: RawCable) -> PackedRaw:
    """The bytes of a raw cable."""
    from hashlib import blake2b  # noqa: PLC0415  # slow to load; readers need none

    said = {name: value for name in FIELDS if (value := getattr(raw, name))}
    text = json.dumps(said).encode("ascii")
    place = json.dumps(raw.source.to_dict()).encode("ascii")
    packer = _packer().copy()
    return PackedRaw(
        packer.compress(place + b"\n" + text) + packer.flush(),
        blake2b(text, digest_size=DIGEST_SIZE).digest(),
    )


def unpack(strings: bytes) -> RawCable:
    """The raw cable of its bytes.

    Raises:
        DamagedError: Where they are damaged.
    """
    try:
        place, text = strings_in(strings).split(b"\n", 1)
        said: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in json.loads(text).items()
            if name in FIELDS
        }
        return RawCable(source=Source(**json.loads(place)), **said)
    except (ValueError, TypeError, AttributeError) as error:
        raise DamagedError(f"a cable cannot be unpacked: {error}") from error


def strings_in(packed: bytes) -> bytes:
    """The strings of a raw cable as JSON in ASCII, behind a line on its source.

    Raises:
        DamagedError: Where they are damaged.
    """
    try:
        unpacker = zlib.decompressobj(zdict=_dictionary())
        text = unpacker.decompress(packed)
    except (zlib.error, TypeError) as error:
        raise DamagedError(f"a cable cannot be unpacked: {error}") from error
    if not unpacker.eof:
        raise DamagedError("a cable cannot be unpacked: its end is missing")
    return text


@cache
def _packer() -> zlib._Compress:
    """To be copied for each cable, which is sooner done than reading the dictionary."""
    return zlib.compressobj(LEVEL, memLevel=MEMORY, zdict=_dictionary())


@cache
def _dictionary() -> bytes:
    return Path(__file__).with_name(DICTIONARY).read_bytes()
