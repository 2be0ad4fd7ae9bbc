from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest

from cablereader.cli import main
from cablereader.library import locations
from cablereader.library.notebook.triage import TriageFile
from cablereader.model.joining import restoring
from cablereader.model.step import Step as Steps
from cablereader.model.triage import State, Triage
from cablereader.source.sample import sample_folder

SAMPLE = sample_folder()
CABLES = ("07OSLO9012", "08OSLO9044", "08LISBON9118", "09PRAIA9016", "09LONDON9021")

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def oslo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Oslo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def note(**cables: tuple[State, str]) -> None:
    known = {
        f"{name[-2:]}{name[:-2]}": Triage(state=state, since=since)
        for name, (state, since) in cables.items()
    }
    with TriageFile(locations.triage()) as file:
        file.apply(Steps("noted", restoring({}, known, replacing=True)))


@pytest.fixture
def evening(capsys: Captured) -> None:
    main(["import", *(str(SAMPLE / f"{cable_id}.html") for cable_id in CABLES)])
    note(
        OSLO901207=(State.READ, "2026-11-23T22:59:59Z"),
        OSLO904408=(State.READ, "2026-11-23T23:00:00Z"),
        LISBON911808=(State.ASIDE, "2026-11-24T20:00:00Z"),
        NOWHERE109=(State.READ, ""),
    )
    capsys.readouterr()


def reported(capsys: Captured, *words: str) -> list[str]:
    assert main(["report", *words]) == 0
    streams = capsys.readouterr()
    assert not streams.err
    return streams.out.rstrip("\n").split("\n")


def test_days_are_those_of_the_reader_and_bars_are_in_proportion(
    capsys: Captured, evening: None
) -> None:
    assert reported(capsys)[:4] == [
        "Day           read   aside",
        "2026-11-23       1       0  ###############",
        "2026-11-24       1       1  ###############xxxxxxxxxxxxxxx",
        "some day         1",
    ]


def test_origins_and_what_is_left(capsys: Captured, evening: None) -> None:
    assert reported(capsys)[5:] == [
        "Origin            read   aside    left",
        "Embassy Oslo         2       0       0  ##############################",
        "Embassy Lisbon       0       1       0  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "Embassy London       0       0       1  ..............................",
        "Embassy Praia        0       0       1  ..............................",
        "",
        "2 of 5 read, 1 set aside, 60% done: 2 are left",
        "At 2 a day, as of late, 1 day more.",
    ]


def test_of_a_query_alone(capsys: Captured, evening: None) -> None:
    lines = reported(capsys, "--query", "origin:oslo OR origin:praia")
    assert lines[1:3] == [
        "2026-11-23       1       0  ##############################",
        "2026-11-24       1       0  ##############################",
    ]
    assert (
        lines[-2] == "2 of 3 read, 66% done: 1 is left of origin:oslo OR origin:praia"
    )
    assert not any("Lisbon" in line or "some day" in line for line in lines)


def test_the_same_as_an_object(capsys: Captured, evening: None) -> None:
    (line,) = reported(capsys, "--json")
    report = json.loads(line)
    assert (report["cables"], report["read"], report["aside"], report["left"]) == (
        5, 2, 1, 2,
    )  # fmt: skip
    assert report["days"][1] == {"day": "2026-11-24", "read": 1, "aside": 1}
    assert report["undated"] == 1
    assert report["origins"][0] == {
        "origin": "Embassy Oslo", "cables": 2, "read": 2, "aside": 0, "left": 0,
    }  # fmt: skip


def test_without_an_archive_it_is_on_the_sample_and_says_so(capsys: Captured) -> None:
    note(OSLO901207=(State.READ, "2026-11-23T20:00:00Z"))
    for words, found in (
        ([], "1 of 20 read, 5% done"),
        (["--query", "origin:oslo"], "1 of "),
    ):
        assert main(["report", *words]) == 0
        streams = capsys.readouterr()
        assert "built-in sample" in streams.err
        assert streams.err.count("\n") == 1
        assert streams.out.startswith(
            "Day           read   aside\n"
            "2026-11-23       1       0  ##############################\n"
        )
        assert f"\n{found}" in streams.out


def test_nothing_is_made_of_a_notebook_that_is_not_there(capsys: Captured) -> None:
    assert main(["report"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first == "Nothing was read or set aside yet."
    assert not locations.triage().exists()


def test_an_archive_that_is_named_and_missing_is_an_error(capsys: Captured) -> None:
    assert main(["report", "--archive", "/nowhere/a.db"]) == 4
    assert "there is no archive" in capsys.readouterr().err


def test_a_query_that_makes_no_sense_is_named(capsys: Captured, evening: None) -> None:
    assert main(["report", "--query", "origin:"]) == 2
    assert capsys.readouterr().err.startswith("cablereader: query, column ")
