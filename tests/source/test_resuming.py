"""A reading that begins where an earlier one stopped."""

from __future__ import annotations

import gzip
import tarfile
from pathlib import Path

import pytest
from documents import dump_row, page

from cablereader.model.cable import Source
from cablereader.source.odometer import Odometer, size_of
from cablereader.source.reading import Reading


def ids(path: Path, start: Source | None = None) -> list[tuple[str | None, Source]]:
    reading = Reading(lambda failure: pytest.fail(str(failure)), None, start)
    return [(raw.cable_id, raw.source) for raw in reading.of(str(path))]


def dump(path: Path) -> Path:
    rows = (dump_row(n, cable_id=f"07OSLO{n}") for n in range(1, 6))
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def folder(path: Path) -> Path:
    for name in ("a", "b", "c"):
        (path / name).mkdir(parents=True)
        for number in (1, 2):
            text = page(cable_id=f"07{name.upper()}{number}")
            (path / name / f"{number}.html").write_text(text, "utf-8")
    dump(path / "b" / "rows.csv")
    return path


def test_a_dump_begins_with_the_row_of_that_line(tmp_path: Path) -> None:
    everything = ids(dump(tmp_path / "rows.csv"))
    for at, (_, source) in enumerate(everything):
        assert ids(tmp_path / "rows.csv", source) == everything[at:]


def test_a_packed_dump_as_well(tmp_path: Path) -> None:
    plain = dump(tmp_path / "rows.csv").read_bytes()
    (tmp_path / "rows.csv.gz").write_bytes(gzip.compress(plain))
    everything = ids(tmp_path / "rows.csv.gz")
    for at, (_, source) in enumerate(everything):
        assert ids(tmp_path / "rows.csv.gz", source) == everything[at:]


def test_a_folder_begins_with_that_file(tmp_path: Path) -> None:
    everything = ids(folder(tmp_path / "pages"))
    assert len(everything) == 11
    for at, (_, source) in enumerate(everything):
        assert ids(tmp_path / "pages", source) == everything[at:]


def test_an_archive_begins_with_that_member(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "pages.tar", "w") as tar:
        tar.add(folder(tmp_path / "pages"), "pages")
    everything = ids(tmp_path / "pages.tar")
    assert len(everything) == 11
    for at, (_, source) in enumerate(everything):
        assert ids(tmp_path / "pages.tar", source) == everything[at:]


def test_the_odometer_ends_at_the_size_of_all_files(tmp_path: Path) -> None:
    root = str(folder(tmp_path / "pages"))
    last = ids(Path(root))[-1][1]
    for start in (None, last):
        reading = Reading(lambda _failure: None, None, start, Odometer())
        assert list(reading.of(root))
        assert reading.odometer.position == size_of([root])
