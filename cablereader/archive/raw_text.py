"""A raw cable as text in ASCII, in two lines: where it was read, and what it says."""

from __future__ import annotations

import json
from typing import Any, Final

from cablereader.archive.damage import DamagedError
from cablereader.model.cable import Source
from cablereader.model.frozen import frozen
from cablereader.model.raw import RawCable

FIELDS: Final = tuple(name for name in RawCable.__annotations__ if name != "source")
DIGEST_SIZE: Final = 16


@frozen
class RawText:
    """A raw cable, ready to be packed."""

    text: bytes
    digest: bytes
    """Of all that it says, wherever it was read."""


def text_of(raw: RawCable) -> RawText:
    """The text of a raw cable."""
    from hashlib import blake2b  # noqa: PLC0415  # slow to load; readers need none

    said = {name: value for name in FIELDS if (value := getattr(raw, name))}
    strings = json.dumps(said).encode("ascii")
    place = json.dumps(raw.source.to_dict()).encode("ascii")
    digest = blake2b(strings, digest_size=DIGEST_SIZE).digest()
    return RawText(place + b"\n" + strings, digest)


def raw_of(text: bytes) -> RawCable:
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
        raise DamagedError(f"a cable cannot be read: {error}") from error
