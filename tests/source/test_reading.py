"""Files, folders and standard input: what is read, what is named, what is left."""

from __future__ import annotations

import io
import os
import socket
import sys
import warnings
from pathlib import Path

import pytest
from documents import BODY, TEXT, dump_row, page
from readings import read

import cablereader
from cablereader.source import document
from cablereader.source.failure import Failure


def test_reads_a_page_and_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(), "utf-8")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    reading = read(tmp_path / "a.html", tmp_path / "b.txt")
    assert [raw.source.format for raw in reading.raws] == ["html", "text"]
    assert reading.paths == [str(tmp_path / "a.html"), str(tmp_path / "b.txt")]
    assert not reading.failures


def test_reads_a_dump_row_by_row(tmp_path: Path) -> None:
    (tmp_path / "cables.csv").write_text("".join(map(dump_row, (1, 2))), "utf-8")
    one, two = read(tmp_path / "cables.csv").raws
    assert (one.cable_id, one.source.line) == ("07OSLO9001", 1)
    assert (two.cable_id, two.source.line) == (
        "07OSLO9002",
        dump_row(1).count("\n") + 1,
    )


def test_reads_a_folder_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b/1.txt", "a/2.txt", "a/10.txt", "c.txt", ".hidden/x.txt", ".y.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, "utf-8")
    reading = read(tmp_path)
    names = [str(Path(path or "").relative_to(tmp_path)) for path in reading.paths]
    assert names == ["a/10.txt", "a/2.txt", "b/1.txt", "c.txt"]


def test_a_folder_without_cables_is_named(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    assert read(tmp_path).failed == {str(tmp_path): "no cable in this folder"}


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "empty"),
        (b" \n\n\t", "empty"),
        (b"Dear all, lunch is at one.", "no cable in it"),
        (b"<html><body>Not found</body></html>", "no cable in it"),
        (bytes(range(256)) * 40, "binary, no text"),
        (b"\0" * 5000, "binary, no text"),
        (b"%PDF-1.4 SUBJECT: GOAT", "a PDF"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "a 7z archive"),
    ],
)
def test_what_is_no_cable_is_named(tmp_path: Path, content: bytes, what: str) -> None:
    (tmp_path / "x.txt").write_bytes(content)
    (tmp_path / "y.txt").write_text(TEXT, "utf-8")
    reading = read(tmp_path)
    assert reading.failed == {str(tmp_path / "x.txt"): what}
    assert reading.paths == [str(tmp_path / "y.txt")]


def test_controls_in_a_cable_do_not_make_it_binary(tmp_path: Path) -> None:
    text = TEXT.replace("goat", "\x00\x01\x1b[31m\x9b\u202e" * 20)
    (tmp_path / "x.txt").write_text(text, "utf-8")
    (raw,) = read(tmp_path).raws
    assert "\x00\x01\x1b[31m\x9b\u202e" in raw.body


def test_what_is_no_utf_8_is_read_as_windows_1252_and_said_so(tmp_path: Path) -> None:
    goat = "G\u00f6at \u2018\u2026\u2019".encode("cp1252")
    content = TEXT.encode().replace(b"goat", goat + b"\x81\x8d\x8f\x90\x9d")
    (tmp_path / "x.txt").write_bytes(content)
    reading = read(tmp_path)
    (raw,) = reading.raws
    assert "G\u00f6at \u2018\u2026\u2019" + 5 * "\ufffd" in raw.body
    assert not any(0x80 <= ord(letter) < 0xA0 for letter in raw.body)
    (failure,) = reading.failures
    assert failure.what == "not UTF-8, so read as Windows-1252"


def test_each_row_has_its_own_encoding(tmp_path: Path) -> None:
    rows = [dump_row(n, body=BODY.replace("goat", "g\u00f6at")) for n in (1, 2, 3)]
    content = rows[0].encode() + rows[1].encode("cp1252") + rows[2].encode()
    (tmp_path / "x.csv").write_bytes(content)
    reading = read(tmp_path)
    assert ["g\u00f6at" in raw.body for raw in reading.raws] == [True] * 3
    (failure,) = reading.failures
    assert failure.line == dump_row(1).count("\n") + 1


@pytest.mark.parametrize("suffix", ["txt", "html", "csv"])
def test_line_ends_and_the_byte_order_mark_of_windows_are_no_text(
    tmp_path: Path, suffix: str
) -> None:
    text = {"txt": TEXT, "html": page(), "csv": dump_row(1)}[suffix]
    (tmp_path / f"x.{suffix}").write_text("\ufeff" + text, "utf-8", newline="\r\n")
    reading = read(tmp_path)
    (raw,) = reading.raws
    assert not reading.failures
    assert "\r" not in raw.header + raw.body
    assert "\ufeff" not in raw.header + raw.body
    assert raw.body.strip() == BODY


def test_a_broken_row_is_named_and_the_rest_read(tmp_path: Path) -> None:
    broken = dump_row(2).replace('"CONFIDENTIAL",', "", 1)
    (tmp_path / "x.csv").write_text(dump_row(1) + broken + dump_row(3), "utf-8")
    reading = read(tmp_path / "x.csv")
    assert [raw.cable_id for raw in reading.raws] == ["07OSLO9001", "07OSLO9003"]
    (failure,) = reading.failures
    assert failure.line == dump_row(1).count("\n") + 1
    assert failure.what == "a row has 8 columns, this one 7; skipped"


def test_a_row_with_a_lone_quotation_mark_is_named_and_read(tmp_path: Path) -> None:
    lone = dump_row(1).replace("It eats", 'It "eats')
    (tmp_path / "x.csv").write_text(lone + dump_row(2), "utf-8")
    reading = read(tmp_path / "x.csv")
    assert [raw.cable_id for raw in reading.raws] == ["07OSLO9001", "07OSLO9002"]
    (failure,) = reading.failures
    assert failure.line == 1


def test_names_of_columns_are_no_row(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(f"id,created,refid\n{dump_row(1)}", "utf-8")
    reading = read(tmp_path)
    assert len(reading.raws) == 1
    assert not reading.failures


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("missing.txt", "no such file or folder"),
        ("pipe", "a pipe, not a file"),
        ("socket", "a socket, not a file"),
    ],
)
def test_what_is_no_file_is_named_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, what: str
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        reading = read(name)
    expected = "no such device or address" if name == "socket" else what
    assert reading.failed == {name: expected}


def test_a_device_is_no_file() -> None:
    assert read("/dev/zero").failed == {"/dev/zero": "a device, not a file"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_of_somebody_else_is_named(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT, "utf-8")
    path.chmod(0)
    assert read(path).failed == {str(path): "permission denied"}


def test_a_file_too_long_for_one_cable_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sparse.txt"
    path.write_text(TEXT, "utf-8")
    os.truncate(path, 2 * 1024**3)
    assert read(path).failed == {
        str(path): "longer than 4 MB, too long for one cable",
    }
    monkeypatch.setattr(document, "LONGEST", 10)
    assert read(path).raws == []


def test_no_link_leads_out_of_a_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(TEXT, "utf-8")
    folder = tmp_path / "folder"
    (folder / "sub").mkdir(parents=True)
    (folder / "cable.txt").write_text(TEXT, "utf-8")
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "inside").symlink_to("cable.txt")
    (folder / "out").symlink_to(outside)
    (folder / "nothing").symlink_to("nowhere")
    reading = read(folder)
    names = [Path(path or "").name for path in reading.paths]
    assert names == ["cable.txt", "inside"]
    assert reading.failed == {
        str(folder / "nothing"): "a link to nothing",
        str(folder / "out"): "a link out of the folder, not followed",
    }


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "link").symlink_to("real")
    assert read(tmp_path / "link").paths == [str(tmp_path / "link" / "a.txt")]


def test_a_name_of_odd_bytes_is_read(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[31m\n.txt")
    Path(path).write_text(TEXT, "utf-8")
    assert read(tmp_path).paths == [path]


@pytest.mark.parametrize("text", [TEXT, page(), dump_row(1)])
def test_reads_standard_input(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8")
    monkeypatch.setattr(sys, "stdin", stdin)
    (raw,) = read("-").raws
    assert raw.source.path == "-"
    assert raw.body.strip() == BODY


def test_the_public_function_warns_of_failures(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", "utf-8")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    with pytest.warns(UserWarning, match=r"a\.txt: empty"):
        (cable,) = cablereader.read(tmp_path)
    assert cable.source.path == str(tmp_path / "b.txt")


def test_the_public_function_reports_instead_of_warning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", "utf-8")
    failures: list[Failure] = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert list(cablereader.read(tmp_path, report=failures.append)) == []
    assert [failure.what for failure in failures] == [
        "empty",
        "no cable in this folder",
    ]


def test_a_failure_prints_itself_as_one_line() -> None:
    assert str(Failure("a.csv", "broken", "mend it", 5)) == "a.csv:5: broken; mend it"
    assert str(Failure("a.csv", "broken")) == "a.csv: broken"
