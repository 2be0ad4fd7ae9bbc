"""Archives by path, by name, and the reader's own."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest

from cablereader.cli.archive_path import archive_path


def test_without_a_word_it_is_the_readers_own(home: Path) -> None:
    own = home / "data" / "cablereader" / "archive.db"
    assert archive_path(Namespace(archive=None)) == own


def test_the_environment_names_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CABLEREADER_ARCHIVE", "/shared/cables.db")
    assert archive_path(Namespace(archive=None)) == Path("/shared/cables.db")


@pytest.mark.parametrize("word", ["a/b", "./iraq", "iraq.db", "/x/iraq"])
def test_a_path_is_a_path(word: str) -> None:
    assert archive_path(Namespace(archive=word)) == Path(word)


@pytest.mark.parametrize("word", ["iraq", "gulf-war", "set_2"])
def test_a_name_is_one_of_the_readers_archives(word: str, home: Path) -> None:
    named = home / "data" / "cablereader" / "archives" / f"{word}.db"
    assert archive_path(Namespace(archive=word)) == named


def test_a_file_of_that_name_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("iraq").touch()
    assert archive_path(Namespace(archive="iraq")) == Path("iraq")
