"""``cablereader keys`` and ``cablereader config``."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablereader.app.commands import COMMANDS
from cablereader.cli import main
from cablereader.library import locations

OWN = """\
measure: 80
keys:
  mark.toggle: B
  reader:
    cable.next: [n, J]
copy:
  plusd: "https://example.org/{id}"
"""
WRONG = """\
mesure: 80
keys:
  mark.togle: B
  cable.next: [pgup]
copy:
  plusd: "{idd}"
"""


@pytest.fixture
def config() -> Path:
    path = locations.config()
    path.parent.mkdir(parents=True)
    return path


def told(
    capsys: pytest.CaptureFixture[str], *words: str, status: int = 0
) -> tuple[str, str]:
    assert main(list(words)) == status
    out, err = capsys.readouterr()
    return out, err


def test_every_command_is_in_the_key_map(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = told(capsys, "keys")
    assert err == ""
    assert {command.id for command in COMMANDS} <= set(out.split())
    assert out.startswith("everywhere:\n")


def test_the_key_map_can_be_searched(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = told(capsys, "keys", "NEXT", "bookmark")
    assert out.split() == ["reader:", "]", "b", "mark.next", "next", "bookmark"]
    assert told(capsys, "keys", "xyzzy", status=1)[0] == ""


def test_keys_that_find_no_room_stand_below(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out, _ = told(capsys, "keys", "move.page")
    first, second = out.splitlines()[1:3]
    assert first.split() == ["space", "pagedown", "move.page", "one", "page", "down"]
    assert second.split() == ["ctrl+f", "ctrl+v"]


def test_the_keys_of_a_sequence_may_be_written_as_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out, _ = told(capsys, "keys", "yy")
    assert "  y y" in out
    out, err = told(capsys, "keys", "qqq", status=1)
    assert out == ""
    assert err == "cablereader: no command has qqq in its keys, id or title\n"


def test_what_differs_from_the_defaults_is_shown(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(capsys, "keys", "--diff", status=1)[0] == ""
    config.write_text(OWN)
    out, _ = told(capsys, "keys", "--diff")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "m -> B mark.toggle bookmark this paragraph" in lines
    assert "J -> n J cable.next next cable" in lines


def test_a_key_map_without_fault_is_passed_in_silence(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text("keys: {mark.toggle: B}\n")
    assert told(capsys, "keys", "--check") == ("", "")
    assert told(capsys, "config", "check") == ("", "")


def test_a_theme_that_is_nowhere_is_named(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text("measure: 60\ntheme: clasic\n")
    _, err = told(capsys, "config", "check", status=1)
    assert err == (
        f"cablereader: {config}:2: theme: no theme is called `clasic`;"
        " did you mean classic?\n"
    )
    (config.parent / "themes").mkdir()
    (config.parent / "themes" / "clasic.yaml").write_text(
        'colors: {primary: "#ffffff"}\n'
    )
    assert told(capsys, "config", "check") == ("", "")


@pytest.mark.parametrize(
    "words", [("config", "check"), ("cite", "07OSLO9012"), ("keys",)]
)
def test_a_configuration_that_is_named_and_missing_is_an_error(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "none.yaml"
    out, err = told(capsys, *words, "--config", str(missing), status=2)
    assert out == ""
    assert err.startswith(f"cablereader: --config {missing}: no such file")


def test_what_is_wrong_is_named_with_file_and_line(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text(WRONG)
    (config.parent / "themes").mkdir()
    (config.parent / "themes" / "mine.yaml").write_text("colors: {background: puce}\n")
    _, err = told(capsys, "config", "check", status=1)
    lines = [line.removeprefix("cablereader: ") for line in err.splitlines()]
    assert f"{config}:1: unknown option `mesure`; did you mean measure?" in lines
    assert any(
        line.startswith(f"{config}:3: keys.mark.togle: unknown command")
        for line in lines
    )
    assert any(
        line.startswith(f"{config}:4: keys.cable.next: unknown key `pgup`")
        for line in lines
    )
    assert any(line.startswith(f"{config}:6: copy.plusd: ") for line in lines)
    assert any("mine.yaml:1" in line for line in lines)
    assert config.read_text() == WRONG
    _, err = told(capsys, "keys", "--check", status=1)
    assert "mark.togle" in err


def test_every_option_is_shown_with_where_it_comes_from(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text(OWN)
    out, _ = told(capsys, "config")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert f"measure: 80 # {config}:1; columns of the text" in lines
    assert "title_case: title # default; subjects in citations:" in out.replace(
        "  ", ""
    )
    assert f"keys.mark.toggle: B # {config}:3" in lines
    assert f"keys.reader.cable.next: n J # {config}:5" in lines
    assert f"copy.plusd: https://example.org/{{id}} # {config}:7" in lines


def test_another_configuration_can_be_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "other.yaml"
    path.write_text("measure: 99\n")
    out, _ = told(capsys, "config", "show", "--config", str(path))
    assert f"{path}:1" in out
    out, _ = told(capsys, "config", "path", "--config", str(path))
    assert f"config      {path}\n" in out


def test_the_places_of_all_files_are_shown(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = told(capsys, "config", "path", "--archive", "/srv/a.db")
    places = dict(line.split(maxsplit=1) for line in out.splitlines())
    assert places["archive"] == "/srv/a.db  (not there yet)"
    assert places["bookmarks"].startswith(str(locations.bookmarks()))
    assert list(home.iterdir()) == []


def test_the_keys_of_less_differ_from_the_defaults(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text("compat: less\n")
    out, err = told(capsys, "keys", "--diff")
    assert err == ""
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "u -> U app.undo take the last change back" in lines
    assert "ctrl+u -> u ctrl+u move.half-up half a page up" in lines
