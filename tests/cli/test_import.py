"""``cablereader import``: what the command adds to the import itself."""

from __future__ import annotations

import sqlite3
import zlib
from bz2 import compress
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest
from building import content

from cablereader.archive.dictionaries import COPIES
from cablereader.archive.packing import shipped
from cablereader.archive.store import Archive
from cablereader.archive.texts import Texts, pieces_of
from cablereader.cli import main
from cablereader.library import locations
from cablereader.model.raw import Kind
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


def as_text(folder: Path) -> Path:
    """A cable of the sample as a text, which is another version of it."""
    page = sample_folder() / "07OSLO9012.html"
    text = folder / "07OSLO9012.txt"
    raw = read_page(page.read_text("utf-8"))
    text.write_text(f"07OSLO9012\n\n{raw.header}\n\n{raw.body}", "utf-8")
    return text


def test_changed_cables_are_named_and_reparse_shows_the_preferred_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = as_text(tmp_path)
    page = sample_folder() / "07OSLO9012.html"
    assert main(["import", "--jobs", "1", str(page), str(text)]) == 0
    said = capsys.readouterr().out
    assert said.endswith("1 new, 1 changed, 0 already there\nchanged: 07OSLO9012\n")
    archive = locations.archive()
    with closing(sqlite3.connect(archive)) as db, db:
        ((place, *current),) = db.execute("SELECT * FROM raw").fetchall()
        columns = "digest, text"
        former = db.execute(f"SELECT {columns} FROM former").fetchone()
        db.execute(f"UPDATE raw SET ({columns}) = (?, ?)", former)
        db.execute(f"UPDATE former SET ({columns}) = (?, ?)", current)
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


NUMBERS = "SELECT text FROM raw UNION SELECT text FROM former ORDER BY 1"


def as_version(archive: Path, version: int) -> None:
    """Make of an archive what an older version of the program would have made."""
    with closing(sqlite3.connect(archive)) as db:
        if version == 4:
            with_bundles(db)
        else:
            for table in ("raw", "former"):
                with_strings(db, table, version)
            db.execute("DROP TABLE piece")
        for copies in COPIES:
            db.execute(f"DROP TABLE {copies}")
        if version == 2:
            db.execute("DROP TABLE front")
            db.execute("DROP TABLE further")
            db.execute("ALTER TABLE cable DROP COLUMN further")
        db.execute(f"PRAGMA user_version = {version}")
        db.commit()


def with_strings(db: sqlite3.Connection, table: str, version: int) -> None:
    """Give a table the column that each text was in, packed by itself."""
    texts = Texts(db)
    db.execute(f"ALTER TABLE {table} ADD COLUMN strings BLOB NOT NULL DEFAULT x''")
    rows = db.execute(f"SELECT rowid, text FROM {table}").fetchall()
    for row, number in rows:
        text = texts.numbered(number)
        packed = zlib.compress(text, 1) if version == 2 else packed_alone(text)
        db.execute(f"UPDATE {table} SET strings = ? WHERE rowid = ?", (packed, row))
    db.execute(f"ALTER TABLE {table} DROP COLUMN text")


def with_bundles(db: sqlite3.Connection) -> None:
    """Give an archive bundles of texts: large ones, and then each in one of its own."""
    texts = Texts(db)
    numbers = [number for (number,) in db.execute(NUMBERS)]
    groups = [numbers[:8], numbers[8:16], *([number] for number in numbers[16:])]
    bundles = [[texts.numbered(number) for number in group] for group in groups]
    db.execute("DELETE FROM piece")
    for table in ("raw", "former"):
        for column in ("bundle", "position"):
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column} NOT NULL DEFAULT 0")
    for bundle, (group, held) in enumerate(zip(groups, bundles, strict=True)):
        joined = b"".join(text + b"\n" for text in (b"\n", *held))
        packed = compress(joined, 1) if len(held) > 1 else packed_alone(joined)
        rows = pieces_of(bundle, packed)
        db.executemany("INSERT INTO piece (number, bytes) VALUES (?, ?)", rows)
        for table, (position, number) in product(
            ("raw", "former"), enumerate(group, 1)
        ):
            db.execute(
                f"UPDATE {table} SET bundle = ?, position = ? WHERE text = ?",
                (bundle, position, number),
            )
    for table in ("raw", "former"):
        db.execute(f"ALTER TABLE {table} DROP COLUMN text")


def packed_alone(text: bytes) -> bytes:
    packer = zlib.compressobj(4, memLevel=9, zdict=shipped().content)
    return packer.compress(text) + packer.flush()


@pytest.mark.parametrize("version", [2, 3, 4])
def test_an_archive_of_an_older_version_is_renewed_from_its_own_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], version: int
) -> None:
    archive = locations.archive()
    text = as_text(tmp_path)
    assert main(["import", "--jobs", "1", str(sample_folder()), str(text)]) == 0
    fresh = content(archive)
    as_version(archive, version)
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
