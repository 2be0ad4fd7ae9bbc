"""The strings of a raw cable as bytes: what the archive keeps of a document."""

from __future__ import annotations

import json
import zlib
from typing import Any, Final

from cablereader.model.cable import Source
from cablereader.model.frozen import frozen
from cablereader.model.raw import RawCable

LEVEL: Final = 1
"""Of zlib: higher ones gain a tenth of the size for twice the time."""
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
    return PackedRaw(
        zlib.compress(place + b"\n" + text, LEVEL),
        blake2b(text, digest_size=DIGEST_SIZE).digest(),
    )


def unpack(strings: bytes) -> RawCable:
    """The raw cable of its bytes.

    Raises:
        DamagedError: Where they are damaged.
    """
    try:
        place, text = zlib.decompress(strings).split(b"\n", 1)
        said: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in json.loads(text).items()
            if name in FIELDS
        }
        return RawCable(source=Source(**json.loads(place)), **said)
    except (zlib.error, ValueError, TypeError, AttributeError) as error:
        raise DamagedError(f"a cable cannot be unpacked: {error}") from error
