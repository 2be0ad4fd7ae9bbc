"""``cablereader import``: what the command adds to the import itself."""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from building import content

from cablereader.archive.packing import unpack
from cablereader.archive.store import Archive
from cablereader.cli import main
from cablereader.library import locations
from cablereader.model.raw import Kind, RawCable
from cablereader.parse.html_page import read_page
from cablereader.source.sample import sample_folder


def test_the_sample_is_imported_and_known_the_second_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["import", "--jobs", "1", str(sample_folder())]
    assert main(words) == 0
    assert "20 new, 0 changed, 0 already there" in capsys.readouterr().out
    assert main(words) == 0
    assert "0 new, 0 changed, 20 already there" in capsys.readouterr().out


def test_changed_cables_are_named_and_reparse_shows_the_preferred_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = sample_folder() / "07OSLO9012.html"
    text = tmp_path / "07OSLO9012.txt"
    raw = read_page(page.read_text("utf-8"))
    text.write_text(f"07OSLO9012\n\n{raw.header}\n\n{raw.body}", "utf-8")
    assert main(["import", "--jobs", "1", str(page), str(text)]) == 0
    said = capsys.readouterr().out
    assert said.endswith("1 new, 1 changed, 0 already there\nchanged: 07OSLO9012\n")
    archive = locations.archive()
    with closing(sqlite3.connect(archive)) as db, db:
        ((place, digest, strings),) = db.execute("SELECT * FROM raw").fetchall()
        former = db.execute("SELECT digest, strings FROM former").fetchone()
        db.execute("UPDATE raw SET digest = ?, strings = ?", former)
        db.execute("UPDATE former SET digest = ?, strings = ?", (digest, strings))
    with Archive(archive) as shown:
        assert shown.at(place).source.format == "text"
    assert main(["import", "--reparse", "--jobs", "1"]) == 0
    with Archive(archive) as shown:
        first, second = shown.versions("07OSLO9012")
        assert (first.kind, second.kind) == (Kind.PAGE, Kind.TEXT)


def test_a_name_that_is_wrong_makes_no_archive(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["import", "no-such-folder"]) == 3
    streams = capsys.readouterr()
    assert "no-such-folder: no such file or folder; check the name" in streams.err
    assert not streams.out
    assert not locations.archive().exists()


def test_paths_and_reparse_exclude_each_other(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["import"]) == 2
    assert main(["import", "--reparse", "folder"]) == 2
    assert "give paths to import, or --reparse alone" in capsys.readouterr().err


def as_version_two(archive: Path) -> None:
    """Make of an archive what an older version of the program would have made."""
    with closing(sqlite3.connect(archive)) as db:
        for place, strings in db.execute("SELECT place, strings FROM raw").fetchall():
            raw = unpack(strings)
            names = [each for each in RawCable.__annotations__ if each != "source"]
            said = {name: value for name in names if (value := getattr(raw, name))}
            text = f"{json.dumps(raw.source.to_dict())}\n{json.dumps(said)}"
            plain = zlib.compress(text.encode("ascii"), 1)
            db.execute("UPDATE raw SET strings = ? WHERE place = ?", (plain, place))
        db.execute("DROP TABLE front")
        db.execute("DROP TABLE further")
        db.execute("ALTER TABLE cable DROP COLUMN further")
        db.execute("PRAGMA user_version = 2")
        db.commit()


def test_an_archive_of_an_older_version_is_renewed_from_its_own_texts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    archive = locations.archive()
    assert main(["import", "--jobs", "1", str(sample_folder())]) == 0
    fresh = content(archive)
    as_version_two(archive)
    before = archive.read_bytes()
    for words in (["search", "goat"], ["import", str(sample_folder())]):
        capsys.readouterr()
        assert main(words) == 4
        assert "renew it with `cablereader import --reparse`" in capsys.readouterr().err
    assert main(["check"]) == 3
    older = f"{archive}: was made by an older version of this program; `cablereader"
    assert older in capsys.readouterr().out
    assert archive.read_bytes() == before
    assert main(["import", "--reparse"]) == 0
    assert "20 cables derived anew" in capsys.readouterr().out
    assert content(archive) == fresh
    assert archive.with_name("archive.db.before-repair").read_bytes() == before
    assert main(["search", "goat", "--count"]) == 0
