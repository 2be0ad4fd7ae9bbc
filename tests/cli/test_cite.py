from __future__ import annotations

import json
from pathlib import Path

import pytest

from cablereader.cli import main
from cablereader.cli.cite import STYLES
from cablereader.library import locations
from cablereader.source.sample import sample_folder

ID = "09OSLO9066"
"""A cable of the sample archive."""


def cited(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["cite", *words]) == 0
    streams = capsys.readouterr()
    assert not streams.err
    return streams.out


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ([ID], ID),
        ([f"{ID}:3"], f"{ID} ¶3"),
        ([f"{ID} ¶3"], f"{ID} ¶3"),
        ([f"{ID}#3"], f"{ID} ¶3"),
        ([f"{ID} 3"], f"{ID} ¶3"),
        ([ID, "3"], f"{ID} ¶3"),
        ([f"{ID}:1,3"], f"{ID} ¶1\n{ID} ¶3"),
        ([f"{ID}:2-4"], f"{ID} ¶2\n{ID} ¶3\n{ID} ¶4"),
        ([f"{ID}#par3", "--style", "ref"], f"{ID} ¶3"),
        ([f"{ID}:3", "--style", "hashtag"], f"#cablegate #{ID}"),
        ([f"{ID}:3", "--style", "command"], f"cablereader open {ID}:3"),
    ],
)
def test_it_prints_what_the_reader_copies(
    words: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cited(capsys, *words) == f"{line}\n"


def test_what_it_prints_names_the_same_paragraph_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for style in ("ref", "url", "markdown", "html", "org", "chicago", "apa"):
        line = cited(capsys, f"{ID}:3", "--style", style).strip()
        assert cited(capsys, line) == f"{ID} ¶3\n", style


@pytest.mark.parametrize("style", [name for name in STYLES if name != "note"])
def test_every_style_prints_something(
    style: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cited(capsys, f"{ID}:3", "--style", style).strip()


def test_csl_json_of_several_is_one_list(capsys: pytest.CaptureFixture[str]) -> None:
    words = (f"{ID}:2", f"{ID}:3", "08OSLO9044", "--style", "csl-json")
    items = json.loads(cited(capsys, *words))
    assert [item["id"] for item in items] == [ID, "08OSLO9044"]
    assert items[0]["note"].endswith("Paras. 2–3")


def test_an_unknown_style_is_named_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["cite", ID, "--style", "chicgo"]) == 2
    assert "did you mean chicago?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["99NOWHERE1"], "99NOWHERE1"),
        ([f"{ID}:99"], "no paragraph 99"),
        ([ID, "--style", "text"], f"no text of {ID}: no paragraph here"),
        ([f"{ID}:3", "--style", "note"], "no note on this paragraph"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cite", *words]) == 1
    streams = capsys.readouterr()
    assert complaint in streams.err
    assert streams.err.count("\n") == 1
    assert not streams.out


@pytest.mark.parametrize("rest", [":foo", ":", "#goat", ":3-2", ".txt"])
@pytest.mark.parametrize("command", ["cite", "show", "open"])
def test_a_paragraph_that_is_not_understood_is_an_error_with_the_forms(
    command: str, rest: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, f"{ID}{rest}"]) == 2
    streams = capsys.readouterr()
    assert not streams.out
    assert streams.err.startswith(f"cablereader: {ID}{rest}: which paragraph?")
    assert f"{ID}:3, #par3 or ¶3" in streams.err
    assert streams.err.count("\n") == 1


@pytest.mark.parametrize("rest", [":3", "#par3", "#3", " ¶3"])
def test_a_paragraph_of_a_file_is_named_behind_it(
    rest: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(next(sample_folder().glob(f"{ID}.*")))
    assert cited(capsys, f"{path}{rest}") == f"{ID} ¶3\n"
    assert main(["show", f"{path}{rest}"]) == 0
    shown = capsys.readouterr().out
    assert main(["show", f"{ID}:3"]) == 0
    assert capsys.readouterr().out == shown
    assert main(["cite", f"{path}:goat"]) == 2
    assert f"{path}:goat: which paragraph?" in capsys.readouterr().err


def test_a_file_that_is_missing_costs_only_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "none.txt")
    assert main(["cite", missing, f"{ID}:3"]) == 3
    streams = capsys.readouterr()
    assert streams.out == f"{ID} ¶3\n"
    assert missing in streams.err


def test_the_readers_own_forms_and_settings_count(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = home / "config" / "cablereader" / "config.yaml"
    config.parent.mkdir(parents=True)
    config.write_text(
        "base_url: http://mirror.example\n"
        "copy:\n"
        '  plusd: "https://wikileaks.org/plusd/cables/{id}_a.html"\n',
        "utf-8",
    )
    assert cited(capsys, ID, "--style", "plusd") == (
        f"https://wikileaks.org/plusd/cables/{ID}_a.html\n"
    )
    url = cited(capsys, f"{ID}:3", "--style", "url")
    assert url == f"http://mirror.example/cable/2009/12/{ID}.html#par3\n"


def test_a_mistake_in_the_configuration_is_named_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "mine.yaml"
    config.write_text("copy:\n  short: '{id}'\n  bad: '{subjct}'\n", "utf-8")
    assert main(["cite", ID, "--config", str(config), "--style", "short"]) == 0
    streams = capsys.readouterr()
    assert streams.out == f"{ID}\n"
    assert streams.err == (
        f"cablereader: {config}:3: copy.bad: unknown field `subjct`;"
        " did you mean subject?\n"
    )


def test_the_note_and_the_labels_are_those_of_the_bookmarks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("--note", "Check ref A.", "--label", "sea")
    assert main(["bookmarks", "add", f"{ID}:3", *words]) == 0
    capsys.readouterr()
    note = cited(capsys, f"{ID}:3", "--style", "note")
    assert note == f"Check ref A.\n{ID} ¶3\n"
    assert json.loads(cited(capsys, f"{ID}:3", "--style", "json"))["note"]
    assert main(["cite", f"{ID}:2", "--style", "note"]) == 1


def test_bookmarks_that_cannot_be_read_cost_the_notes_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    locations.bookmarks().mkdir(parents=True)
    assert main(["cite", f"{ID}:3"]) == 0
    streams = capsys.readouterr()
    assert streams.out == f"{ID} ¶3\n"
    assert "cited without notes" in streams.err
    assert streams.err.count("\n") == 1
