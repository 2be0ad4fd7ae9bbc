"""A folder is gone through without a way out of it; what is no file is said."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from cablereader.source.failure import Failure, failure_of
from cablereader.source.tree import files_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "cables"
    (folder / "b").mkdir(parents=True)
    for name in ("b/2.txt", "a.txt", ".hidden", "c.txt"):
        (folder / name).write_text("Words.")
    return folder


def gone_through(folder: Path) -> tuple[list[str], list[str]]:
    failures: list[Failure] = []
    found = list(files_in(str(folder), failures.append))
    return [os.path.relpath(each, folder) for each in found], list(map(str, failures))


def test_files_come_in_the_order_of_their_names(folder: Path) -> None:
    assert gone_through(folder) == (["a.txt", "b/2.txt", "c.txt"], [])


def test_a_pipe_is_named_and_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    found, (said,) = gone_through(folder)
    assert len(found) == 3
    assert said.startswith(f"{folder}/pipe: ")
    assert "not a file" in said


def test_a_link_out_of_it_is_named_and_one_inside_is_followed(folder: Path) -> None:
    (folder.parent / "secret.txt").write_text("Words.")
    (folder / "out.txt").symlink_to("../secret.txt")
    (folder / "in.txt").symlink_to("a.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    (folder / "loop").symlink_to(".")
    found, said = gone_through(folder)
    assert found == ["a.txt", "b/2.txt", "c.txt", "in.txt"]
    assert [each.partition(": ")[2] for each in said] == [
        "a link to nothing; mend it or remove it",
        "a link out of the folder, not followed; name its target",
    ]


def test_a_folder_that_is_gone_is_said_and_costs_no_other(tmp_path: Path) -> None:
    found, (said,) = gone_through(tmp_path / "nowhere")
    assert not found
    assert said == f"{tmp_path}/nowhere: no such file or folder; check the name"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOENT, "x: no such file or folder; check the name"),
        (errno.EACCES, "x: permission denied; ask its owner for read access"),
        (errno.EIO, "x: input/output error"),
    ],
)
def test_what_the_system_says_of_a_file_is_said_in_words(code: int, said: str) -> None:
    assert str(failure_of("x", OSError(code, os.strerror(code)))) == said


def test_a_row_of_many_is_named_by_its_line() -> None:
    assert str(Failure("dump.csv", "torn", line=7)) == "dump.csv:7: torn"
