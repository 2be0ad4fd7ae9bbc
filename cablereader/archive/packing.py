"""The strings of raw cables as bytes: what the archive keeps of documents.

Cables that come together are packed together, in bundles: what neighbours have in
common is kept once. A bundle is small enough to be unpacked in a millisecond or two.
What comes alone is a bundle of one, for which zlib begins with a dictionary: it is made
of fictional cables, and saves an eighth. Larger bundles are packed by bzip2, which
makes them a tenth smaller than zlib would, or more.

A bundle is text in ASCII, two lines a cable: where it was read, and what it says.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from cablereader.model.cable import Source
from cablereader.model.frozen import frozen
from cablereader.model.raw import RawCable

BUNDLE: Final = 80_000
"""Bytes of text from which on no further cable goes into a bundle."""
ALONE: Final = 16_000
"""Bytes of text up to which zlib with its dictionary makes less of them."""
BLOCK: Final = 1
"""Of bzip2, in 100 kB: a bundle is one."""
BZIP2: Final = b"BZh"
"""What its bytes begin with."""
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
class Bundle:
    """Raw cables, packed together."""

    packed: bytes
    size: int
    """Cables in it."""


@frozen
class PackedRaw:
    """A raw cable, packed."""

    bundle: Bundle
    position: int
    """In the bundle, counted from 0."""
    digest: bytes
    """Of all that it says, wherever it was read."""


def pack(raws: Iterable[RawCable]) -> Iterator[PackedRaw]:
    """Raw cables, in their order, with as many of their neighbours as go together."""
    texts: list[bytes] = []
    digests: list[bytes] = []
    size = 0
    for raw in raws:
        text, digest = _text_of(raw)
        if texts and size + len(text) > BUNDLE:
            yield from _bundled(texts, digests)
            texts, digests, size = [], [], 0
        texts.append(text)
        digests.append(digest)
        size += len(text)
    if texts:
        yield from _bundled(texts, digests)


def texts_in(packed: bytes) -> tuple[bytes, ...]:
    """The texts of the cables of a bundle; an empty one where none is kept any more.

    Raises:
        DamagedError: Where the bytes are damaged.
    """
    lines = _unpacked(packed).split(b"\n")
    if len(lines) % 2 == 0:
        raise DamagedError("cables cannot be unpacked: one of them is cut off")
    pairs = zip(lines[::2], lines[1::2], strict=False)
    return tuple(b"\n".join(pair) if pair[1] else b"" for pair in pairs)


def only(bundle: Bundle, positions: Collection[int]) -> bytes:
    """The bytes of a bundle with some of its cables alone, where they stood."""
    texts = texts_in(bundle.packed)
    return _packed(
        text if position in positions else b"\n" for position, text in enumerate(texts)
    )


def unpack(text: bytes) -> RawCable:
    """The raw cable of its text.

    Raises:
        DamagedError: Where it is damaged.
    """
    try:
        place, strings = text.split(b"\n", 1)
        said: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in json.loads(strings).items()
            if name in FIELDS
        }
        return RawCable(source=Source(**json.loads(place)), **said)
    except (ValueError, TypeError, AttributeError) as error:
        raise DamagedError(f"a cable cannot be unpacked: {error}") from error


def unpack_alone(packed: object) -> RawCable:
    """The raw cable of its bytes, as older versions of the program packed each.

    Raises:
        DamagedError: Where they are damaged.
    """
    return unpack(_unpacked(packed))


def _text_of(raw: RawCable) -> tuple[bytes, bytes]:
    """The text of a raw cable, and the digest of what it says."""
    from hashlib import blake2b  # noqa: PLC0415  # slow to load; readers need none

    said = {name: value for name in FIELDS if (value := getattr(raw, name))}
    strings = json.dumps(said).encode("ascii")
    place = json.dumps(raw.source.to_dict()).encode("ascii")
    digest = blake2b(strings, digest_size=DIGEST_SIZE).digest()
    return place + b"\n" + strings, digest


def _bundled(texts: list[bytes], digests: list[bytes]) -> Iterator[PackedRaw]:
    bundle = Bundle(_packed(texts), len(texts))
    for position, digest in enumerate(digests):
        yield PackedRaw(bundle, position, digest)


def _packed(texts: Iterable[bytes]) -> bytes:
    from bz2 import compress  # noqa: PLC0415  # readers need none

    text = b"".join(each + b"\n" for each in texts)
    if len(text) > ALONE:
        return compress(text, BLOCK)
    packer = _packer().copy()
    return packer.compress(text) + packer.flush()


def _unpacked(packed: object) -> bytes:
    """What was packed, by whatever.

    Raises:
        DamagedError: Where it is damaged.
    """
    try:
        if isinstance(packed, bytes) and packed.startswith(BZIP2):
            from bz2 import BZ2Decompressor  # noqa: PLC0415  # short texts need none

            unpacker: Any = BZ2Decompressor()
        else:
            unpacker = zlib.decompressobj(zdict=_dictionary())
        text: bytes = unpacker.decompress(packed)
    except (zlib.error, OSError, TypeError, ValueError) as error:
        raise DamagedError(f"a cable cannot be unpacked: {error}") from error
    if not unpacker.eof:
        raise DamagedError("a cable cannot be unpacked: its end is missing")
    return text


@cache
def _packer() -> zlib._Compress:
    """To be copied, which is sooner done than reading the dictionary."""
    return zlib.compressobj(LEVEL, memLevel=MEMORY, zdict=_dictionary())


@cache
def _dictionary() -> bytes:
    return Path(__file__).with_name(DICTIONARY).read_bytes()
