"""Packed files, told by their first bytes."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Packing(StrEnum):
    """How bytes are packed."""

    GZIP = "gz"
    BZIP2 = "bz2"
    XZ = "xz"
    TAR = "tar"
    ZIP = "zip"


TAR_SIGN: Final = slice(257, 262)
"""Where a tar says that it is one."""
BEGINNINGS: Final = {
    b"\x1f\x8b": Packing.GZIP,
    b"BZh": Packing.BZIP2,
    b"\xfd7zXZ\x00": Packing.XZ,
    b"PK\x03\x04": Packing.ZIP,
    b"PK\x05\x06": Packing.ZIP,
}


def packing_of(head: bytes) -> Packing | None:
    """How the bytes that begin like this are packed, ``None`` for plain ones.

    Args:
        head: At least the first 262 bytes, or all.
    """
    if head[TAR_SIGN] == b"ustar":
        return Packing.TAR
    for beginning, packing in BEGINNINGS.items():
        if head.startswith(beginning):
            return packing
    return None
