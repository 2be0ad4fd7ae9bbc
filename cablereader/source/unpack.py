"""Packed files, streamed: nothing is ever written, and a bomb is refused.

Imported only when a packed file was met: the standard modules that it needs are slow
to load.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import IO, Final, cast

from cablereader.source.failure import Failure, Report
from cablereader.source.meter import FREE, Allowance, BombError, Meter
from cablereader.source.packing import TAR_SIGN, Packing, packing_of
from cablereader.source.stream import BLOCK, Source, Tap

UNPACKING_ERRORS: Final = (
    BombError,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)
"""All that the standard modules raise for archives that are damaged or encrypted."""
OPENERS: Final[Mapping[Packing, Callable[[IO[bytes]], object]]] = {
    Packing.GZIP: gzip.open,
    Packing.BZIP2: bz2.open,
    Packing.XZ: lzma.open,
}
SMALL: Final = 16 * 1024
"""Bytes of a packed file read at a time: what is read ahead hides a bomb."""
MOST_MEMBERS: Final = 1_000_000


def unpack(
    stream: io.BufferedReader, packing: Packing, path: str, report: Report
) -> Iterator[tuple[str, io.BufferedReader]]:
    """The plain files in a packed one, each with its name, in their order.

    Each is to be read before the next. Getting one, and reading it, raises one of
    `UNPACKING_ERRORS` where the archive is damaged or a bomb.

    Args:
        stream: The packed file from its beginning.
        packing: How it is packed; a tar may be packed once more.
        path: What to call it; the name of a member comes after it.
        report: Told of members that are skipped.
    """
    if packing is Packing.ZIP:
        yield from _zip_members(stream, path, report)
        return
    if packing is not Packing.TAR:
        plain = _unpacked(stream, packing)
        if packing_of(plain.peek(TAR_SIGN.stop)) is not Packing.TAR:
            yield path, plain
            return
        yield from _tar_members(plain, path, report)
        plain.read(FREE)  # the checksum is behind the end of the tar
        return
    yield from _tar_members(stream, path, report)


def _unpacked(stream: io.BufferedReader, packing: Packing) -> io.BufferedReader:
    packed = Tap(stream)
    source = io.BufferedReader(packed, SMALL)
    plain = cast(Source, OPENERS[packing](cast(IO[bytes], source)))
    meter = Meter(lambda: packed.size)
    return io.BufferedReader(Tap(plain, meter.count), BLOCK)


def _tar_members(
    stream: io.BufferedReader, path: str, report: Report
) -> Iterator[tuple[str, io.BufferedReader]]:
    allowance = Allowance()
    source = io.BufferedReader(Tap(stream, allowance.spend))
    with tarfile.open(fileobj=source, mode="r|") as tar:
        for number, member in enumerate(tar, 1):
            allowance.renew(member.size)
            tar.members = []  # type: ignore[attr-defined]  # it would keep them all
            _check_number(number)
            own = f"{path}/{member.name}"
            failure = _failure(own, member.name, special=not member.isfile())
            if member.isdir():
                continue
            if failure:
                report(failure)
            elif content := tar.extractfile(member):
                yield own, io.BufferedReader(Tap(cast(Source, content)), BLOCK)


def _zip_members(
    stream: io.BufferedReader, path: str, report: Report
) -> Iterator[tuple[str, io.BufferedReader]]:
    size = os.fstat(stream.fileno()).st_size
    whole = Meter(lambda: size)
    with zipfile.ZipFile(stream) as archive:
        _check_number(len(archive.infolist()))
        for member in archive.infolist():
            own = f"{path}/{member.filename}"
            kind = stat.S_IFMT(member.external_attr >> 16)
            special = kind not in (0, stat.S_IFREG)
            if member.is_dir():
                continue
            if failure := _failure(own, member.filename, special=special):
                report(failure)
                continue
            tap = Tap(_zip_member(archive, member))
            yield own, io.BufferedReader(tap, BLOCK)
            whole.count(tap.size)


def _zip_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Source:
    """A member's bytes; what cannot be opened raises at the first reading."""
    try:
        Meter(lambda: member.compress_size).count(member.file_size)
        return cast(Source, archive.open(member))
    except UNPACKING_ERRORS as error:
        return Broken(error)


class Broken:
    """A source that was broken before anything was read of it."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def read1(self, _size: int, /) -> bytes:
        """Raise what was wrong."""
        raise self._error


def _check_number(number: int) -> None:
    if number > MOST_MEMBERS:
        raise BombError(f"holds more than {MOST_MEMBERS:,} files")


def _failure(path: str, name: str, *, special: bool) -> Failure | None:
    """Why a member is skipped."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if ".." in parts or parts[:1] == ("/",):
        what = "a name that leads out of the archive, skipped"
        return Failure(path, what, "do not trust this archive")
    if special:
        return Failure(path, "no plain file in this archive, skipped")
    return None


def unpacking_failure(path: str, error: Exception) -> Failure:
    """What went wrong with a packed file."""
    match error:
        case BombError():
            remedy = "refused as a bomb; unpack it yourself if you trust it"
            return Failure(path, str(error), remedy)
        case EOFError() | tarfile.ReadError():
            return Failure(path, "the archive is cut short", "get it again")
        case zipfile.BadZipFile():
            return Failure(path, "the archive is damaged or cut short", "get it again")
        case NotImplementedError():
            return Failure(path, "packed in a way unknown here", "unpack it yourself")
        case RuntimeError():
            return Failure(path, "encrypted", "unpack it yourself")
        case _:
            return Failure(path, f"damaged: {error}", "get it again")
