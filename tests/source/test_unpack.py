"""Packed files: streamed, never trusted, and one bad member never costs the others."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from documents import BODY, TEXT, dump_row, page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readings import read

from cablereader.source import meter, unpack
from cablereader.source.failure import Failure
from cablereader.source.reading import read_raw

ZEROS = bytes(5_000_000)
COMPRESS: Mapping[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
}


def zipped(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def tarred(members: Mapping[str, bytes], *special: tarfile.TarInfo) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        for info in special:
            archive.addfile(info)
    return stream.getvalue()


def special(name: str, kind: bytes) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type = kind
    info.linkname = "/etc/passwd"
    return info


GOOD = {"a/page.html": page().encode(), "b/cable.txt": TEXT.encode()}
DUMP = "".join(map(dump_row, (1, 2, 3))).encode()


@pytest.mark.parametrize("suffix", COMPRESS)
def test_reads_a_packed_dump(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"cables.csv.{suffix}"
    path.write_bytes(COMPRESS[suffix](DUMP))
    reading = read(path)
    assert [raw.cable_id for raw in reading.raws] == [
        f"07OSLO900{n}" for n in (1, 2, 3)
    ]
    assert reading.raws[1].source.line == dump_row(1).count("\n") + 1
    assert not reading.failures


@pytest.mark.parametrize("suffix", COMPRESS)
def test_reads_a_packed_document(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "x").write_bytes(COMPRESS[suffix](TEXT.encode()))
    (raw,) = read(tmp_path / "x").raws
    assert raw.body.strip() == BODY


@pytest.mark.parametrize("suffix", ["", *COMPRESS])
def test_reads_a_tar(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "cables.tar"
    path.write_bytes(COMPRESS.get(suffix, bytes)(tarred(GOOD)))
    reading = read(path)
    assert reading.paths == [f"{path}/{name}" for name in GOOD]
    assert not reading.failures


def test_reads_a_zip(tmp_path: Path) -> None:
    path = tmp_path / "cables.zip"
    path.write_bytes(zipped({**GOOD, "c/": b"", "dump.csv": DUMP}))
    reading = read(path)
    assert reading.paths == [*(f"{path}/{n}" for n in GOOD), *[f"{path}/dump.csv"] * 3]
    assert not reading.failures


@pytest.mark.parametrize(
    "name", ["../evil.txt", "a/../../evil.txt", "/etc/evil.txt", "..\\evil.txt"]
)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_name_that_leads_out_is_named_and_skipped(
    tmp_path: Path, pack: Callable[[Mapping[str, bytes]], bytes], name: str
) -> None:
    path = tmp_path / "x"
    path.write_bytes(pack({name: TEXT.encode(), **GOOD}))
    reading = read(path)
    assert len(reading.raws) == len(GOOD)
    assert reading.failed == {
        f"{path}/{name}": "a name that leads out of the archive, skipped"
    }


def test_links_and_devices_in_a_tar_are_named_and_skipped(tmp_path: Path) -> None:
    kinds = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE)
    infos = (special(f"x{number}", kind) for number, kind in enumerate(kinds))
    (tmp_path / "x.tar").write_bytes(tarred(GOOD, *infos))
    reading = read(tmp_path / "x.tar")
    assert len(reading.raws) == len(GOOD)
    assert set(reading.failed.values()) == {"no plain file in this archive, skipped"}
    assert len(reading.failed) == len(kinds)


def test_a_link_in_a_zip_is_named_and_skipped(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("link")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(info, "/etc/passwd")
        archive.writestr("a.txt", TEXT)
    reading = read(tmp_path / "x.zip")
    assert len(reading.raws) == 1
    assert list(reading.failed.values()) == ["no plain file in this archive, skipped"]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_an_archive_in_an_archive_is_named(
    tmp_path: Path, pack: Callable[[Mapping[str, bytes]], bytes]
) -> None:
    inner = {"x.gz": gzip.compress(DUMP), "x.zip": zipped(GOOD), "x.tar": tarred(GOOD)}
    path = tmp_path / "x"
    path.write_bytes(pack({**inner, **GOOD}))
    reading = read(path)
    assert len(reading.raws) == len(GOOD)
    assert reading.failed == {
        f"{path}/{name}": "an archive inside an archive" for name in inner
    }


@pytest.mark.parametrize(
    "content",
    [
        *(compress(ZEROS) for compress in COMPRESS.values()),
        *(compress(tarred({"x": ZEROS})) for compress in COMPRESS.values()),
        zipped({"x": ZEROS}),
    ],
    ids=["gz", "bz2", "xz", "tar.gz", "tar.bz2", "tar.xz", "zip"],
)
def test_a_bomb_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    reading = read(tmp_path / "x")
    assert not reading.raws
    assert "unpacks to more than 200 times its size" in reading.failed.values()


def test_a_bomb_in_a_zip_costs_no_other_member(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(zipped({"bomb.txt": ZEROS, **GOOD}))
    assert read(path).paths == [f"{path}/{name}" for name in GOOD]


def test_a_dump_that_packs_well_is_no_bomb(tmp_path: Path) -> None:
    bodies = (f"{BODY}\n{'word' + str(n % 7)} " * 20 for n in range(500))
    rows = "".join(dump_row(n % 9 + 1, body=body) for n, body in enumerate(bodies))
    (tmp_path / "x.gz").write_bytes(gzip.compress(rows.encode(), 1))
    assert len(read(tmp_path / "x.gz").raws) == 500


def test_members_that_share_their_bytes_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meter, "FREE", 1000)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("0.txt", TEXT)
        (first,) = archive.filelist
        for number in range(5000):
            copy = zipfile.ZipInfo(f"{number}.txt")
            for name in ("CRC", "compress_size", "file_size", "header_offset"):
                setattr(copy, name, getattr(first, name))
            archive.filelist.append(copy)
        archive.filelist = archive.filelist[:1] * 5000
    (tmp_path / "x.zip").write_bytes(stream.getvalue())
    monkeypatch.setattr(meter, "STEEPEST", 1)
    reading = read(tmp_path / "x.zip")
    assert len(reading.raws) < 5000
    refused = {"unpacks to more than 1 times its size"}
    # Python 3.13 sees that they share their bytes, and stops at the first of them.
    damaged = {"the archive is damaged or cut short"}
    assert set(reading.failed.values()) in (refused, damaged)


def test_a_tar_whose_header_never_ends_is_refused(tmp_path: Path) -> None:
    name = tarfile.TarInfo("././@LongLink")
    name.type = tarfile.GNUTYPE_LONGNAME
    name.size = 3_000_000
    content = name.tobuf(tarfile.GNU_FORMAT) + bytes(3_000_000)
    (tmp_path / "x.tar").write_bytes(content)
    (what,) = read(tmp_path / "x.tar").failed.values()
    assert what == "has a header longer than 1 MB between its files"


def test_a_tar_of_negative_sizes_ends(tmp_path: Path) -> None:
    info = tarfile.TarInfo("x.txt")
    header = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    header[124:136] = b"\xff" * 11 + b"\x00"
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    (tmp_path / "x.tar").write_bytes(bytes(header) * 20)
    assert read(tmp_path / "x.tar").failures


def test_too_many_members_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpack, "MOST_MEMBERS", 1)
    for name, content in (("x.zip", zipped(GOOD)), ("x.tar", tarred(GOOD))):
        (tmp_path / name).write_bytes(content)
        failed = read(tmp_path / name).failed
        assert failed == {str(tmp_path / name): "holds more than 1 files"}


@pytest.mark.parametrize(
    "content",
    [
        *(compress(DUMP * 400)[:-9] for compress in COMPRESS.values()),
        gzip.compress(tarred(GOOD))[:-9],
        tarred(GOOD)[:1800],
        zipped(GOOD)[:-30],
    ],
    ids=["gz", "bz2", "xz", "tar.gz", "tar", "zip"],
)
def test_an_archive_that_is_cut_short_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    failed = read(tmp_path / "x").failed
    assert any("cut short" in what for what in failed.values())


def test_what_is_before_the_cut_is_read(tmp_path: Path) -> None:
    (tmp_path / "x.gz").write_bytes(gzip.compress(DUMP * 400)[:-9])
    assert len(read(tmp_path / "x.gz").raws) > 1000
    (tmp_path / "x.tar").write_bytes(tarred(GOOD)[:2800])
    assert len(read(tmp_path / "x.tar").raws) == 1


def test_an_encrypted_member_costs_no_other(tmp_path: Path) -> None:
    content = bytearray(zipped(GOOD))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(sign) + offset] |= 1
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    reading = read(path)
    assert reading.failed == {f"{path}/a/page.html": "encrypted"}
    assert reading.paths == [f"{path}/b/cable.txt"]


def test_a_zip_in_a_pipe_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    stdin = io.TextIOWrapper(Pipe(zipped(GOOD)), "utf-8")
    monkeypatch.setattr("sys.stdin", stdin)
    assert read("-").failed == {"-": "a zip in a pipe"}


def test_a_tar_in_a_pipe_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    stdin = io.TextIOWrapper(Pipe(gzip.compress(tarred(GOOD))), "utf-8")
    monkeypatch.setattr("sys.stdin", stdin)
    assert len(read("-").raws) == len(GOOD)


SEEDS = (
    zipped(GOOD),
    tarred(GOOD),
    *(compress(DUMP) for compress in COMPRESS.values()),
    gzip.compress(tarred(GOOD)),
    DUMP,
    page().encode(),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    seed=st.sampled_from(SEEDS),
    changes=st.lists(
        st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=6
    ),
    cut=st.integers(0, 10_000),
)
def test_a_damaged_archive_is_said_and_never_raises(
    tmp_path: Path, seed: bytes, changes: list[tuple[int, int]], cut: int
) -> None:
    content = bytearray(seed[: max(len(seed) - cut, 1)] if cut % 3 == 0 else seed)
    for place, byte in changes:
        content[place % len(content)] = byte
    path = tmp_path / "x"
    path.write_bytes(content)
    failures: list[Failure] = []
    raws = list(read_raw([str(path)], report=failures.append))
    assert raws or failures
