"""``cablereader import``: what the command adds to the import itself."""

from __future__ import annotations

import pytest

from cablereader.cli import main
from cablereader.library import locations
from cablereader.source.sample import sample_folder


def test_the_sample_is_imported_and_known_the_second_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["import", "--jobs", "1", str(sample_folder())]
    assert main(words) == 0
    assert "20 new, 0 changed, 0 already there" in capsys.readouterr().out
    assert main(words) == 0
    assert "0 new, 0 changed, 20 already there" in capsys.readouterr().out


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
