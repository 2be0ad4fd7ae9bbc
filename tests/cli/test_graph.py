"""``cablereader graph``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cablereader.archive.importing.ingest import Import, import_paths
from cablereader.cli import main
from cablereader.library import locations
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.move import ASIDE
from cablereader.source.failure import Failure
from cablereader.source.sample import sample_folder

ID = "09OSLO9066"
"""A cable of the sample archive."""


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["graph", *words]) == 0
    streams = capsys.readouterr()
    assert not streams.err
    return streams.out


def fail(failure: Failure) -> None:
    raise AssertionError(failure)


def test_the_tree_of_the_sample(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, ID).split("\n")
    assert lines[0].startswith(f"{ID}          2009-12-03  SN")
    assert "cites: 2" in lines
    assert "|- 09REYKJAVIK9188     not here" in lines
    assert "cited by: 1" in lines
    assert sum("a cycle" in line for line in lines) == 1


def test_an_archive_and_its_files_give_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(sample_folder())
    path = tmp_path / "archive.db"
    how = Import(report=fail, progress=lambda _: None, stop=lambda: False)
    import_paths(path, [folder], how)
    for form in ("tree", "dot", "json"):
        sample = printed(capsys, ID, "--format", form)
        assert printed(capsys, ID, folder, "--format", form) == sample
        archive = ("--archive", str(path))
        assert printed(capsys, ID, "--format", form, *archive) == sample


def test_json_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(capsys, ID, "--format", "json", "--depth", "1"))
    assert found["id"] == ID
    assert {"citing": ID, "cited": "08OSLO9044"} in found["citations"]
    assert {"citing": "10OSLO9005", "cited": ID} in found["citations"]
    assert len(found["cables"]) == 4


def test_files_alone_begin_with_their_first_cable(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = str(sample_folder() / "07OSLO9012.html")
    first = printed(capsys, path).split("\n")[0]
    assert first.startswith("07OSLO9012 ")


def test_several_cables_are_several_trees(
    capsys: pytest.CaptureFixture[str],
) -> None:
    others = ("07OSLO9012", "10OSLO9005")
    trees = [printed(capsys, each) for each in others]
    assert printed(capsys, *others) == "\n".join(trees)
    assert printed(capsys, *others, str(sample_folder())) == "\n".join(trees)
    objects = [json.loads(printed(capsys, each, "--format", "json")) for each in others]
    lines = printed(capsys, *others, "--format", "json").splitlines()
    assert list(map(json.loads, lines)) == objects
    lines = printed(capsys, *others, "--format", "dot").splitlines()
    assert lines.count("digraph citations {") == 1
    assert len(set(lines)) == len(lines)


def test_a_cable_among_several_that_is_nowhere_costs_only_itself(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tree = printed(capsys, ID)
    assert main(["graph", "99NOWHERE1", ID]) == 1
    streams = capsys.readouterr()
    assert streams.out == tree
    assert streams.err == ("cablereader: 99NOWHERE1: neither here nor cited by any\n")


def test_a_cable_that_nobody_has_is_shown_by_those_that_cite_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = printed(capsys, "07STATE990021").split("\n")
    assert lines[0] == "07STATE990021       not here"
    assert any(line.endswith("THE LAMP AND THE GOAT") for line in lines)


def test_the_state_of_triage_is_shown(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with TriageFile(locations.triage()) as notebook:
        notebook.apply(ASIDE.step(notebook.of(["08OSLO9044"])))
    found = json.loads(printed(capsys, ID, "--format", "json"))
    states = {each["id"]: each["state"] for each in found["cables"]}
    assert states["08OSLO9044"] == "aside"
    assert states[ID] == "unread"


@pytest.mark.parametrize(
    ("words", "status", "complaint"),
    [
        (["99NOWHERE1"], 1, "99NOWHERE1: neither here nor cited by any"),
        ([ID, "--depth", "0"], 2, "--depth 0: from 1 to 50"),
        (["none.txt"], 1, "none.txt"),
        ([ID, "none.txt"], 1, "no cable in these files"),
        ([ID, "--archive", "none.db"], 4, "there is no archive"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(
    words: list[str], status: int, complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["graph", *words]) == status
    streams = capsys.readouterr()
    assert complaint in streams.err
    assert not streams.out
